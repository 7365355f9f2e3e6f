package dev.weft.fiber;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The idle carriers and the resting threads of a {@link StealingScheduler}, and who holds what. The
 * thread that rested last is woken first. One lock, taken only where a carrier changes hands.
 *
 * <p>Threads: as many as carriers, and one more for each pinned wait that lasts, up to {@value
 * #MAX_THREADS}; beyond, a pinned wait keeps its carrier. A thread that has rested for a while
 * ends.
 */
final class Crew {
    private static final int MAX_THREADS = 8192;
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final StealingScheduler scheduler;
    private final int carriers;
    private final ArrayDeque<Carrier> idleCarriers = new ArrayDeque<>();
    private final ArrayDeque<CarrierThread> resting = new ArrayDeque<>();
    private int threads;
    private int started;
    private volatile int idle;

    Crew(StealingScheduler scheduler, Carrier[] all) {
        this.scheduler = scheduler;
        carriers = all.length;
        for (int i = all.length - 1; i >= 0; i--) {
            idleCarriers.push(all[i]);
        }
        idle = all.length;
    }

    boolean hasIdle() {
        return idle != 0;
    }

    int idle() {
        return idle;
    }

    boolean allIdle() {
        return idle == carriers;
    }

    /** Has a thread take an idle carrier. False when there is none. */
    boolean start(boolean searching) {
        CarrierThread thread;
        boolean fresh;
        synchronized (this) {
            Carrier carrier = idleCarriers.poll();
            if (carrier == null) {
                return false;
            }
            idle = idleCarriers.size();
            fresh = resting.isEmpty();
            thread = fresh ? newThread() : resting.pop();
            thread.searching = searching;
            thread.carrier = carrier;
        }
        launch(thread, fresh);
        return true;
    }

    /** A thread found nothing to run: its carrier becomes idle. */
    synchronized void release(CarrierThread thread, Carrier held) {
        thread.carrier = null;
        idleCarriers.push(held);
        idle = idleCarriers.size();
    }

    /** A thread is about to block with a pinned fiber: another gets its carrier. */
    void handOff(CarrierThread blocking, Carrier held) {
        CarrierThread thread;
        boolean fresh;
        synchronized (this) {
            fresh = resting.isEmpty();
            if (fresh && threads >= MAX_THREADS) {
                return;
            }
            blocking.carrier = null;
            if (held.isEmpty() && !scheduler.hasWork()) {
                idleCarriers.push(held);
                idle = idleCarriers.size();
                thread = null;
            } else {
                thread = fresh ? newThread() : resting.pop();
                thread.carrier = held;
            }
        }
        if (thread != null) {
            launch(thread, fresh);
            return;
        }
        if (scheduler.hasWork()) {
            scheduler.wakeSearcher();
        }
        if (IdlePoll.installed() != null) {
            replacePoller();
        }
    }

    /** The thread that blocks may have been the one that polled: has another see to that. */
    private void replacePoller() {
        CarrierThread next;
        boolean fresh;
        synchronized (this) {
            fresh = resting.isEmpty();
            if (fresh && threads >= MAX_THREADS) {
                return;
            }
            next = fresh ? newThread() : resting.peek();
        }
        if (fresh) {
            next.start();
        } else {
            LockSupport.unpark(next);
        }
    }

    /**
     * A thread that blocked goes on: with a carrier if one is idle, else in excess until its turn
     * ends.
     */
    synchronized void tryReclaim(CarrierThread thread) {
        Carrier carrier = idleCarriers.poll();
        if (carrier != null) {
            idle = idleCarriers.size();
            thread.carrier = carrier;
        }
    }

    /** Waits until the thread holds a carrier. False when it should end. */
    boolean rest(CarrierThread thread) {
        synchronized (this) {
            if (thread.carrier != null) {
                return true;
            }
            resting.push(thread);
        }
        long deadline = System.nanoTime() + KEEP_ALIVE_NANOS;
        while (thread.carrier == null) {
            IdlePoll poll = IdlePoll.installed();
            if (poll != null && poll.tryEnter()) {
                poll(thread, poll);
                continue;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 && dismiss(thread)) {
                return false;
            }
            LockSupport.parkNanos(this, Math.max(left, 1));
            Thread.interrupted();
        }
        return true;
    }

    /** Waits for the outside; takes a carrier, if one is idle, to run what has come. */
    private void poll(CarrierThread thread, IdlePoll poll) {
        thread.polling = true;
        boolean any = thread.carrier == null && poll.await(Long.MAX_VALUE);
        thread.polling = false;
        Thread.interrupted();
        if (any) {
            takeIdle(thread);
        }
        poll.deliver();
    }

    private void takeIdle(CarrierThread thread) {
        synchronized (this) {
            if (thread.carrier != null || idleCarriers.isEmpty()) {
                return;
            }
            resting.remove(thread);
            thread.carrier = idleCarriers.poll();
            idle = idleCarriers.size();
        }
        scheduler.watch();
    }

    private synchronized boolean dismiss(CarrierThread thread) {
        if (thread.carrier != null || !resting.remove(thread)) {
            return false;
        }
        threads--;
        return true;
    }

    private CarrierThread newThread() {
        threads++;
        return new CarrierThread(scheduler, ++started);
    }

    private static void launch(CarrierThread thread, boolean fresh) {
        if (fresh) {
            thread.start();
            return;
        }
        LockSupport.unpark(thread);
        if (thread.polling) {
            IdlePoll.installed().wakeup();
        }
    }
}
