package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/**
 * A flag that can be waited for. Setting it lets all waiters go, and others pass until it is
 * cleared. Thread-safe.
 */
public final class Event extends Granting {
    private boolean set;

    /** Makes an event that is not set. */
    public Event() {}

    @Override
    boolean grant(int how, Object who) {
        return set;
    }

    /** Sets the flag and lets all waiters go. */
    public void set() {
        acquire();
        set = true;
        settle();
    }

    /** Clears the flag: later waits wait. */
    public void clear() {
        acquire();
        set = false;
        release();
    }

    /**
     * Whether the flag is set; a snapshot.
     *
     * @return true when a wait would not wait
     */
    public boolean isSet() {
        acquire();
        boolean is = set;
        release();
        return is;
    }

    /**
     * Waits until the flag is set.
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
     * Waits until the flag is set, or the time is over.
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
}
