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
 * Stand-ins for the asynchronous methods of {@link CompletionStage} as a type: a stage that is a
 * {@link CompletableFuture}, as those of the JDK are, has those of {@link AsyncStages}; others are
 * called as they are.
 */
public final class StageCalls {
    private StageCalls() {}

    /** {@code thenApplyAsync(Function)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> thenApplyAsync(
            CompletionStage<Object> stage, Function<Object, Object> fn) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenApplyAsync((CompletableFuture<Object>) stage, fn)
                : stage.thenApplyAsync(fn);
    }

    /** {@code thenApplyAsync(Function, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> thenApplyAsync(
            CompletionStage<Object> stage, Function<Object, Object> fn, Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenApplyAsync((CompletableFuture<Object>) stage, fn, executor)
                : stage.thenApplyAsync(fn, executor);
    }

    /** {@code thenAcceptAsync(Consumer)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> thenAcceptAsync(
            CompletionStage<Object> stage, Consumer<Object> action) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenAcceptAsync((CompletableFuture<Object>) stage, action)
                : stage.thenAcceptAsync(action);
    }

    /** {@code thenAcceptAsync(Consumer, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> thenAcceptAsync(
            CompletionStage<Object> stage, Consumer<Object> action, Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenAcceptAsync((CompletableFuture<Object>) stage, action, executor)
                : stage.thenAcceptAsync(action, executor);
    }

    /** {@code thenRunAsync(Runnable)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> thenRunAsync(
            CompletionStage<Object> stage, Runnable action) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenRunAsync((CompletableFuture<Object>) stage, action)
                : stage.thenRunAsync(action);
    }

    /** {@code thenRunAsync(Runnable, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> thenRunAsync(
            CompletionStage<Object> stage, Runnable action, Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenRunAsync((CompletableFuture<Object>) stage, action, executor)
                : stage.thenRunAsync(action, executor);
    }

    /** {@code thenComposeAsync(Function)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> thenComposeAsync(
            CompletionStage<Object> stage, Function<Object, CompletionStage<Object>> fn) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenComposeAsync((CompletableFuture<Object>) stage, fn)
                : stage.thenComposeAsync(fn);
    }

    /** {@code thenComposeAsync(Function, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> thenComposeAsync(
            CompletionStage<Object> stage,
            Function<Object, CompletionStage<Object>> fn,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncStages.thenComposeAsync((CompletableFuture<Object>) stage, fn, executor)
                : stage.thenComposeAsync(fn, executor);
    }

    /** {@code handleAsync(BiFunction)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> handleAsync(
            CompletionStage<Object> stage, BiFunction<Object, Throwable, Object> fn) {
        return stage instanceof CompletableFuture
                ? AsyncStages.handleAsync((CompletableFuture<Object>) stage, fn)
                : stage.handleAsync(fn);
    }

    /** {@code handleAsync(BiFunction, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> handleAsync(
            CompletionStage<Object> stage,
            BiFunction<Object, Throwable, Object> fn,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncStages.handleAsync((CompletableFuture<Object>) stage, fn, executor)
                : stage.handleAsync(fn, executor);
    }

    /** {@code whenCompleteAsync(BiConsumer)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> whenCompleteAsync(
            CompletionStage<Object> stage, BiConsumer<Object, Throwable> action) {
        return stage instanceof CompletableFuture
                ? AsyncStages.whenCompleteAsync((CompletableFuture<Object>) stage, action)
                : stage.whenCompleteAsync(action);
    }

    /** {@code whenCompleteAsync(BiConsumer, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> whenCompleteAsync(
            CompletionStage<Object> stage,
            BiConsumer<Object, Throwable> action,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncStages.whenCompleteAsync((CompletableFuture<Object>) stage, action, executor)
                : stage.whenCompleteAsync(action, executor);
    }
}
