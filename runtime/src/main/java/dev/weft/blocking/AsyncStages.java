package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stand-ins for the asynchronous methods of {@link CompletableFuture}, in classes that the option
 * {@code threads} names: the function runs in a fiber of its own, or in the executor given, and can
 * suspend there.
 */
public final class AsyncStages {
    private AsyncStages() {}

    /** {@link CompletableFuture#supplyAsync(Supplier)}. */
    @StandIn(
            value = CompletableFuture.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> supplyAsync(Supplier<Object> supplier) {
        return AsyncRun.start(new CompletableFuture<>(), AsyncRun.FIBERS, () -> supplier.get());
    }

    /** {@link CompletableFuture#supplyAsync(Supplier, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> supplyAsync(
            Supplier<Object> supplier, Executor executor) {
        return AsyncRun.start(new CompletableFuture<>(), executor, () -> supplier.get());
    }

    /** {@link CompletableFuture#runAsync(Runnable)}. */
    @StandIn(
            value = CompletableFuture.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> runAsync(Runnable action) {
        return AsyncRun.startVoid(AsyncRun.FIBERS, action);
    }

    /** {@link CompletableFuture#runAsync(Runnable, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> runAsync(Runnable action, Executor executor) {
        return AsyncRun.startVoid(executor, action);
    }

    /** {@link CompletableFuture#thenApplyAsync(Function)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> thenApplyAsync(
            CompletableFuture<Object> stage, Function<Object, Object> fn) {
        return AsyncRun.after(stage, AsyncRun.FIBERS, fn);
    }

    /** {@link CompletableFuture#thenApplyAsync(Function, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> thenApplyAsync(
            CompletableFuture<Object> stage, Function<Object, Object> fn, Executor executor) {
        return AsyncRun.after(stage, executor, fn);
    }

    /** {@link CompletableFuture#thenAcceptAsync(Consumer)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> thenAcceptAsync(
            CompletableFuture<Object> stage, Consumer<Object> action) {
        return AsyncRun.after(stage, AsyncRun.FIBERS, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#thenAcceptAsync(Consumer, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> thenAcceptAsync(
            CompletableFuture<Object> stage, Consumer<Object> action, Executor executor) {
        return AsyncRun.after(stage, executor, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#thenRunAsync(Runnable)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> thenRunAsync(
            CompletableFuture<Object> stage, Runnable action) {
        return AsyncRun.after(stage, AsyncRun.FIBERS, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#thenRunAsync(Runnable, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Void> thenRunAsync(
            CompletableFuture<Object> stage, Runnable action, Executor executor) {
        return AsyncRun.after(stage, executor, AsyncRun.of(action));
    }

    /** {@link CompletableFuture#thenComposeAsync(Function)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> thenComposeAsync(
            CompletableFuture<Object> stage, Function<Object, CompletionStage<Object>> fn) {
        return AsyncRun.compose(stage, AsyncRun.FIBERS, fn);
    }

    /** {@link CompletableFuture#thenComposeAsync(Function, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> thenComposeAsync(
            CompletableFuture<Object> stage,
            Function<Object, CompletionStage<Object>> fn,
            Executor executor) {
        return AsyncRun.compose(stage, executor, fn);
    }

    /** {@link CompletableFuture#handleAsync(BiFunction)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> handleAsync(
            CompletableFuture<Object> stage, BiFunction<Object, Throwable, Object> fn) {
        return AsyncRun.handle(stage, AsyncRun.FIBERS, fn);
    }

    /** {@link CompletableFuture#handleAsync(BiFunction, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> handleAsync(
            CompletableFuture<Object> stage,
            BiFunction<Object, Throwable, Object> fn,
            Executor executor) {
        return AsyncRun.handle(stage, executor, fn);
    }

    /** {@link CompletableFuture#whenCompleteAsync(BiConsumer)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> whenCompleteAsync(
            CompletableFuture<Object> stage, BiConsumer<Object, Throwable> action) {
        return AsyncRun.whenComplete(stage, AsyncRun.FIBERS, action);
    }

    /** {@link CompletableFuture#whenCompleteAsync(BiConsumer, Executor)}. */
    @StandIn(
            value = CompletableFuture.class,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static CompletableFuture<Object> whenCompleteAsync(
            CompletableFuture<Object> stage,
            BiConsumer<Object, Throwable> action,
            Executor executor) {
        return AsyncRun.whenComplete(stage, executor, action);
    }
}
