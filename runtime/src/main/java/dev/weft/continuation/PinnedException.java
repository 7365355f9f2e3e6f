package dev.weft.continuation;

/**
 * Thrown where code has to suspend and cannot, because a method between it and the coroutine was
 * not woven. The message names the reason and the remedy.
 */
public final class PinnedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param operation what was tried, such as {@code yield}
     */
    public PinnedException(String operation) {
        super(
                operation
                        + " cannot suspend here: a caller between it and the coroutine's body is not woven"
                        + " (not @Suspendable, or a constructor, a synchronized block, a static initialiser or library code);"
                        + " annotate the callers with @Suspendable and run with the agent, or weave at build time");
    }
}
