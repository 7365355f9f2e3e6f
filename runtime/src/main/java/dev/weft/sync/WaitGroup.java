package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/**
 * Counts unfinished work and lets others wait until none is left. May be used again afterwards.
 * Thread-safe. (Go's sync.WaitGroup; a structured scope is often the better choice.)
 */
public final class WaitGroup extends Granting {
    private int count;

    /** Makes a group without work. */
    public WaitGroup() {}

    @Override
    boolean grant(int how, Object who) {
        return count == 0;
    }

    /**
     * Adds to the count. Do this before the work is started.
     *
     * @param n may be negative
     * @throws IllegalStateException when the count would become negative; it is then unchanged
     */
    public void add(int n) {
        acquire();
        int sum = count + n;
        boolean valid = sum >= 0 && (n < 0 || sum >= n);
        if (valid) {
            count = sum;
        }
        settle();
        if (!valid) {
            throw new IllegalStateException("WaitGroup count would be " + sum);
        }
    }

    /** Counts one piece of work as finished. */
    public void done() {
        add(-1);
    }

    /**
     * Waits until no work is left.
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
     * Waits until no work is left, or the time is over.
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
     * How much work is unfinished; a snapshot.
     *
     * @return not negative
     */
    public int count() {
        acquire();
        int n = count;
        release();
        return n;
    }
}
