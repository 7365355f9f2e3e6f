package dev.weft;

import dev.weft.woven.Stack;

/**
 * A consumer that may suspend, as {@link java.util.function.Consumer}.
 *
 * <p>A lambda or method reference for this type is woven without being annotated.
 *
 * @param <T> the type of the argument
 */
@FunctionalInterface
public interface SuspendableConsumer<T> {
    /**
     * Takes a value.
     *
     * @param value the argument
     */
    @Suspendable
    void accept(T value);

    /**
     * Called by woven code; woven implementations override it. This default calls the plain method,
     * below which nothing can suspend.
     *
     * @param value the argument
     * @param stack the stack of the running coroutine
     */
    default void accept(T value, Stack stack) {
        accept(value);
    }
}
