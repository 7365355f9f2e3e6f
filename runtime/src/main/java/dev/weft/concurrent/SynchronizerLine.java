package dev.weft.concurrent;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;

/**
 * The line of a user's synchronizer, and what its final methods are for woven code. Code that is
 * not woven waits in the JDK's own line beside this one; releases of woven code wake both.
 * Thread-safe.
 */
public abstract class SynchronizerLine implements GateCondition.Owned {
    private final AcquireLine line;

    /** What is shown in dumps as waited for is the synchronizer. */
    SynchronizerLine(Object shown) {
        line = new AcquireLine(shown);
    }

    /** The user's attempt to acquire. */
    abstract boolean attempt(long argument, boolean shared);

    /** The JDK's release, which wakes those in its own line. */
    abstract boolean free(long argument, boolean shared);

    abstract boolean isHeld();

    abstract long state();

    /** What the JDK says of its own line. */
    abstract int othersLength();

    abstract boolean isBehindOthers();

    abstract boolean isAmongOthers(Thread thread);

    /**
     * {@code acquire} or {@code acquireShared}.
     *
     * @param argument for the attempts
     * @param shared which of them
     */
    @Suspendable
    public final void obtain(long argument, boolean shared) {
        try {
            line.obtain(
                    () -> attempt(argument, shared), shared, WaitRoom.FOR_EVER, WaitRoom.SHIELDED);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a shielded wait was interrupted", e);
        }
    }

    /**
     * {@code acquireInterruptibly}, {@code tryAcquireNanos} and their like.
     *
     * @param argument for the attempts
     * @param shared whether that which is shared is acquired
     * @param nanos for how long; {@link Long#MAX_VALUE} for ever
     * @return false when the time is over
     * @throws InterruptedException when interrupted
     * @throws FiberCancelledException when the fiber was cancelled
     */
    @Suspendable
    public final boolean obtainFor(long argument, boolean shared, long nanos)
            throws InterruptedException {
        Caller.checkInterrupt();
        return line.obtain(() -> attempt(argument, shared), shared, nanos, WaitRoom.CHECKED);
    }

    /**
     * {@code release} or {@code releaseShared}.
     *
     * @param argument for the attempt
     * @param shared which of them
     * @return what the attempt returned
     */
    public final boolean giveBack(long argument, boolean shared) {
        StackReserve.claim();
        boolean free = free(argument, shared);
        if (free) {
            line.wake();
        }
        return free;
    }

    /**
     * How many fibers and threads wait, those of code that is not woven too.
     *
     * @return at one moment
     */
    public final int length() {
        return line.length() + othersLength();
    }

    /**
     * {@code hasQueuedPredecessors} for both lines.
     *
     * @return whether another has waited longer than the caller
     */
    public final boolean isBehind() {
        return line.isBehind() || isBehindOthers();
    }

    /**
     * Whether a fiber or thread waits.
     *
     * @param caller which
     * @return at one moment
     */
    public final boolean contains(Object caller) {
        return line.contains(caller) || caller instanceof Thread && isAmongOthers((Thread) caller);
    }

    @Override
    public final void requireOwner() {
        if (!isHeld()) {
            throw new IllegalMonitorStateException();
        }
    }

    @Override
    public final long releaseAll() {
        long held = state();
        if (!giveBack(held, false)) {
            throw new IllegalMonitorStateException();
        }
        return held;
    }

    @Override
    @Suspendable
    public final void regain(long holds) {
        try {
            line.obtainWithin(
                    () -> attempt(holds, false), false, WaitRoom.FOR_EVER, WaitRoom.SHIELDED);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a shielded wait was interrupted", e);
        }
    }
}
