package dev.weft.fiber;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Waits for several fibers at a time. */
public final class Fibers {
    private Fibers() {}

    /**
     * Waits until all have ended, one way or the other. Throws no fiber's exception.
     *
     * @param fibers whom to wait for; the same one may be there twice
     * @throws dev.weft.FiberCancelledException when the caller is cancelled or interrupted
     */
    @Suspendable
    public static void joinAll(Collection<? extends Fiber<?>> fibers) {
        joinAll(fibers, Integer.MAX_VALUE, null, Stack.PINNED);
    }

    /**
     * As {@link #joinAll(Collection)}, called by woven code.
     *
     * @param fibers whom to wait for
     * @param stack the stack of the running coroutine
     */
    public static void joinAll(Collection<? extends Fiber<?>> fibers, Stack stack) {
        joinAll(fibers, Integer.MAX_VALUE, null, stack);
    }

    /**
     * Waits until some have ended, one way or the other, or a time is over. Throws no fiber's
     * exception; ask them by {@link Fiber#isDone()}.
     *
     * @param fibers whom to wait for; the same one may be there twice, and counts twice
     * @param count how many to wait for; more than there are: all
     * @param timeout how long at most; null: for ever
     * @throws dev.weft.FiberCancelledException when the caller is cancelled or interrupted
     */
    @Suspendable
    public static void joinAll(Collection<? extends Fiber<?>> fibers, int count, Duration timeout) {
        joinAll(fibers, count, timeout, Stack.PINNED);
    }

    /**
     * As {@link #joinAll(Collection, int, Duration)}, called by woven code.
     *
     * @param fibers whom to wait for
     * @param count how many to wait for
     * @param timeout how long at most; null: for ever
     * @param stack the stack of the running coroutine
     */
    public static void joinAll(
            Collection<? extends Fiber<?>> fibers, int count, Duration timeout, Stack stack) {
        List<Fiber<?>> all = new ArrayList<>(Objects.requireNonNull(fibers, "fibers"));
        int wanted = Math.min(count, all.size());
        if (wanted <= 0) {
            return;
        }
        long nanos = timeout == null ? Long.MAX_VALUE : Durations.nanos(timeout);
        Callback.<Void>await(stack, all, nanos, callback -> countEnds(all, wanted, callback));
    }

    private static void countEnds(List<Fiber<?>> fibers, int wanted, Callback<Void> callback) {
        AtomicInteger left = new AtomicInteger(wanted);
        Consumer<Fiber<?>> ender =
                new Consumer<>() {
                    @Override
                    public void accept(Fiber<?> ended) {
                        if (left.decrementAndGet() == 0) {
                            callback.resume(null);
                            drop(fibers, wanted, this);
                        }
                    }
                };
        callback.onCancel(() -> drop(fibers, 0, ender));
        for (Fiber<?> fiber : fibers) {
            if (!fiber.extras().onEnd(fiber, ender)) {
                ender.accept(fiber);
            }
        }
        if (left.get() <= 0) {
            drop(fibers, wanted, ender); // what was added behind the last one that counted
        }
    }

    /** Who asks again and again would leave something with each fiber that has not ended. */
    private static void drop(List<Fiber<?>> fibers, int wanted, Consumer<Fiber<?>> ender) {
        if (wanted < fibers.size()) {
            fibers.forEach(f -> f.extras().dropOnEnd(ender));
        }
    }
}
