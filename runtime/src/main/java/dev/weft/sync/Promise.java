package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A result that comes later, once: from any fiber or thread to any number of them. Thread-safe.
 *
 * @param <T> the result; may be null
 */
public final class Promise<T> extends Granting {
    private boolean done;
    private T value;
    private Throwable failure;

    /** Makes a promise without a result. */
    public Promise() {}

    @Override
    boolean grant(int how, Object who) {
        return done;
    }

    @Override
    void deliver(Waiter waiter) {
        if (failure == null) {
            waiter.resume(value);
        } else {
            waiter.fail(wrapped());
        }
    }

    /**
     * Gives the result.
     *
     * @param result may be null
     * @return false when there was an outcome already, which stands
     */
    public boolean complete(T result) {
        return settleWith(result, null);
    }

    /**
     * Gives an exception instead of a result.
     *
     * @param cause not null
     * @return false when there was an outcome already, which stands
     */
    public boolean fail(Throwable cause) {
        return settleWith(null, Objects.requireNonNull(cause, "cause"));
    }

    private boolean settleWith(T result, Throwable cause) {
        int acquired = acquire();
        boolean first = !done;
        if (first) {
            value = result;
            failure = cause;
            done = true;
        }
        settle(acquired);
        return first;
    }

    /**
     * The result; waits for it.
     *
     * @return may be null
     * @throws CompletionException when the promise failed; its cause is what {@link #fail} was
     *     given
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public T get() {
        return get(Stack.PINNED);
    }

    /**
     * {@link #get()} for woven code.
     *
     * @param stack the running coroutine
     * @return the result
     */
    @SuppressWarnings("unchecked")
    public T get(Stack stack) {
        acquire();
        if (done) {
            release();
            return outcome();
        }
        return (T) enqueue(0, null, stack, Cancellers.UNCHECKED).await(stack);
    }

    /**
     * The result, if it comes in time.
     *
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return may be null
     * @throws TimeoutException when it did not come
     */
    @Suspendable
    public T get(long timeout, TimeUnit unit) throws TimeoutException {
        return get(timeout, unit, Stack.PINNED);
    }

    /**
     * {@link #get(long, TimeUnit)} for woven code.
     *
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return the result
     * @throws TimeoutException when it did not come
     */
    @SuppressWarnings("unchecked")
    public T get(long timeout, TimeUnit unit, Stack stack) throws TimeoutException {
        acquire();
        if (done) {
            release();
            return outcome();
        }
        TimeoutException late = new TimeoutException("no result in " + timeout + " " + unit);
        if (timeout <= 0) {
            release();
            throw late;
        }
        return (T)
                enqueue(0, null, stack, Cancellers.UNCHECKED)
                        .awaitOrFail(stack, unit.toNanos(timeout), late);
    }

    /**
     * Whether there is an outcome; a snapshot.
     *
     * @return true after {@link #complete} or {@link #fail}
     */
    public boolean isDone() {
        acquire();
        boolean is = done;
        release();
        return is;
    }

    private T outcome() {
        if (failure != null) {
            throw wrapped();
        }
        return value;
    }

    private CompletionException wrapped() {
        return new CompletionException("the promise failed", failure);
    }
}
