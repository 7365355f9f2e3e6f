package dev.weft;

import dev.weft.woven.Stack;

/**
 * A function that may suspend, as {@link java.util.function.Function}.
 *
 * <p>A lambda or method reference for this type is woven without being annotated.
 *
 * @param <T> the type of the argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface SuspendableFunction<T, R> {
    /**
     * Computes the result.
     *
     * @param value the argument
     * @return the result; null where the implementor says so
     */
    @Suspendable
    R apply(T value);

    /**
     * Called by woven code; woven implementations override it. This default calls the plain method,
     * below which nothing can suspend.
     *
     * @param value the argument
     * @param stack the stack of the running coroutine
     * @return the result
     */
    default R apply(T value, Stack stack) {
        return apply(value);
    }
}
