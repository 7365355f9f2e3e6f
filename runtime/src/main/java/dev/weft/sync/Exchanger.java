package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;

/**
 * Lets two meet and swap values. Thread-safe.
 *
 * @param <T> the values; may be null
 */
public final class Exchanger<T> extends Granting {
    /** Makes an exchanger where nobody waits. */
    public Exchanger() {}

    /** Those who wait are served by the next to come, one each. */
    @Override
    boolean grant(int how, Object who) {
        return false;
    }

    /**
     * Waits for another caller and swaps values with it.
     *
     * @param mine for the other; may be null
     * @return the other's
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public T exchange(T mine) {
        return exchange(mine, Stack.PINNED);
    }

    /**
     * {@link #exchange(Object)} for woven code.
     *
     * @param mine for the other
     * @param stack the running coroutine
     * @return the other's
     */
    @SuppressWarnings("unchecked")
    public T exchange(T mine, Stack stack) {
        acquire();
        Waiter other = pollFirst();
        if (other == null) {
            return (T) enqueue(0, mine, stack, Cancellers.UNCHECKED).await(stack);
        }
        release();
        T theirs = (T) other.item;
        other.item = null;
        other.resume(mine);
        return theirs;
    }
}
