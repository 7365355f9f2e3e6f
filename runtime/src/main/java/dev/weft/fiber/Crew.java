package dev.weft.fiber;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The idle carriers and the resting threads of a {@link StealingScheduler}, and who holds what. The
 * thread that rested last is woken first. One lock, taken only where a carrier changes hands.
 *
 * <p>Threads: as many as carriers, and one more for each pinned wait that lasts, up to {@value
 * #MAX_THREADS}; beyond, a pinned wait keeps its carrier. A thread that has rested for a while
 * ends. Carriers: as many as asked for, and those that the {@link Watchdog} added for stuck ones.
 */
final class Crew {
    private static final int MAX_THREADS = Integer.getInteger("weft.carrier.threads", 8192);
    private static final long KEEP_ALIVE_NANOS =
            TimeUnit.MILLISECONDS.toNanos(Long.getLong("weft.idle.millis", 10_000));

    /** How long a thread rests at least that may not end yet. */
    private static final long SHORTEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final StealingScheduler scheduler;
    private final Consumer<Thread> starter;
    private int carriers;
    private int numbers;
    private final ArrayDeque<Carrier> idleCarriers;
    private final Resting resting = new Resting();
    private int threads;
    private int started;
    private volatile int idle;

    /** Carriers that were added and not dropped again. */
    private volatile int added;

    /** How many of the added ones should be dropped. */
    private int surplus;

    Crew(StealingScheduler scheduler, Carrier[] all, Consumer<Thread> starter) {
        this.scheduler = scheduler;
        this.starter = starter;
        idleCarriers = new ArrayDeque<>(all.length + Watchdog.MAX_ADDED);
        carriers = all.length;
        numbers = all.length;
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

    synchronized boolean allIdle() {
        return idle == carriers;
    }

    int added() {
        return added;
    }

    /** Adds a carrier and has a thread look for work with it; unless there are too many threads. */
    void addCarrier() {
        synchronized (this) {
            if (resting.isEmpty() && threads >= MAX_THREADS) {
                return;
            }
            Carrier carrier = new Carrier(numbers++, scheduler.sharedQueue());
            Carrier[] all = Arrays.copyOf(scheduler.carriers(), scheduler.carriers().length + 1);
            all[all.length - 1] = carrier;
            scheduler.setCarriers(all);
            carriers++;
            added++;
            idleCarriers.push(carrier);
            idle = idleCarriers.size();
        }
        scheduler.wakeSearcher();
    }

    /** Drops added carriers, as they run out of work, until at most so many are left. */
    void keepAtMost(int wanted) {
        if (added > 0) {
            dropDownTo(wanted);
        }
    }

    private synchronized void dropDownTo(int wanted) {
        surplus = Math.max(0, added - wanted);
        while (surplus > 0 && !idleCarriers.isEmpty() && drop(idleCarriers.peek())) {
            idleCarriers.poll();
            idle = idleCarriers.size();
        }
    }

    /** Forgets an empty carrier that nobody holds. False when there is no memory for that now. */
    private boolean drop(Carrier carrier) {
        Carrier[] all = scheduler.carriers();
        Carrier[] others;
        try {
            others = new Carrier[all.length - 1];
        } catch (OutOfMemoryError later) {
            return false; // one that is neither dropped nor idle could never be held again
        }
        int n = 0;
        for (Carrier c : all) {
            if (c != carrier) {
                others[n++] = c;
            }
        }
        scheduler.setCarriers(others);
        carriers--;
        added--;
        surplus--;
        return true;
    }

    /**
     * Has a thread take an idle carrier.
     *
     * @return false when there is none, or no thread can be started while others run
     * @throws OutOfMemoryError when not even one thread can be started
     */
    boolean start(boolean searching) {
        CarrierThread thread;
        boolean fresh;
        synchronized (this) {
            if (idleCarriers.isEmpty()) {
                return false;
            }
            fresh = resting.isEmpty();
            thread = fresh ? tryNewThread() : resting.pop();
            if (thread == null) {
                return false;
            }
            thread.searching = searching;
            assign(thread, idleCarriers.poll());
            idle = idleCarriers.size();
        }
        try {
            launch(thread, fresh);
            return true;
        } catch (OutOfMemoryError noThread) {
            return giveBack(thread, noThread);
        }
    }

    private synchronized boolean giveBack(CarrierThread notStarted, OutOfMemoryError why) {
        threads--;
        Carrier carrier = notStarted.carrier;
        notStarted.carrier = null;
        putBack(carrier);
        if (threads == 0) {
            throw why;
        }
        return false;
    }

    /** A thread found nothing to run: its carrier becomes idle. */
    synchronized void release(CarrierThread thread, Carrier held) {
        thread.carrier = null;
        putBack(held);
    }

    private void putBack(Carrier held) {
        held.holder = null;
        if (surplus == 0 || !drop(held)) {
            idleCarriers.push(held);
            idle = idleCarriers.size();
        }
    }

    private static void assign(CarrierThread thread, Carrier carrier) {
        carrier.holder = thread;
        thread.carrier = carrier;
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
            if (held.isEmpty() && !scheduler.hasWork()) {
                blocking.carrier = null;
                putBack(held);
                thread = null;
            } else {
                thread = fresh ? tryNewThread() : resting.pop();
                if (thread == null) {
                    return;
                }
                blocking.carrier = null;
                assign(thread, held);
            }
        }
        if (thread != null) {
            try {
                launch(thread, fresh);
            } catch (OutOfMemoryError noThread) {
                keep(blocking, thread, held);
            }
            return;
        }
        if (scheduler.hasWork()) {
            scheduler.wakeSearcher();
        }
        if (IdlePoll.installed() != null) {
            replacePoller();
        }
    }

    /** No thread takes over: the carrier waits with the one that blocks. */
    private synchronized void keep(CarrierThread blocking, CarrierThread notStarted, Carrier held) {
        threads--;
        notStarted.carrier = null;
        assign(blocking, held);
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
            next = fresh ? tryNewThread() : resting.peek();
            if (next == null) {
                return;
            }
        }
        if (fresh) {
            try {
                starter.accept(next);
            } catch (OutOfMemoryError noThread) {
                synchronized (this) {
                    threads--;
                }
            }
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
            assign(thread, carrier);
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
            if (poll != null && poll.enter()) {
                poll(thread, poll);
            } else if (!park(thread, deadline)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Waits to be given a carrier, if it hasn't been: asking for the right to poll may have waited,
     * and so used up the unpark. From here on nothing does but the wait itself.
     *
     * @return false when the thread should end
     */
    private boolean park(CarrierThread thread, long deadline) {
        if (thread.carrier != null) {
            return true;
        }
        long left = deadline - System.nanoTime();
        if (left <= 0 && IdlePoll.isLasting() && dismiss(thread)) {
            return false;
        }
        LockSupport.parkNanos(this, Math.max(left, SHORTEST_REST_NANOS));
        Thread.interrupted();
        return true;
    }

    /** Waits for the outside; takes a carrier, if one is idle, to run what has come. */
    private void poll(CarrierThread thread, IdlePoll poll) {
        thread.polling = true;
        try {
            if (thread.carrier == null && poll.await(Long.MAX_VALUE)) {
                takeIdle(thread);
            }
        } finally {
            thread.polling = false;
            Thread.interrupted();
            poll.leave();
        }
        scheduler.watch(); // nobody polls now, should a turn last
    }

    private void takeIdle(CarrierThread thread) {
        synchronized (this) {
            if (thread.carrier != null || idleCarriers.isEmpty()) {
                return;
            }
            resting.remove(thread);
            assign(thread, idleCarriers.poll());
            idle = idleCarriers.size();
        }
    }

    private synchronized boolean dismiss(CarrierThread thread) {
        if (thread.carrier != null || !resting.remove(thread)) {
            return false;
        }
        threads--;
        return true;
    }

    /** Null when there is no memory for one while others run. */
    private CarrierThread tryNewThread() {
        try {
            return newThread();
        } catch (OutOfMemoryError noMemory) {
            if (threads == 0) {
                throw noMemory;
            }
            return null;
        }
    }

    private CarrierThread newThread() {
        CarrierThread thread = new CarrierThread(scheduler, started + 1);
        started++;
        threads++;
        return thread;
    }

    private void launch(CarrierThread thread, boolean fresh) {
        if (fresh) {
            starter.accept(thread);
            return;
        }
        LockSupport.unpark(thread);
        if (thread.polling) {
            IdlePoll.installed().wakeup();
        }
    }
}
