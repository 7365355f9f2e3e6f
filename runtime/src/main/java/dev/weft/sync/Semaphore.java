package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.concurrent.TimeUnit;

/**
 * Counted permits, given in the order of asking: a large request is not overtaken by small ones.
 * Permits have no owner; anybody may release them. Thread-safe.
 */
public final class Semaphore extends Granting {
    private int permits;

    /**
     * Makes a semaphore.
     *
     * @param permits how many there are at first; negative means that many must be released first
     */
    public Semaphore(int permits) {
        this.permits = permits;
    }

    @Override
    boolean grant(int how, Object who) {
        if (permits < how) {
            return false;
        }
        permits -= how;
        return true;
    }

    /** Takes one permit; waits for it. */
    @Suspendable
    public void acquirePermit() {
        acquirePermits(1, Stack.PINNED);
    }

    /**
     * {@link #acquirePermit()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void acquirePermit(Stack stack) {
        acquirePermits(1, stack);
    }

    /**
     * Takes permits, all at once; waits for them.
     *
     * @param n how many; not negative
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public void acquirePermits(int n) {
        acquirePermits(n, Stack.PINNED);
    }

    /**
     * {@link #acquirePermits(int)} for woven code.
     *
     * @param n how many
     * @param stack the running coroutine
     */
    public void acquirePermits(int n, Stack stack) {
        StackReserve.claimTwice();
        obtain(requireCount(n), null, stack, Cancellers.UNCHECKED);
    }

    /**
     * Takes permits if they are there and nobody waits.
     *
     * @param n how many; not negative
     * @return whether they were taken
     */
    public boolean tryAcquire(int n) {
        StackReserve.claimTwice();
        return tryObtain(requireCount(n), null);
    }

    /**
     * Takes permits if they come in time.
     *
     * @param n how many; not negative
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return whether they were taken
     */
    @Suspendable
    public boolean tryAcquire(int n, long timeout, TimeUnit unit) {
        return tryAcquire(n, timeout, unit, Stack.PINNED);
    }

    /**
     * {@link #tryAcquire(int, long, TimeUnit)} for woven code.
     *
     * @param n how many
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return whether they were taken
     */
    public boolean tryAcquire(int n, long timeout, TimeUnit unit, Stack stack) {
        StackReserve.claimTwice();
        return obtain(requireCount(n), null, stack, Cancellers.UNCHECKED, unit.toNanos(timeout));
    }

    /** Gives one permit back. */
    public void releasePermit() {
        releasePermits(1);
    }

    /**
     * Gives permits back, or adds new ones.
     *
     * @param n how many; not negative
     * @throws IllegalStateException when there would be more than {@link Integer#MAX_VALUE}
     */
    public void releasePermits(int n) {
        requireCount(n);
        int acquired = acquire();
        boolean tooMany = permits > Integer.MAX_VALUE - n;
        if (!tooMany) {
            permits += n;
        }
        settle(acquired);
        if (tooMany) {
            throw new IllegalStateException("too many permits");
        }
    }

    /**
     * How many permits are there; a snapshot.
     *
     * @return may be negative
     */
    public int available() {
        acquire();
        int n = permits;
        release();
        return n;
    }

    private static int requireCount(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("number of permits: " + n);
        }
        return n;
    }
}
