package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** As {@link StageCalls}, for failures; since JDK 12. */
public final class StageFailures {
    private StageFailures() {}

    /** {@code exceptionallyAsync(Function)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> exceptionallyAsync(
            CompletionStage<Object> stage, Function<Throwable, Object> fn) {
        return stage instanceof CompletableFuture
                ? AsyncFailures.exceptionallyAsync((CompletableFuture<Object>) stage, fn)
                : NewerStages.call("exceptionallyAsync", stage, fn);
    }

    /** {@code exceptionallyAsync(Function, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> exceptionallyAsync(
            CompletionStage<Object> stage, Function<Throwable, Object> fn, Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncFailures.exceptionallyAsync((CompletableFuture<Object>) stage, fn, executor)
                : NewerStages.call("exceptionallyAsync", stage, fn, executor);
    }

    /** {@code exceptionallyComposeAsync(Function)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> exceptionallyComposeAsync(
            CompletionStage<Object> stage, Function<Throwable, CompletionStage<Object>> fn) {
        return stage instanceof CompletableFuture
                ? AsyncFailures.exceptionallyComposeAsync((CompletableFuture<Object>) stage, fn)
                : NewerStages.call("exceptionallyComposeAsync", stage, fn);
    }

    /** {@code exceptionallyComposeAsync(Function, Executor)}. */
    @StandIn(
            value = CompletionStage.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletionStage<Object> exceptionallyComposeAsync(
            CompletionStage<Object> stage,
            Function<Throwable, CompletionStage<Object>> fn,
            Executor executor) {
        return stage instanceof CompletableFuture
                ? AsyncFailures.exceptionallyComposeAsync(
                        (CompletableFuture<Object>) stage, fn, executor)
                : NewerStages.call("exceptionallyComposeAsync", stage, fn, executor);
    }
}
