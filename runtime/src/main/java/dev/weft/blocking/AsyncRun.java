package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/*
 * The helpers that make functions are suspendable for what they make, not for what they do: a
 * lambda for one of the JDK's interfaces can suspend when it is made in a suspendable method.
 */

/**
 * One function of a {@link CompletableFuture}'s stage, run by an executor so that it can suspend:
 * completes the stage with its outcome.
 */
final class AsyncRun implements Runnable {
    /** Each task in a fiber of its own that passes for a daemon thread. */
    static final Executor FIBERS = task -> FiberThreadFactory.daemons().newThread(task).start();

    private final CompletableFuture<Object> stage;
    private final SuspendableCallable<?> body;

    private AsyncRun(CompletableFuture<Object> stage, SuspendableCallable<?> body) {
        this.stage = stage;
        this.body = body;
    }

    @Suspendable
    @Override
    public void run() {
        if (stage.isDone()) {
            return;
        }
        try {
            stage.complete(body.call());
        } catch (Throwable e) {
            stage.completeExceptionally(wrapped(e));
        }
    }

    static CompletableFuture<Object> start(
            CompletableFuture<Object> stage, Executor executor, SuspendableCallable<?> body) {
        executor.execute(new AsyncRun(stage, body));
        return stage;
    }

    @SuppressWarnings("unchecked")
    static <T> CompletableFuture<T> startVoid(Executor executor, Runnable action) {
        return (CompletableFuture<T>)
                start(
                        new CompletableFuture<>(),
                        executor,
                        () -> {
                            action.run();
                            return null;
                        });
    }

    @Suspendable
    @SuppressWarnings("unchecked")
    static <T> CompletableFuture<T> after(
            CompletableFuture<?> stage, Executor executor, Function<?, ?> fn) {
        Function<Object, Object> f = (Function<Object, Object>) fn;
        return chain(stage, executor, (value, thrown) -> f.apply(value), false);
    }

    static <T> CompletableFuture<T> handle(
            CompletableFuture<?> stage, Executor executor, BiFunction<Object, Throwable, ?> fn) {
        return chain(stage, executor, fn, true);
    }

    /** The action's own exception is seen only when the stage had none. */
    static <T> CompletableFuture<T> whenComplete(
            CompletableFuture<?> stage, Executor executor, BiConsumer<Object, Throwable> action) {
        CompletableFuture<T> result = fresh(stage);
        chain(stage, executor, of(action), true)
                .whenComplete(
                        (unused, own) ->
                                stage.whenComplete(
                                        (value, thrown) -> settle(result, value, thrown, own)));
        return result;
    }

    @SuppressWarnings("unchecked")
    private static <T> void settle(
            CompletableFuture<T> result, Object value, Throwable thrown, Throwable own) {
        if (thrown != null) {
            result.completeExceptionally(wrapped(thrown));
        } else if (own != null) {
            result.completeExceptionally(wrapped(own));
        } else {
            result.complete((T) value);
        }
    }

    static <T> CompletableFuture<T> compose(
            CompletableFuture<?> stage,
            Executor executor,
            Function<Object, CompletionStage<Object>> fn) {
        CompletableFuture<T> result = fresh(stage);
        flatten(after(stage, executor, fn), result);
        return result;
    }

    /** The stage's own value, or the function's of its exception. */
    static CompletableFuture<Object> recover(
            CompletableFuture<Object> stage, Executor executor, Function<Throwable, ?> fn) {
        CompletableFuture<Object> result = fresh(stage);
        stage.whenComplete(
                (value, thrown) -> {
                    if (thrown == null) {
                        result.complete(value);
                    } else {
                        hand(result, executor, () -> fn.apply(thrown));
                    }
                });
        return result;
    }

    /** As {@link #recover}, with a function that gives a stage. */
    static CompletableFuture<Object> recoverWith(
            CompletableFuture<Object> stage,
            Executor executor,
            Function<Throwable, CompletionStage<Object>> fn) {
        CompletableFuture<Object> result = fresh(stage);
        stage.whenComplete(
                (value, thrown) -> {
                    if (thrown == null) {
                        result.complete(value);
                    } else {
                        CompletableFuture<Object> inner = new CompletableFuture<>();
                        flatten(inner, result);
                        hand(inner, executor, () -> fn.apply(thrown));
                    }
                });
        return result;
    }

    /** Completes a stage as the one will be that another stage gives. */
    @SuppressWarnings("unchecked")
    private static <T> void flatten(CompletableFuture<?> inner, CompletableFuture<T> result) {
        inner.whenComplete(
                (next, thrown) -> {
                    if (thrown != null || next == null) {
                        Throwable why = thrown == null ? new NullPointerException() : thrown;
                        result.completeExceptionally(wrapped(why));
                    } else {
                        ((CompletionStage<Object>) next)
                                .whenComplete((value, late) -> settle(result, value, late, null));
                    }
                });
    }

    @Suspendable
    @SuppressWarnings("unchecked")
    static <T> CompletableFuture<T> both(
            CompletableFuture<Object> stage,
            CompletionStage<?> other,
            Executor executor,
            BiFunction<?, ?, ?> fn) {
        BiFunction<Object, Object, Object> f = (BiFunction<Object, Object, Object>) fn;
        CompletionStage<Object> second = (CompletionStage<Object>) other;
        CompletableFuture<Object[]> pair = stage.thenCombine(second, (a, b) -> new Object[] {a, b});
        return after(pair, executor, (Object[] p) -> f.apply(p[0], p[1]));
    }

    @SuppressWarnings("unchecked")
    static CompletableFuture<Object> either(
            CompletableFuture<Object> stage, CompletionStage<?> other) {
        return stage.applyToEither((CompletionStage<Object>) other, value -> value);
    }

    @Suspendable
    static Function<Object, Object> of(Consumer<Object> action) {
        return value -> {
            action.accept(value);
            return null;
        };
    }

    @Suspendable
    static Function<Object, Object> of(Runnable action) {
        return value -> {
            action.run();
            return null;
        };
    }

    @Suspendable
    static <U> BiFunction<Object, U, Object> of(BiConsumer<Object, U> action) {
        return (a, b) -> {
            action.accept(a, b);
            return null;
        };
    }

    @Suspendable
    static BiFunction<Object, Object, Object> ofBoth(Runnable action) {
        return (a, b) -> {
            action.run();
            return null;
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> CompletableFuture<T> chain(
            CompletableFuture<?> stage,
            Executor executor,
            BiFunction<Object, Throwable, ?> fn,
            boolean always) {
        CompletableFuture<Object> result = fresh(stage);
        stage.whenComplete(
                (value, thrown) -> {
                    if (thrown != null && !always) {
                        result.completeExceptionally(wrapped(thrown));
                    } else {
                        hand(result, executor, () -> fn.apply(value, thrown));
                    }
                });
        return (CompletableFuture<T>) result;
    }

    /** An executor that rejects makes the stage fail, as the JDK's does. */
    private static void hand(
            CompletableFuture<Object> result, Executor executor, SuspendableCallable<?> body) {
        try {
            start(result, executor, body);
        } catch (Throwable e) {
            result.completeExceptionally(wrapped(e));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> CompletableFuture<T> fresh(CompletableFuture<?> stage) {
        return (CompletableFuture<T>) stage.newIncompleteFuture();
    }

    private static CompletionException wrapped(Throwable thrown) {
        return thrown instanceof CompletionException
                ? (CompletionException) thrown
                : new CompletionException(thrown);
    }
}
