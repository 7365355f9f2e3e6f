package dev.weft.fiber;

import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The bridge from callbacks to fibers: one wait, ended by whoever first calls {@link #resume} or
 * {@link #fail}, from any thread, at once or years later. Get one by {@link Weft#suspend}.
 *
 * <p>Thread-safe.
 *
 * @param <T> the type of the result
 */
public final class Callback<T> implements BiConsumer<T, Throwable> {
    private final Object reason;
    private Waiter waiter;
    private Runnable onCancel;
    private boolean cancelled;

    Callback(Object reason) {
        this.reason = reason == null ? this : reason;
    }

    /**
     * Ends the wait with a result.
     *
     * @param value what {@link Weft#suspend} returns; may be null
     * @return false when the wait had ended already; nothing happens then
     */
    public boolean resume(T value) {
        StackReserve.claim();
        Waiter taken = take();
        if (taken != null) {
            taken.resume(value);
        }
        return taken != null;
    }

    /**
     * Ends the wait with an exception.
     *
     * @param thrown thrown by {@link Weft#suspend} as it is, declared or not; not null
     * @return false when the wait had ended already; nothing happens then
     */
    public boolean fail(Throwable thrown) {
        StackReserve.claim();
        Objects.requireNonNull(thrown, "thrown");
        Waiter taken = take();
        if (taken != null) {
            taken.fail(thrown);
        }
        return taken != null;
    }

    /**
     * Says what to do when the wait is cancelled, interrupted or timed out; at once when it has
     * been.
     *
     * @param action short, must not block; replaces an earlier one; not null
     */
    public void onCancel(Runnable action) {
        Objects.requireNonNull(action, "action");
        synchronized (this) {
            onCancel = action;
            if (!cancelled) {
                return;
            }
        }
        action.run();
    }

    /** For {@code whenComplete}: fails when there is an exception, else resumes. */
    @Override
    public void accept(T value, Throwable thrown) {
        if (thrown != null) {
            fail(thrown);
        } else {
            resume(value);
        }
    }

    @Override
    public String toString() {
        return "callback";
    }

    /**
     * Begins the wait, calls {@code start}, waits; {@link Long#MAX_VALUE} nanoseconds: for ever.
     */
    @SuppressWarnings("unchecked")
    static <T> T await(
            Stack stack, Object reason, long nanos, Consumer<? super Callback<T>> start) {
        StackReserve.claimForWait(stack);
        Callback<T> callback = new Callback<>(reason);
        Waiter waiter = Waiter.begin(stack, callback.reason, callback.canceller());
        callback.waiter = waiter;
        try {
            start.accept(callback);
        } catch (Throwable thrown) {
            if (callback.take() != null) {
                waiter.dismiss();
                throw thrown;
            }
            // somebody has ended the wait already, and that stands
        }
        return (T)
                (nanos == Long.MAX_VALUE ? waiter.await(stack) : waiter.await(stack, nanos, null));
    }

    private Canceller canceller() {
        return new Canceller() {
            @Override
            public boolean withdraw(Waiter unused) {
                return Callback.this.withdraw();
            }

            @Override
            public boolean isFromOutside() {
                return true;
            }
        };
    }

    private synchronized Waiter take() {
        Waiter taken = waiter;
        waiter = null;
        return taken;
    }

    private boolean withdraw() {
        Runnable action;
        synchronized (this) {
            if (waiter == null) {
                return false;
            }
            waiter = null;
            cancelled = true;
            action = onCancel;
        }
        if (action != null) {
            action.run();
        }
        return true;
    }
}
