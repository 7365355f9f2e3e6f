package dev.weft.fiber;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon thread, started on first need, that does what carriers can't while they are busy or all
 * asleep: it fires timers, and wakes an idle carrier when fibers have been left queued behind one
 * that runs for long. It looks more and more rarely while there is nothing to do, and sleeps while
 * all carriers are idle and no timer runs. When that lasts, it ends, so that a scheduler nobody
 * uses any more holds no thread; the next need starts another.
 */
final class Watcher {
    private static final long SHORTEST_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int IDLE_LOOKS = 4;
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final StealingScheduler scheduler;
    private volatile Thread thread;
    private volatile boolean watching;

    /** How often sockets had been polled at the last look. */
    private long polls;

    /**
     * When it will look again, on its own clock; only a hint to whoever starts an earlier timer.
     */
    private volatile long wakesAt;

    private final Watchdog watchdog;

    Watcher(StealingScheduler scheduler, Watchdog watchdog) {
        this.scheduler = scheduler;
        this.watchdog = watchdog;
    }

    /** Makes sure that it looks from time to time. */
    void watch() {
        if (!watching) {
            watching = true;
            try {
                stir();
            } catch (OutOfMemoryError noThread) {
                watching = false; // the next one to queue a fiber tries again
            }
        }
    }

    /** The earliest timer has changed. */
    void deadlineChanged() {
        long until = scheduler.timers().untilNext();
        if (thread == null || until != Timers.NONE && System.nanoTime() + until - wakesAt < 0) {
            stir();
        }
    }

    private void stir() {
        Thread t = thread;
        if (t != null) {
            LockSupport.unpark(t);
        } else {
            start();
        }
    }

    private synchronized void start() {
        if (thread == null) {
            Thread t = new Thread(null, this::run, "weft-watcher", 0, false);
            t.setDaemon(true);
            thread = t;
            try {
                t.start();
            } catch (OutOfMemoryError noThread) {
                thread = null;
                throw noThread;
            }
        }
    }

    private void run() {
        long interval = SHORTEST_NANOS;
        int idleLooks = 0;
        for (; ; ) {
            boolean acted = tryToLook();
            interval = acted ? SHORTEST_NANOS : Math.min(interval * 2, LONGEST_NANOS);
            idleLooks = scheduler.allIdle() ? idleLooks + 1 : 0;
            watching = idleLooks < IDLE_LOOKS;
            if (!pause(interval) && ends()) {
                return;
            }
        }
    }

    /**
     * Ends this thread unless it is needed. Whoever needs it says so first and looks for the thread
     * then; here the thread goes first and the needs are read again, so one of the two sees the
     * other.
     */
    private boolean ends() {
        synchronized (this) {
            thread = null;
        }
        if (isNeeded()) {
            synchronized (this) {
                if (thread == null) {
                    thread = Thread.currentThread();
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isNeeded() {
        return watching || !scheduler.allIdle() || scheduler.timers().untilNext() != Timers.NONE;
    }

    /** Polls when nobody has since the last look: all carriers are in long turns. */
    private boolean poll() {
        long count = IdlePoll.count();
        boolean neglected = count == polls;
        polls = count;
        return neglected && IdlePoll.inPassing();
    }

    private boolean tryToLook() {
        try {
            return look();
        } catch (OutOfMemoryError passing) {
            return false; // it looks again
        } catch (Throwable bug) {
            Uncaught.tell(bug); // of a timer, say; the others must not pay for it
            return false;
        }
    }

    private boolean look() {
        boolean acted = scheduler.timers().fireDue() | poll();
        if (scheduler.hasIdleCarrier() && scheduler.hasWork()) {
            scheduler.wakeSearcher();
            acted = true;
        }
        return acted | watchdog.look();
    }

    /**
     * Sleeps until the next look. Announces "any timer is earlier" before it reads the first
     * deadline.
     *
     * @return false when it was not needed for long
     */
    private boolean pause(long interval) {
        wakesAt = System.nanoTime() + (Long.MAX_VALUE >> 1);
        boolean sleeping = !watching && scheduler.allIdle();
        long until = scheduler.timers().untilNext();
        if (sleeping && until == Timers.NONE) {
            long from = System.nanoTime();
            LockSupport.parkNanos(this, KEEP_ALIVE_NANOS);
            return isNeeded() || System.nanoTime() - from < KEEP_ALIVE_NANOS;
        }
        long nanos = sleeping ? until : Math.min(interval, until);
        wakesAt = System.nanoTime() + nanos;
        if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
        return true;
    }
}
