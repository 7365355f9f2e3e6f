package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.concurrent.TimeUnit;

/**
 * A lock that is not reentrant, for fibers and threads. Who unlocks hands it straight to the one
 * that has waited longest, so nobody starves; the owner is the fiber (or thread) that locked it.
 *
 * <p>Thread-safe. After {@link #lock} everything done before the preceding {@link #unlock} is seen.
 */
public final class Mutex extends OwnedLock {
    /** Makes a mutex that nobody holds. */
    public Mutex() {}

    /**
     * Takes the mutex; waits for it.
     *
     * @throws IllegalStateException when the caller holds it already: it would wait for itself
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public void lock() {
        lock(Stack.PINNED);
    }

    /**
     * {@link #lock()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void lock(Stack stack) {
        StackReserve.claimTwice();
        take(requireNew(self(stack)), stack, Cancellers.UNCHECKED);
    }

    /**
     * Takes the mutex if it is free and nobody waits for it.
     *
     * @return whether the caller has it now
     */
    public boolean tryLock() {
        StackReserve.claimTwice();
        return tryObtain(1, self());
    }

    /**
     * Takes the mutex if that becomes possible in time.
     *
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return whether the caller has it now
     */
    @Suspendable
    public boolean tryLock(long timeout, TimeUnit unit) {
        return tryLock(timeout, unit, Stack.PINNED);
    }

    /**
     * {@link #tryLock(long, TimeUnit)} for woven code.
     *
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return whether the caller has it now
     */
    public boolean tryLock(long timeout, TimeUnit unit, Stack stack) {
        StackReserve.claimTwice();
        return obtain(
                1, requireNew(self(stack)), stack, Cancellers.UNCHECKED, unit.toNanos(timeout));
    }

    /**
     * Gives the mutex back.
     *
     * @throws IllegalMonitorStateException when the caller does not hold it
     */
    public void unlock() {
        requireOwner(self());
        giveUp();
    }

    /**
     * Whether anybody holds it; a snapshot.
     *
     * @return true while held
     */
    public boolean isLocked() {
        return isHeld();
    }

    /**
     * A condition of this mutex.
     *
     * @return a new one
     */
    public Cond newCond() {
        return new Cond(this);
    }

    private Object requireNew(Object who) {
        if (isHeldBy(who)) {
            throw new IllegalStateException(
                    "a Mutex is not reentrant, and the caller holds it: " + who);
        }
        return who;
    }
}
