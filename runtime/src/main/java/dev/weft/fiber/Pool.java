package dev.weft.fiber;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.SuspendableConsumer;
import dev.weft.SuspendableFunction;
import dev.weft.SuspendableRunnable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Runs fibers, but at most so many at a time: {@link #go} waits for a free place, first come first
 * served. Unlike a {@link Scope} it outlives the method that made it and lets one fail without the
 * others. (gevent's {@code Pool} and, without a bound, {@code Group}.)
 *
 * <p>Thread-safe.
 */
public final class Pool {
    private final int size;
    private final Set<Fiber<?>> running = new LinkedHashSet<>();
    private final ArrayDeque<Callback<Boolean>> waiting = new ArrayDeque<>();
    private int places;

    private Pool(int size) {
        this.size = size;
        places = size;
    }

    /**
     * Makes a pool.
     *
     * @param size how many fibers run at a time, at least 1
     * @return an empty pool
     */
    public static Pool of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1: " + size);
        }
        return new Pool(size);
    }

    /**
     * Makes a pool without a bound: a group.
     *
     * @return an empty pool
     */
    public static Pool unbounded() {
        return new Pool(Integer.MAX_VALUE);
    }

    /**
     * Waits for a free place and starts a fiber in it.
     *
     * @param body its body
     * @param <T> the type of the result
     * @return the fiber
     * @throws dev.weft.FiberCancelledException when the caller is cancelled or interrupted
     */
    @Suspendable
    @SuppressWarnings("overloads")
    public <T> Fiber<T> go(SuspendableCallable<T> body) {
        Objects.requireNonNull(body, "body");
        StackReserve.claimMost(); // who has taken a place must get to use it
        takePlace();
        return start(body);
    }

    /**
     * As {@link #go(SuspendableCallable)}, without a result.
     *
     * @param body its body
     * @return the fiber
     * @throws dev.weft.FiberCancelledException when the caller is cancelled or interrupted
     */
    @Suspendable
    @SuppressWarnings("overloads")
    public Fiber<Void> go(SuspendableRunnable body) {
        Objects.requireNonNull(body, "body");
        return go(
                () -> {
                    body.run();
                    return null;
                });
    }

    /**
     * Applies a function to each item, as many at a time as the pool allows.
     *
     * @param items the arguments
     * @param function applied in a fiber for each
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results in the items' order
     * @throws java.util.concurrent.CompletionException when one fails, with its cause; the others
     *     go on
     */
    @Suspendable
    public <A, R> List<R> map(
            Iterable<? extends A> items, SuspendableFunction<? super A, ? extends R> function) {
        List<Fiber<R>> fibers = new ArrayList<>();
        for (A item : items) {
            fibers.add(this.<R>go(() -> function.apply(item)));
        }
        List<R> results = new ArrayList<>();
        for (Fiber<R> fiber : fibers) {
            results.add(fiber.join());
        }
        return results;
    }

    /**
     * Applies a function to each item and takes the results as they come.
     *
     * @param items the arguments
     * @param function applied in a fiber for each
     * @param sink gets each result, in the caller's fiber, in the order in which they are ready
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @throws java.util.concurrent.CompletionException when one fails, with its cause; the others
     *     go on
     */
    @Suspendable
    public <A, R> void mapUnordered(
            Iterable<? extends A> items,
            SuspendableFunction<? super A, ? extends R> function,
            SuspendableConsumer<? super R> sink) {
        Finishers<R> ended = new Finishers<>();
        for (A item : items) {
            ended.add(this.<R>go(() -> function.apply(item)));
            Fiber<R> early = ended.poll();
            if (early != null) {
                sink.accept(early.join());
            }
        }
        while (!ended.isEmpty()) {
            sink.accept(ended.take().join());
        }
    }

    /**
     * Waits until no fiber is left in the pool, one way or the other.
     *
     * @throws dev.weft.FiberCancelledException when the caller is cancelled or interrupted
     */
    @Suspendable
    public void join() {
        for (List<Fiber<?>> all = fibers(); !all.isEmpty(); all = fibers()) {
            Fibers.joinAll(all);
        }
    }

    /**
     * As {@link #join()}, for at most a time.
     *
     * @param timeout how long
     * @return whether no fiber was left; false when the time was over
     * @throws dev.weft.FiberCancelledException when the caller is cancelled or interrupted
     */
    @Suspendable
    public boolean join(Duration timeout) {
        TimeSource time = Weft.currentScheduler().time();
        long deadline = time.nanoTime() + Durations.nanos(timeout);
        for (List<Fiber<?>> all = fibers(); !all.isEmpty(); all = fibers()) {
            long left = deadline - time.nanoTime();
            if (left <= 0) {
                return false;
            }
            Fibers.joinAll(all, all.size(), Duration.ofNanos(left));
        }
        return true;
    }

    /** Cancels the fibers that are in it now. Returns at once. */
    public void cancel() {
        fibers().forEach(Fiber::cancel);
    }

    /**
     * The fibers that have not ended.
     *
     * @return a copy, oldest first
     */
    public synchronized List<Fiber<?>> fibers() {
        List<Fiber<?>> all = new ArrayList<>(running);
        all.removeIf(Fiber::isDone);
        return all;
    }

    /**
     * The bound.
     *
     * @return how many fibers run at a time
     */
    public int size() {
        return size;
    }

    @Override
    public synchronized String toString() {
        return "Pool[" + running.size() + (size == Integer.MAX_VALUE ? "" : " of " + size) + "]";
    }

    private <T> Fiber<T> start(SuspendableCallable<T> body) {
        Fiber<T> fiber = null;
        boolean made = false;
        try {
            fiber = new Fiber<>(Weft.currentScheduler(), body);
            FiberLocal.inherit(fiber);
            synchronized (this) {
                running.add(fiber);
            }
            fiber.extras().onEnd(fiber, this::ended);
            made = true;
        } finally {
            if (!made) {
                ended(fiber); // gives the place back
            }
        }
        fiber.scheduler.submit(fiber);
        return fiber;
    }

    @Suspendable
    private void takePlace() {
        takePlace(Stack.PINNED);
    }

    private void takePlace(Stack stack) {
        synchronized (this) {
            if (places > 0) {
                places--;
                return;
            }
        }
        Callback.<Boolean>await(stack, this, Long.MAX_VALUE, this::enqueue);
    }

    private void enqueue(Callback<Boolean> callback) {
        boolean free;
        synchronized (this) {
            free = places > 0;
            if (free) {
                places--;
            } else {
                waiting.add(callback);
            }
        }
        if (free) {
            callback.resume(true);
        } else {
            callback.onCancel(() -> dequeue(callback));
        }
    }

    private synchronized void dequeue(Callback<Boolean> callback) {
        waiting.remove(callback);
    }

    private void ended(Fiber<?> fiber) {
        for (; ; ) {
            Callback<Boolean> next;
            synchronized (this) {
                running.remove(fiber);
                next = waiting.poll();
                if (next == null) {
                    places++;
                    return;
                }
            }
            if (next.resume(true)) {
                return;
            }
        }
    }
}
