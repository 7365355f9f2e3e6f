package dev.weft.sync;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.SuspendableSupplier;
import dev.weft.fiber.Fiber;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/**
 * A value that is computed once, by whoever asks first; who asks meanwhile waits for it. (Go's
 * {@code sync.OnceValue}.)
 *
 * <p>A computation that throws has happened: everybody gets that same exception. Only a
 * cancellation or interrupt of who computes is its own end and not the value's: the next one who
 * asks computes anew. Thread-safe; after {@link #get} everything is seen that the computation did.
 *
 * @param <T> the value; may be null
 */
public final class OnceValue<T> implements SuspendableSupplier<T> {
    private final Mutex mutex = new Mutex();

    /** Null once it has run, so that what it refers to can be collected. */
    private SuspendableCallable<? extends T> computation;

    private T value;
    private Throwable failure;
    private volatile boolean done;

    /**
     * Makes one that has not computed its value.
     *
     * @param computation may suspend; not null; must not ask for this value
     */
    public OnceValue(SuspendableCallable<? extends T> computation) {
        this.computation = Objects.requireNonNull(computation, "computation");
    }

    /**
     * The value; computes it, or waits for it.
     *
     * @return what the computation returned
     * @throws CompletionException when the computation threw a checked exception, its cause; an
     *     unchecked one, or an error, is thrown as it is
     * @throws IllegalStateException when the computation itself calls this
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Override
    @Suspendable
    public T get() {
        if (!done) {
            computeOrWait();
        }
        return outcome();
    }

    /**
     * Whether the computation has returned or thrown.
     *
     * @return true when {@link #get} would not wait
     */
    public boolean isDone() {
        return done;
    }

    @Suspendable
    private void computeOrWait() {
        mutex.lock();
        try {
            if (!done) {
                compute();
            }
        } finally {
            mutex.unlock();
        }
    }

    @Suspendable
    private void compute() {
        try {
            value = computation.call();
        } catch (FiberCancelledException notItsFault) {
            throw notItsFault;
        } catch (InterruptedException notItsFault) {
            throw cancelled(notItsFault);
        } catch (RuntimeException | Error unchecked) {
            failure = unchecked;
        } catch (Exception checked) {
            failure = new CompletionException("the computation failed", checked);
        }
        computation = null;
        done = true;
    }

    /** What waits throw for an interrupt; a thread's flag is set again, as they do. */
    private static FiberCancelledException cancelled(InterruptedException why) {
        if (Fiber.current() == null) {
            Thread.currentThread().interrupt();
        }
        return new FiberCancelledException("interrupted while it computed a OnceValue", why);
    }

    private T outcome() {
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return value;
    }
}
