package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/** Opens for ever when it has been counted down to 0. Thread-safe. */
public final class Latch extends Granting {
    private int count;

    /**
     * Makes a latch.
     *
     * @param count how often to count down; 0 makes an open latch
     * @throws IllegalArgumentException when negative
     */
    public Latch(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count: " + count);
        }
        this.count = count;
    }

    @Override
    boolean grant(int how, Object who) {
        return count == 0;
    }

    /** Counts down by one; does nothing when open. */
    public void countDown() {
        acquire();
        if (count > 0) {
            count--;
        }
        settle();
    }

    /**
     * Waits until it is open.
     *
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public void await() {
        await(Stack.PINNED);
    }

    /**
     * {@link #await()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void await(Stack stack) {
        obtain(0, null, stack, Cancellers.UNCHECKED);
    }

    /**
     * Waits until it is open, or the time is over.
     *
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return false on a time-out
     */
    @Suspendable
    public boolean await(long timeout, TimeUnit unit) {
        return await(timeout, unit, Stack.PINNED);
    }

    /**
     * {@link #await(long, TimeUnit)} for woven code.
     *
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return false on a time-out
     */
    public boolean await(long timeout, TimeUnit unit, Stack stack) {
        return obtain(0, null, stack, Cancellers.UNCHECKED, unit.toNanos(timeout));
    }

    /**
     * What is left to count; a snapshot.
     *
     * @return 0 when open
     */
    public int count() {
        acquire();
        int n = count;
        release();
        return n;
    }
}
