package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/** Something that many can wait for together: an event, a latch, a group of work. Thread-safe. */
public abstract class Awaitable extends Granting {
    Awaitable() {}

    /**
     * Waits until it is set, open or done.
     *
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public final void await() {
        await(Stack.PINNED);
    }

    /**
     * {@link #await()} for woven code.
     *
     * @param stack the running coroutine
     */
    public final void await(Stack stack) {
        obtain(0, null, stack, Cancellers.UNCHECKED);
    }

    /**
     * Waits until it is set, open or done, or the time is over.
     *
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return false on a time-out
     */
    @Suspendable
    public final boolean await(long timeout, TimeUnit unit) {
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
    public final boolean await(long timeout, TimeUnit unit, Stack stack) {
        return obtain(0, null, stack, Cancellers.UNCHECKED, unit.toNanos(timeout));
    }
}
