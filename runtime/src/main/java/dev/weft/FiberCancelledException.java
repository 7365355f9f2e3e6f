package dev.weft;

import java.util.concurrent.CancellationException;

/**
 * Thrown by a suspending call when the fiber (or the thread) that waits in it has been cancelled or
 * interrupted. Unchecked, so that lambdas stay simple; let it pass, {@code finally} blocks run.
 *
 * <p>A fiber that ends with it is cancelled, not failed. A plain thread that gets it was
 * interrupted, and its interrupt flag is set again.
 */
public class FiberCancelledException extends CancellationException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param message what was cancelled and where; may be null
     */
    public FiberCancelledException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what was cancelled and where; may be null
     * @param cause why; may be null
     */
    public FiberCancelledException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
