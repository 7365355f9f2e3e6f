package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stand-ins for the asynchronous methods of {@link CompletableFuture} that wait for two stages or
 * for one of two; see {@link AsyncStages}.
 */
public final class AsyncPairs {
    private AsyncPairs() {}

    /** {@link CompletableFuture#thenCombineAsync(CompletionStage, BiFunction)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> thenCombineAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            BiFunction<Object, Object, Object> fn) {
        return AsyncRun.both(stage, other, AsyncRun.FIBERS, fn);
    }

    /** {@link CompletableFuture#thenCombineAsync(CompletionStage, BiFunction, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> thenCombineAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            BiFunction<Object, Object, Object> fn,
            Executor executor) {
        return AsyncRun.both(stage, other, executor, fn);
    }

    /** {@link CompletableFuture#thenAcceptBothAsync(CompletionStage, BiConsumer)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> thenAcceptBothAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            BiConsumer<Object, Object> action) {
        return AsyncRun.both(stage, other, AsyncRun.FIBERS, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#thenAcceptBothAsync(CompletionStage, BiConsumer, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> thenAcceptBothAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            BiConsumer<Object, Object> action,
            Executor executor) {
        return AsyncRun.both(stage, other, executor, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#runAfterBothAsync(CompletionStage, Runnable)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> runAfterBothAsync(
            CompletableFuture<Object> stage, CompletionStage<?> other, Runnable action) {
        return AsyncRun.both(stage, other, AsyncRun.FIBERS, AsyncRun.ofBoth(action));
    }

    /** {@link CompletableFuture#runAfterBothAsync(CompletionStage, Runnable, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> runAfterBothAsync(
            CompletableFuture<Object> stage,
            CompletionStage<?> other,
            Runnable action,
            Executor executor) {
        return AsyncRun.both(stage, other, executor, AsyncRun.ofBoth(action));
    }

    /** {@link CompletableFuture#applyToEitherAsync(CompletionStage, Function)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> applyToEitherAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            Function<Object, Object> fn) {
        return AsyncRun.after(AsyncRun.either(stage, other), AsyncRun.FIBERS, fn);
    }

    /** {@link CompletableFuture#applyToEitherAsync(CompletionStage, Function, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> applyToEitherAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            Function<Object, Object> fn,
            Executor executor) {
        return AsyncRun.after(AsyncRun.either(stage, other), executor, fn);
    }

    /** {@link CompletableFuture#acceptEitherAsync(CompletionStage, Consumer)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> acceptEitherAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            Consumer<Object> action) {
        return AsyncRun.after(AsyncRun.either(stage, other), AsyncRun.FIBERS, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#acceptEitherAsync(CompletionStage, Consumer, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> acceptEitherAsync(
            CompletableFuture<Object> stage,
            CompletionStage<Object> other,
            Consumer<Object> action,
            Executor executor) {
        return AsyncRun.after(AsyncRun.either(stage, other), executor, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#runAfterEitherAsync(CompletionStage, Runnable)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> runAfterEitherAsync(
            CompletableFuture<Object> stage, CompletionStage<?> other, Runnable action) {
        return AsyncRun.after(AsyncRun.either(stage, other), AsyncRun.FIBERS, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#runAfterEitherAsync(CompletionStage, Runnable, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> runAfterEitherAsync(
            CompletableFuture<Object> stage,
            CompletionStage<?> other,
            Runnable action,
            Executor executor) {
        return AsyncRun.after(AsyncRun.either(stage, other), executor, AsyncRun.of(action));
    }
}
