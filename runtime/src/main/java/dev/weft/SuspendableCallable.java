package dev.weft;

import dev.weft.woven.Stack;

/**
 * A body with a result that may suspend, as {@link java.util.concurrent.Callable}.
 *
 * <p>A lambda or method reference for this type is woven without being annotated.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface SuspendableCallable<T> {
    /**
     * Computes the result.
     *
     * @return the result; null where the implementor says so
     * @throws Exception whatever the body throws
     */
    @Suspendable
    T call() throws Exception;

    /**
     * Called by woven code; woven implementations override it. This default calls the plain method,
     * below which nothing can suspend.
     *
     * @param stack the stack of the running coroutine
     * @return the result
     * @throws Exception whatever the body throws
     */
    default T call(Stack stack) throws Exception {
        return call();
    }
}
