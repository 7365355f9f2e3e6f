package dev.weft;

import dev.weft.woven.Stack;

/**
 * A body without a result that may suspend, as {@link Runnable} but free to throw.
 *
 * <p>A lambda or method reference for this type is woven without being annotated.
 */
@FunctionalInterface
public interface SuspendableRunnable {
    /**
     * Runs the body.
     *
     * @throws Exception whatever the body throws
     */
    @Suspendable
    void run() throws Exception;

    /**
     * Called by woven code; woven implementations override it. This default calls the plain method,
     * below which nothing can suspend.
     *
     * @param stack the stack of the running coroutine
     * @throws Exception whatever the body throws
     */
    default void run(Stack stack) throws Exception {
        run();
    }
}
