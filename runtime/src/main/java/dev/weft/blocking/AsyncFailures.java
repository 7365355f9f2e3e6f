package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Stand-ins for the asynchronous methods that {@link CompletableFuture} has for failures since JDK
 * 12; as {@link AsyncStages}.
 */
public final class AsyncFailures {
    private AsyncFailures() {}

    /** {@code exceptionallyAsync(Function)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> exceptionallyAsync(
            CompletableFuture<Object> stage, Function<Throwable, Object> fn) {
        return AsyncRun.recover(stage, AsyncRun.FIBERS, fn);
    }

    /** {@code exceptionallyAsync(Function, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> exceptionallyAsync(
            CompletableFuture<Object> stage, Function<Throwable, Object> fn, Executor executor) {
        return AsyncRun.recover(stage, executor, fn);
    }

    /** {@code exceptionallyComposeAsync(Function)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> exceptionallyComposeAsync(
            CompletableFuture<Object> stage, Function<Throwable, CompletionStage<Object>> fn) {
        return AsyncRun.recoverWith(stage, AsyncRun.FIBERS, fn);
    }

    /** {@code exceptionallyComposeAsync(Function, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> exceptionallyComposeAsync(
            CompletableFuture<Object> stage,
            Function<Throwable, CompletionStage<Object>> fn,
            Executor executor) {
        return AsyncRun.recoverWith(stage, executor, fn);
    }
}
