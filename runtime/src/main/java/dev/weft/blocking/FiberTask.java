package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RunnableFuture;

/**
 * What {@link FiberPool#submit} gives: runs its callable so that it can suspend, and calls back
 * when done, so that a fiber that waits for it takes no thread. Thread-safe.
 */
class FiberTask<V> extends CompletableFuture<V> implements RunnableFuture<V> {
    private final SuspendableCallable<V> body;
    private volatile Thread runner;

    FiberTask(Callable<V> body) {
        Objects.requireNonNull(body);
        this.body = () -> body.call();
    }

    FiberTask(Runnable body, V value) {
        Objects.requireNonNull(body);
        this.body =
                () -> {
                    body.run();
                    return value;
                };
    }

    @Suspendable
    @Override
    public void run() {
        if (isDone()) {
            return;
        }
        runner = FiberThread.current();
        try {
            complete(body.call());
        } catch (Throwable e) {
            completeExceptionally(e);
        } finally {
            runner = null;
        }
    }

    /** Calls the body once, without an end when it returns. For periodic tasks. */
    @Suspendable
    final boolean runOnce() {
        if (isDone()) {
            return false;
        }
        runner = FiberThread.current();
        try {
            body.call();
            return true;
        } catch (Throwable e) {
            completeExceptionally(e);
            return false;
        } finally {
            runner = null;
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Thread thread = runner;
        if (cancelled && mayInterruptIfRunning && thread != null) {
            thread.interrupt();
        }
        return cancelled;
    }
}
