package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberLinkedBlockingQueue;
import dev.weft.fiber.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code invokeAll} and {@code invokeAny} of the pools of fibers, called by a fiber: it waits
 * without a thread. The contracts are {@link java.util.concurrent.ExecutorService}'s. Stateless.
 */
@Suspendable
final class PoolCalls {
    /** As a time: without a limit. */
    static final long FOR_EVER = Long.MAX_VALUE;

    private PoolCalls() {}

    static <T> List<Future<T>> all(
            Executor pool, Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException {
        List<FiberTask<T>> futures = wrap(tasks);
        long deadline = deadline(nanos);
        boolean complete = false;
        try {
            for (FiberTask<T> future : futures) {
                pool.execute(future);
            }
            for (FiberTask<T> future : futures) {
                Futures.awaitEnd(future, Math.max(left(deadline), 0), true);
            }
            complete = futures.stream().allMatch(CompletableFuture::isDone);
        } finally {
            if (!complete) {
                cancel(futures);
            }
        }
        return new ArrayList<>(futures);
    }

    static <T> T any(Executor pool, Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<FiberTask<T>> futures = wrap(tasks);
        if (futures.isEmpty()) {
            throw new IllegalArgumentException("no tasks");
        }
        BlockingQueue<Future<T>> done = new FiberLinkedBlockingQueue<>();
        long deadline = deadline(nanos);
        try {
            for (FiberTask<T> future : futures) {
                future.whenComplete((value, thrown) -> done.add(future));
                pool.execute(future);
            }
            return first(done, futures.size(), deadline);
        } finally {
            cancel(futures);
        }
    }

    /** The first result; when all fail, the last exception. */
    private static <T> T first(BlockingQueue<Future<T>> done, int count, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutionException failure = null;
        for (int i = 0; i < count; i++) {
            Future<T> next =
                    deadline == FOR_EVER
                            ? done.take()
                            : done.poll(left(deadline), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new TimeoutException();
            }
            try {
                return next.get();
            } catch (ExecutionException e) {
                failure = e;
            } catch (CancellationException e) {
                failure = new ExecutionException(e);
            }
        }
        throw failure;
    }

    private static <T> List<FiberTask<T>> wrap(Collection<? extends Callable<T>> tasks) {
        List<FiberTask<T>> futures = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            futures.add(new FiberTask<>(Objects.requireNonNull(task)));
        }
        return futures;
    }

    private static void cancel(List<? extends Future<?>> futures) {
        futures.forEach(future -> future.cancel(true));
    }

    private static long deadline(long nanos) {
        return nanos == FOR_EVER ? FOR_EVER : Caller.nanoTime() + nanos;
    }

    private static long left(long deadline) {
        return deadline == FOR_EVER ? FOR_EVER : deadline - Caller.nanoTime();
    }
}
