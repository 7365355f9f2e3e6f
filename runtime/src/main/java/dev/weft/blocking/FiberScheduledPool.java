package dev.weft.blocking;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.woven.StackReserve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link ScheduledThreadPoolExecutor} whose workers are fibers: a fiber sleeps for each task that
 * waits for its time, and then hands it to a {@link FiberPool}. The superclass holds the policies
 * and never runs a task. Thread-safe.
 */
public class FiberScheduledPool extends ScheduledThreadPoolExecutor {
    private final FiberPool pool;
    private final Set<Scheduled<?>> waiting = new HashSet<>();
    private boolean over;

    /**
     * As {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int, ThreadFactory)}.
     *
     * @param core the number of workers
     * @param factory makes their threads
     */
    public FiberScheduledPool(int core, ThreadFactory factory) {
        super(core, factory);
        int size = Math.max(core, 1);
        pool =
                new FiberPool(
                        size, size, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), factory);
    }

    /**
     * As {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int)}.
     *
     * @param core the number of workers
     */
    public FiberScheduledPool(int core) {
        this(core, new FiberThreadFactory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(new Scheduled<Object>(command, null, 0, unit.toNanos(delay)));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(new Scheduled<>(callable, unit.toNanos(delay)));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(
                new Scheduled<Object>(
                        command, null, positive(unit, period), unit.toNanos(initialDelay)));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(
                new Scheduled<Object>(
                        command, null, -positive(unit, delay), unit.toNanos(initialDelay)));
    }

    private static long positive(TimeUnit unit, long period) {
        if (period <= 0) {
            throw new IllegalArgumentException();
        }
        return unit.toNanos(period);
    }

    private <V> ScheduledFuture<V> add(Scheduled<V> task) {
        StackReserve.claimMost();
        synchronized (waiting) {
            if (over) {
                throw new RejectedExecutionException("shut down: " + this);
            }
            waiting.add(task);
        }
        boolean started = false;
        try {
            task.sleeper = Weft.go((SuspendableRunnable) task::sleep);
            started = true;
        } finally {
            if (!started) {
                left(task); // else the pool would never end
            }
        }
        return task;
    }

    private void left(Scheduled<?> task) {
        boolean last;
        synchronized (waiting) {
            last = waiting.remove(task) && over && waiting.isEmpty();
        }
        if (last) {
            pool.shutdown();
        }
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        return add(new Scheduled<>(task, result, 0, 0));
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void shutdown() {
        List<Scheduled<?>> dropped = new ArrayList<>();
        boolean none;
        synchronized (waiting) {
            over = true;
            waiting.stream().filter(t -> !keeps(t)).forEach(dropped::add);
            none = waiting.isEmpty();
        }
        dropped.forEach(t -> t.cancel(false));
        if (none) {
            pool.shutdown();
        }
    }

    private boolean keeps(Scheduled<?> task) {
        return task.isPeriodic()
                ? getContinueExistingPeriodicTasksAfterShutdownPolicy()
                : getExecuteExistingDelayedTasksAfterShutdownPolicy();
    }

    @Override
    public List<Runnable> shutdownNow() {
        Collection<Scheduled<?>> left;
        synchronized (waiting) {
            over = true;
            left = new ArrayList<>(waiting);
        }
        left.forEach(t -> t.cancel(false));
        pool.shutdownNow();
        return new ArrayList<>(left);
    }

    @Override
    public boolean isShutdown() {
        synchronized (waiting) {
            return over;
        }
    }

    @Override
    public boolean isTerminating() {
        return isShutdown() && !isTerminated();
    }

    @Override
    public boolean isTerminated() {
        return pool.isTerminated();
    }

    @Suspendable
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return pool.awaitTermination(timeout, unit);
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
    public int getPoolSize() {
        return pool.getPoolSize();
    }

    @Override
    public int getActiveCount() {
        return pool.getActiveCount();
    }

    @Override
    public long getCompletedTaskCount() {
        return pool.getCompletedTaskCount();
    }

    @Override
    public long getTaskCount() {
        synchronized (waiting) {
            return pool.getTaskCount() + waiting.size();
        }
    }

    /** The scheduler's time, which may be virtual. */
    private static long now() {
        return Weft.currentScheduler().time().nanoTime();
    }

    /** One task: sleeps until its time, is run by the pool, and sleeps again when periodic. */
    private final class Scheduled<V> extends FiberTask<V> implements RunnableScheduledFuture<V> {
        /** Zero: once; positive: from start to start; negative: from end to start. */
        private final long period;

        private volatile long due;
        private volatile Fiber<?> sleeper;

        Scheduled(Runnable body, V value, long period, long delay) {
            super(body, value);
            this.period = period;
            due = now() + Math.max(delay, 0);
        }

        Scheduled(Callable<V> body, long delay) {
            super(body);
            period = 0;
            due = now() + Math.max(delay, 0);
        }

        @Suspendable
        void sleep() {
            try {
                long nanos = due - now();
                if (nanos > 0) {
                    Weft.sleep(Duration.ofNanos(nanos));
                }
                pool.execute(this);
            } catch (FiberCancelledException e) {
                left(this);
            } catch (RejectedExecutionException e) {
                cancel(false); // shut down meanwhile
            }
        }

        @Suspendable
        @Override
        public void run() {
            if (period == 0) {
                super.run();
                left(this);
            } else if (runOnce() && !isShutdownFor()) {
                due = period > 0 ? due + period : now() - period;
                sleeper = Weft.go((SuspendableRunnable) this::sleep);
            } else {
                left(this);
            }
        }

        private boolean isShutdownFor() {
            return isShutdown() && !keeps(this);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            Fiber<?> f = sleeper;
            if (cancelled) {
                left(this);
                if (f != null) {
                    f.cancel();
                }
            }
            return cancelled;
        }

        @Override
        public boolean isPeriodic() {
            return period != 0;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
