package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** As {@link StageCalls}, for two stages. */
public final class StagePairs {
    private StagePairs() {}

    /** {@code thenCombineAsync(CompletionStage, BiFunction)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> thenCombineAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            BiFunction<Object, Object, Object> fn) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.thenCombineAsync((CompletableFuture<Object>) stage, other, fn)
                : stage.thenCombineAsync(other, fn);
    }

    /** {@code thenCombineAsync(CompletionStage, BiFunction, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> thenCombineAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            BiFunction<Object, Object, Object> fn,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.thenCombineAsync(
                        (CompletableFuture<Object>) stage, other, fn, executor)
                : stage.thenCombineAsync(other, fn, executor);
    }

    /** {@code thenAcceptBothAsync(CompletionStage, BiConsumer)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> thenAcceptBothAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            BiConsumer<Object, Object> action) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.thenAcceptBothAsync((CompletableFuture<Object>) stage, other, action)
                : stage.thenAcceptBothAsync(other, action);
    }

    /** {@code thenAcceptBothAsync(CompletionStage, BiConsumer, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> thenAcceptBothAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            BiConsumer<Object, Object> action,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.thenAcceptBothAsync(
                        (CompletableFuture<Object>) stage, other, action, executor)
                : stage.thenAcceptBothAsync(other, action, executor);
    }

    /** {@code runAfterBothAsync(CompletionStage, Runnable)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> runAfterBothAsync(
            CompletionStage<Object> stage, CompletionStage<?> other, Runnable action) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.runAfterBothAsync((CompletableFuture<Object>) stage, other, action)
                : stage.runAfterBothAsync(other, action);
    }

    /** {@code runAfterBothAsync(CompletionStage, Runnable, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> runAfterBothAsync(
            CompletionStage<Object> stage,
            CompletionStage<?> other,
            Runnable action,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.runAfterBothAsync(
                        (CompletableFuture<Object>) stage, other, action, executor)
                : stage.runAfterBothAsync(other, action, executor);
    }

    /** {@code applyToEitherAsync(CompletionStage, Function)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> applyToEitherAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            Function<Object, Object> fn) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.applyToEitherAsync((CompletableFuture<Object>) stage, other, fn)
                : stage.applyToEitherAsync(other, fn);
    }

    /** {@code applyToEitherAsync(CompletionStage, Function, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> applyToEitherAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            Function<Object, Object> fn,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.applyToEitherAsync(
                        (CompletableFuture<Object>) stage, other, fn, executor)
                : stage.applyToEitherAsync(other, fn, executor);
    }

    /** {@code acceptEitherAsync(CompletionStage, Consumer)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> acceptEitherAsync(
            CompletionStage<Object> stage, CompletionStage<Object> other, Consumer<Object> action) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.acceptEitherAsync((CompletableFuture<Object>) stage, other, action)
                : stage.acceptEitherAsync(other, action);
    }

    /** {@code acceptEitherAsync(CompletionStage, Consumer, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> acceptEitherAsync(
            CompletionStage<Object> stage,
            CompletionStage<Object> other,
            Consumer<Object> action,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.acceptEitherAsync(
                        (CompletableFuture<Object>) stage, other, action, executor)
                : stage.acceptEitherAsync(other, action, executor);
    }

    /** {@code runAfterEitherAsync(CompletionStage, Runnable)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> runAfterEitherAsync(
            CompletionStage<Object> stage, CompletionStage<?> other, Runnable action) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.runAfterEitherAsync((CompletableFuture<Object>) stage, other, action)
                : stage.runAfterEitherAsync(other, action);
    }

    /** {@code runAfterEitherAsync(CompletionStage, Runnable, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Void> runAfterEitherAsync(
            CompletionStage<Object> stage,
            CompletionStage<?> other,
            Runnable action,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncPairs.runAfterEitherAsync(
                        (CompletableFuture<Object>) stage, other, action, executor)
                : stage.runAfterEitherAsync(other, action, executor);
    }
}
