package dev.weft.fiber;

import dev.weft.woven.Stack;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Between fibers and {@link CompletableFuture}, both ways. */
final class Futures {
    private Futures() {}

    static <T> T await(CompletionStage<T> stage, Stack stack) {
        return Callback.await(
                stack,
                stage,
                Long.MAX_VALUE,
                callback ->
                        stage.whenComplete(
                                (value, thrown) -> {
                                    if (thrown == null) {
                                        callback.resume(value);
                                    } else {
                                        callback.fail(asJoinThrows(thrown));
                                    }
                                }));
    }

    static <T> CompletableFuture<T> of(Fiber<T> fiber) {
        CompletableFuture<T> future = new CompletableFuture<>();
        fiber.extras().watched = true;
        if (!fiber.extras().onEnd(fiber, ended -> complete(future, fiber))) {
            complete(future, fiber);
        }
        future.whenComplete(
                (value, thrown) -> {
                    if (future.isCancelled()) {
                        fiber.cancel();
                    }
                });
        return future;
    }

    private static <T> void complete(CompletableFuture<T> future, Fiber<T> fiber) {
        Throwable thrown = fiber.exception();
        if (thrown == null) {
            future.complete(fiber.result());
        } else {
            future.completeExceptionally(thrown);
        }
    }

    private static Throwable asJoinThrows(Throwable thrown) {
        boolean asIs =
                thrown instanceof CompletionException || thrown instanceof CancellationException;
        return asIs ? thrown : new CompletionException(thrown);
    }
}
