package dev.weft;

import dev.weft.woven.Stack;

/**
 * A supplier that may suspend, as {@link java.util.function.Supplier}.
 *
 * <p>A lambda or method reference for this type is woven without being annotated.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface SuspendableSupplier<T> {
    /**
     * Gives a value.
     *
     * @return the value; null where the implementor says so
     */
    @Suspendable
    T get();

    /**
     * Called by woven code; woven implementations override it. This default calls the plain method,
     * below which nothing can suspend.
     *
     * @param stack the stack of the running coroutine
     * @return the value
     */
    default T get(Stack stack) {
        return get();
    }
}
