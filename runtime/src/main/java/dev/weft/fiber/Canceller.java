package dev.weft.fiber;

import dev.weft.FiberCancelledException;

/** How a wait can be ended early: by a cancellation, an interrupt or a timeout. */
@FunctionalInterface
public interface Canceller {
    /**
     * Withdraws a waiter from where it waits, under that structure's lock. While this runs the
     * waiter can't begin another wait. Must not block for long nor call user code.
     *
     * @param waiter the waiter as it was published
     * @return true when it was still there and is no longer; false when a waker has taken it, whose
     *     wake-up then stands
     */
    boolean withdraw(Waiter waiter);

    /**
     * What an ended wait throws. The default suits calls that do not declare {@link
     * InterruptedException}; those that do override it.
     *
     * @param cancelled true for a cancellation, false for an interrupt
     * @return the exception, never null; {@link InterruptedException} is thrown undeclared
     */
    default Throwable interruption(boolean cancelled) {
        return new FiberCancelledException(cancelled ? "the fiber was cancelled" : "interrupted");
    }

    /**
     * What is waited for, as dumps say it behind "waits for".
     *
     * @param reason what the wait was begun with; not null
     * @return by default the reason's own text
     */
    default String describe(Object reason) {
        return reason.toString();
    }

    /**
     * Whether the wait is ended by somebody outside of all fibers: a callback, a call on a helper
     * thread. Such a fiber does not sleep for ever, though no fiber may wake it.
     *
     * @return false unless overridden
     */
    default boolean isFromOutside() {
        return false;
    }
}
