package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.woven.StackReserve;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread pool whose workers are fibers, by the rules of {@link ThreadPoolExecutor}: fewer than
 * core workers: a new one; else an idle one; else the queue; else a new one up to the maximum; else
 * the handler. Its threads come from the given factory, which in classes under the option {@code
 * threads} makes {@link FiberThread}s; a factory that makes real threads gets real workers.
 *
 * <p>The superclass holds the settings, the queue and the handler; it never runs a task. The state
 * is guarded by a lock that nobody suspends under.
 */
public class FiberPool extends ThreadPoolExecutor {
    private static final int RUNNING = 0;
    private static final int SHUTDOWN = 1;
    private static final int STOP = 2;

    private final Object lock = new Object();
    private final Set<PoolWorker> workers = new HashSet<>();
    private final Deque<PoolWorker> idle = new ArrayDeque<>();
    private final CompletableFuture<Void> terminated = new CompletableFuture<>();
    private int state = RUNNING;
    private int largest;
    private long completed;

    /** Set by {@link #setCorePoolSize}; -1: the superclass's, whose setter would start threads. */
    private volatile int core = -1;

    /**
     * As the constructor of {@link ThreadPoolExecutor} with the same parameters.
     *
     * @param core workers to keep
     * @param max workers at most
     * @param keepAlive how long others stay idle
     * @param unit of the time
     * @param queue holds tasks that wait
     */
    public FiberPool(
            int core, int max, long keepAlive, TimeUnit unit, BlockingQueue<Runnable> queue) {
        super(core, max, keepAlive, unit, queue, new FiberThreadFactory());
    }

    /**
     * As the constructor of {@link ThreadPoolExecutor} with the same parameters.
     *
     * @param core workers to keep
     * @param max workers at most
     * @param keepAlive how long others stay idle
     * @param unit of the time
     * @param queue holds tasks that wait
     * @param factory makes the workers' threads
     */
    public FiberPool(
            int core,
            int max,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory factory) {
        super(core, max, keepAlive, unit, queue, factory);
    }

    /**
     * As the constructor of {@link ThreadPoolExecutor} with the same parameters.
     *
     * @param core workers to keep
     * @param max workers at most
     * @param keepAlive how long others stay idle
     * @param unit of the time
     * @param queue holds tasks that wait
     * @param handler gets what is rejected
     */
    public FiberPool(
            int core,
            int max,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            RejectedExecutionHandler handler) {
        super(core, max, keepAlive, unit, queue, new FiberThreadFactory(), handler);
    }

    /**
     * As the constructor of {@link ThreadPoolExecutor} with the same parameters.
     *
     * @param core workers to keep
     * @param max workers at most
     * @param keepAlive how long others stay idle
     * @param unit of the time
     * @param queue holds tasks that wait
     * @param factory makes the workers' threads
     * @param handler gets what is rejected
     */
    public FiberPool(
            int core,
            int max,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory factory,
            RejectedExecutionHandler handler) {
        super(core, max, keepAlive, unit, queue, factory, handler);
    }

    @Override
    public void execute(Runnable task) {
        if (task == null) {
            throw new NullPointerException();
        }
        StackReserve.claimMost(); // a worker that is counted must be started
        PoolWorker fresh = null;
        boolean accepted;
        synchronized (lock) {
            accepted = state == RUNNING;
            if (accepted && workers.size() >= getCorePoolSize()) {
                PoolWorker free = idle.pollFirst();
                if (free != null) {
                    free.give(task);
                } else if (!getQueue().offer(task)) {
                    accepted = workers.size() < getMaximumPoolSize();
                    fresh = accepted ? add(task) : null;
                } else if (workers.isEmpty()) {
                    fresh = add(null);
                }
            } else if (accepted) {
                fresh = add(task);
            }
        }
        if (!accepted) {
            getRejectedExecutionHandler().rejectedExecution(task, this);
        } else if (fresh != null) {
            start(fresh);
        }
    }

    private PoolWorker add(Runnable first) {
        PoolWorker worker = new PoolWorker(this, first);
        workers.add(worker);
        largest = Math.max(largest, workers.size());
        return worker;
    }

    private void start(PoolWorker worker) {
        Thread thread = null;
        try {
            thread = getThreadFactory().newThread(worker);
            if (thread != null) {
                worker.thread = thread;
                thread.start();
            }
        } finally {
            if (thread == null) {
                leave(worker);
            }
        }
    }

    /** The next task for a worker; null when it is idle now, and listed so, or {@link #isOver}. */
    Runnable take(PoolWorker worker) {
        synchronized (lock) {
            Runnable task = state == STOP ? null : getQueue().poll();
            if (task == null && state == RUNNING) {
                idle.addFirst(worker);
            }
            return task;
        }
    }

    boolean isOver() {
        synchronized (lock) {
            return state != RUNNING;
        }
    }

    /** How long an idle worker stays. */
    long patience() {
        synchronized (lock) {
            boolean stays = workers.size() <= getCorePoolSize() && !allowsCoreThreadTimeOut();
            return stays ? Long.MAX_VALUE : getKeepAliveTime(TimeUnit.NANOSECONDS);
        }
    }

    /** Takes an idle worker off the list. False when it has been given a task meanwhile. */
    boolean giveUp(PoolWorker worker) {
        synchronized (lock) {
            return idle.remove(worker);
        }
    }

    void leave(PoolWorker worker) {
        boolean last;
        synchronized (lock) {
            workers.remove(worker);
            completed += worker.completed;
            worker.completed = 0;
            last = state != RUNNING && workers.isEmpty();
        }
        if (last) {
            terminate();
        }
    }

    private void terminate() {
        if (!terminated.isDone()) {
            try {
                terminated();
            } finally {
                terminated.complete(null);
            }
        }
    }

    final void before(Thread thread, Runnable task) {
        beforeExecute(thread, task);
    }

    final void after(Runnable task, Throwable thrown) {
        afterExecute(task, thrown);
    }

    @Override
    public void shutdown() {
        end(SHUTDOWN);
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>();
        end(STOP);
        synchronized (lock) {
            getQueue().drainTo(left);
            workers.forEach(PoolWorker::interrupt);
        }
        return left;
    }

    private void end(int to) {
        boolean empty;
        synchronized (lock) {
            state = Math.max(state, to);
            idle.forEach(PoolWorker::dismiss);
            idle.clear();
            empty = workers.isEmpty();
        }
        if (empty) {
            terminate();
        }
    }

    @Override
    public boolean isShutdown() {
        return isOver();
    }

    @Override
    public boolean isTerminating() {
        return isOver() && !terminated.isDone();
    }

    @Override
    public boolean isTerminated() {
        return terminated.isDone();
    }

    @Suspendable
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        if (terminated.isDone() || nanos <= 0) {
            return terminated.isDone();
        }
        if (Fiber.current() != null) {
            Futures.awaitEnd(terminated, nanos, true);
            return terminated.isDone();
        }
        return awaitOnThread(nanos);
    }

    private boolean awaitOnThread(long nanos) throws InterruptedException {
        try {
            terminated.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // never completed so
        }
    }

    @Suspendable
    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
            throws InterruptedException {
        return Fiber.current() == null
                ? super.invokeAll(tasks)
                : PoolCalls.all(this, tasks, PoolCalls.FOR_EVER);
    }

    @Suspendable
    @Override
    public <T> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return Fiber.current() == null
                ? super.invokeAll(tasks, timeout, unit)
                : PoolCalls.all(this, tasks, unit.toNanos(timeout));
    }

    @Suspendable
    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try {
            return Fiber.current() == null
                    ? super.invokeAny(tasks)
                    : PoolCalls.any(this, tasks, PoolCalls.FOR_EVER);
        } catch (TimeoutException e) {
            throw new IllegalStateException("without a limit", e);
        }
    }

    @Suspendable
    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Fiber.current() == null
                ? super.invokeAny(tasks, timeout, unit)
                : PoolCalls.any(this, tasks, unit.toNanos(timeout));
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new FiberTask<>(callable);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new FiberTask<>(runnable, value);
    }

    @Override
    public int getCorePoolSize() {
        int set = core;
        return set < 0 ? super.getCorePoolSize() : set;
    }

    @Override
    public void setCorePoolSize(int corePoolSize) {
        if (corePoolSize < 0 || getMaximumPoolSize() < corePoolSize) {
            throw new IllegalArgumentException();
        }
        core = corePoolSize;
        int queued = getQueue().size();
        while (queued-- > 0 && prestartCoreThread()) {
            // as many as there is work for
        }
    }

    @Override
    public boolean prestartCoreThread() {
        StackReserve.claimMost();
        PoolWorker fresh;
        synchronized (lock) {
            boolean room = state == RUNNING && workers.size() < getCorePoolSize();
            fresh = room ? add(null) : null;
        }
        if (fresh != null) {
            start(fresh);
        }
        return fresh != null;
    }

    @Override
    public int prestartAllCoreThreads() {
        int started = 0;
        while (prestartCoreThread()) {
            started++;
        }
        return started;
    }

    @Override
    public int getPoolSize() {
        synchronized (lock) {
            return workers.size();
        }
    }

    @Override
    public int getActiveCount() {
        synchronized (lock) {
            return (int) workers.stream().filter(PoolWorker::isBusy).count();
        }
    }

    @Override
    public int getLargestPoolSize() {
        synchronized (lock) {
            return largest;
        }
    }

    @Override
    public long getCompletedTaskCount() {
        synchronized (lock) {
            return completed + workers.stream().mapToLong(w -> w.completed).sum();
        }
    }

    @Override
    public long getTaskCount() {
        return getCompletedTaskCount() + getActiveCount() + getQueue().size();
    }

    @Override
    public String toString() {
        String word = terminated.isDone() ? "Terminated" : isOver() ? "Shutting down" : "Running";
        return "FiberPool["
                + word
                + ", pool size = "
                + getPoolSize()
                + ", active = "
                + getActiveCount()
                + ", queued tasks = "
                + getQueue().size()
                + ", completed tasks = "
                + getCompletedTaskCount()
                + "]";
    }

    /** Whether a call belongs to the current fiber: for an executor's own waits. */
    static boolean interruptedNow() {
        Fiber<?> fiber = Fiber.current();
        return fiber == null ? Thread.interrupted() : Blocking.takeInterrupt(fiber);
    }
}
