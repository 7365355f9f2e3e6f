package dev.weft.fiber;

/**
 * What an idle carrier's thread does in place of resting: it waits for the outside (sockets), so
 * that what arrives there is run by the very thread that noticed it. One thread at a time, of
 * whichever scheduler, holds the right to poll.
 *
 * <p>Called only by the runtime. Thread-safe.
 */
public abstract class IdlePoll {
    private static volatile IdlePoll installed;

    /** A busy carrier polls for one part of so many of its time. */
    private static final int SHARE = 20;

    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    /** When polling in passing is worth it again. Written with the right to poll. */
    private volatile long pausesUntil = System.nanoTime();

    /** Counts polls. Written with the right to poll. */
    private volatile long polls;

    /** For the one implementation. */
    protected IdlePoll() {}

    /**
     * Has idle carriers poll from now on.
     *
     * @param poll asked by every thread that finds nothing to run
     */
    public static void install(IdlePoll poll) {
        installed = poll;
    }

    /** Null while nothing is polled. */
    static IdlePoll installed() {
        return installed;
    }

    /**
     * Whether the current fiber's scheduler polls while it is idle.
     *
     * @return false on plain threads and on schedulers without threads of their own
     */
    public static boolean isServed() {
        Fiber<?> fiber = Fiber.current();
        return fiber != null && fiber.scheduler instanceof StealingScheduler;
    }

    /**
     * Takes the right to poll.
     *
     * @return false when another thread has it
     */
    protected abstract boolean tryEnter();

    /**
     * Takes the right to poll for long; as {@link #tryEnter()}, but a thread that polls for want of
     * a carrier is asked for it. May wait for a moment, and so use up an unpark that was meant for
     * something else: the caller looks again at what that would have told it.
     *
     * @return false when another thread has it
     */
    protected abstract boolean enter();

    /**
     * Waits for events, or {@link #wakeup()}. With the right to poll.
     *
     * @param nanos how long; 0: not at all; {@link Long#MAX_VALUE}: for ever
     * @return whether there are any
     */
    protected abstract boolean await(long nanos);

    /** Whether a thread is in an {@link #await} for ever. From any thread. */
    protected abstract boolean waits();

    /** Wakes those whose events have come, and gives the right back. */
    protected abstract void deliver();

    /**
     * Whether the current thread is a carrier's, which polls whenever it finds nothing to run.
     *
     * @return false on all other threads
     */
    protected static boolean isCarrier() {
        return Thread.currentThread() instanceof CarrierThread;
    }

    /**
     * Has the current thread's handler of uncaught exceptions told of one, and goes on.
     *
     * @param thrown what nobody else gets
     */
    protected static void tell(Throwable thrown) {
        Uncaught.tell(thrown);
    }

    /** Ends the present or the next {@link #await}. From any thread. */
    protected abstract void wakeup();

    /** Looks for events without waiting, unless another thread polls. */
    static boolean now() {
        IdlePoll poll = installed;
        if (poll == null || !poll.tryEnter()) {
            return false;
        }
        return poll.look();
    }

    /**
     * Looks for events while there are fibers to run. What was noticed already and not used yet is
     * reported each time, so the longer such a look takes the later is the next.
     */
    static boolean inPassing() {
        IdlePoll poll = installed;
        if (poll == null) {
            return false;
        }
        long start = System.nanoTime();
        if (start - poll.pausesUntil < 0 || !poll.tryEnter()) {
            return false;
        }
        try {
            return poll.await(0);
        } finally {
            long end = System.nanoTime();
            poll.pausesUntil = end + Math.min(SHARE * (end - start), LONGEST_PAUSE_NANOS);
            poll.leave();
        }
    }

    private boolean look() {
        try {
            return await(0);
        } finally {
            leave();
        }
    }

    /** Gives the right back, after whatever came of polling. */
    final void leave() {
        polled();
        deliver();
    }

    /**
     * Whether nothing is polled, or a thread is about it that does not end before another can take
     * over: then one that rests without the right to poll is not needed for it.
     */
    static boolean isLasting() {
        IdlePoll poll = installed;
        return poll == null || poll.waits();
    }

    /** How often it was looked. */
    static long count() {
        IdlePoll poll = installed;
        return poll == null ? 0 : poll.polls;
    }

    /** Notes that it was looked. With the right to poll. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time
    private void polled() {
        polls++;
    }
}
