package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
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

    /** Null when the executor may make its tasks itself. */
    private final Executor plain;

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
        plain = executor instanceof AbstractExecutorService ? null : executor;
    }

    @Override
    public Future<V> submit(Callable<V> task) {
        return plain == null ? super.submit(task) : execute(new Task<>(task, completed));
    }

    @Override
    public Future<V> submit(Runnable task, V result) {
        return plain == null
                ? super.submit(task, result)
                : execute(new Task<>(task, result, completed));
    }

    private Future<V> execute(Task<V> task) {
        plain.execute(task);
        return task;
    }

    /** Goes to the queue when it is done. */
    private static final class Task<V> extends FiberFutureTask<V> {
        private final BlockingQueue<Future<V>> completed;

        Task(Callable<V> body, BlockingQueue<Future<V>> completed) {
            super(body);
            this.completed = completed;
        }

        Task(Runnable body, V result, BlockingQueue<Future<V>> completed) {
            super(body, result);
            this.completed = completed;
        }

        @Override
        protected void done() {
            super.done();
            completed.add(this);
        }
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
