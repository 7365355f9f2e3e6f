package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * An {@link ExecutorCompletionService} in which fibers that wait for a task use no thread.
 *
 * @param <V> the results
 */
public class FiberCompletionService<V> extends ExecutorCompletionService<V> {
    private final BlockingQueue<Future<V>> completed;

    /**
     * Makes a service with a queue of its own.
     *
     * @param executor runs the tasks
     */
    public FiberCompletionService(Executor executor) {
        this(executor, new FiberLinkedBlockingQueue<>());
    }

    /**
     * Makes a service.
     *
     * @param executor runs the tasks
     * @param completionQueue where the tasks go when they are done
     */
    public FiberCompletionService(Executor executor, BlockingQueue<Future<V>> completionQueue) {
        super(executor, completionQueue);
        completed = completionQueue;
    }

    @Override
    @Suspendable
    public Future<V> take() throws InterruptedException {
        return completed.take();
    }

    @Override
    @Suspendable
    public Future<V> poll(long timeout, TimeUnit unit) throws InterruptedException {
        return completed.poll(timeout, unit);
    }
}
