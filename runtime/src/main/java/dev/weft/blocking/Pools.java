package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stand-ins for what makes thread pools, in classes that the option {@code threads} names: the
 * workers are fibers. A pool given a factory that makes real threads has real threads.
 */
public final class Pools {
    private static final long KEEP_ALIVE_SECONDS = 60;

    private Pools() {}

    /** {@link java.util.concurrent.Executors#newFixedThreadPool(int)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newFixedThreadPool(int threads) {
        return fixed(threads, new FiberThreadFactory());
    }

    /** {@link java.util.concurrent.Executors#newFixedThreadPool(int, ThreadFactory)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newFixedThreadPool(int threads, ThreadFactory factory) {
        return fixed(threads, factory);
    }

    /** {@link java.util.concurrent.Executors#newSingleThreadExecutor()}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newSingleThreadExecutor() {
        return fixed(1, new FiberThreadFactory());
    }

    /** {@link java.util.concurrent.Executors#newSingleThreadExecutor(ThreadFactory)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newSingleThreadExecutor(ThreadFactory factory) {
        return fixed(1, factory);
    }

    /** {@link java.util.concurrent.Executors#newCachedThreadPool()}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newCachedThreadPool() {
        return cached(new FiberThreadFactory());
    }

    /** {@link java.util.concurrent.Executors#newCachedThreadPool(ThreadFactory)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newCachedThreadPool(ThreadFactory factory) {
        return cached(factory);
    }

    /** {@link java.util.concurrent.Executors#newWorkStealingPool()}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newWorkStealingPool() {
        return newWorkStealingPool(Runtime.getRuntime().availableProcessors());
    }

    /** {@link java.util.concurrent.Executors#newWorkStealingPool(int)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newWorkStealingPool(int parallelism) {
        return fixed(parallelism, FiberThreadFactory.daemons());
    }

    /** {@link java.util.concurrent.Executors#newScheduledThreadPool(int)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ScheduledExecutorService newScheduledThreadPool(int core) {
        return new FiberScheduledPool(core, new FiberThreadFactory());
    }

    /** {@link java.util.concurrent.Executors#newScheduledThreadPool(int, ThreadFactory)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ScheduledExecutorService newScheduledThreadPool(int core, ThreadFactory factory) {
        return new FiberScheduledPool(core, factory);
    }

    /** {@link java.util.concurrent.Executors#newSingleThreadScheduledExecutor()}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
        return new FiberScheduledPool(1, new FiberThreadFactory());
    }

    /** {@link java.util.concurrent.Executors#newSingleThreadScheduledExecutor(ThreadFactory)}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
        return new FiberScheduledPool(1, factory);
    }

    /** {@code Executors.newThreadPerTaskExecutor(ThreadFactory)}, of JDK 21. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newThreadPerTaskExecutor(ThreadFactory factory) {
        return new FiberPool(
                0, Integer.MAX_VALUE, 0, TimeUnit.NANOSECONDS, new SynchronousQueue<>(), factory);
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor()}, of JDK 21. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        return newThreadPerTaskExecutor(FiberThreadFactory.daemons());
    }

    /** {@link java.util.concurrent.Executors#defaultThreadFactory()}. */
    @StandIn(
            value = java.util.concurrent.Executors.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ThreadFactory defaultThreadFactory() {
        return new FiberThreadFactory();
    }

    /** {@link ThreadPoolExecutor#ThreadPoolExecutor(int, int, long, TimeUnit, BlockingQueue)}. */
    @StandIn(
            value = ThreadPoolExecutor.class,
            constructor = true,
            superclass = FiberPool.class,
            scope = StandIn.Scope.THREADS)
    public static ThreadPoolExecutor newPool(
            int core, int max, long keepAlive, TimeUnit unit, BlockingQueue<Runnable> queue) {
        return new FiberPool(core, max, keepAlive, unit, queue);
    }

    /**
     * {@link ThreadPoolExecutor#ThreadPoolExecutor(int, int, long, TimeUnit, BlockingQueue,
     * ThreadFactory)}.
     */
    @StandIn(
            value = ThreadPoolExecutor.class,
            constructor = true,
            superclass = FiberPool.class,
            scope = StandIn.Scope.THREADS)
    public static ThreadPoolExecutor newPool(
            int core,
            int max,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory factory) {
        return new FiberPool(core, max, keepAlive, unit, queue, factory);
    }

    /**
     * {@link ThreadPoolExecutor#ThreadPoolExecutor(int, int, long, TimeUnit, BlockingQueue,
     * RejectedExecutionHandler)}.
     */
    @StandIn(
            value = ThreadPoolExecutor.class,
            constructor = true,
            superclass = FiberPool.class,
            scope = StandIn.Scope.THREADS)
    public static ThreadPoolExecutor newPool(
            int core,
            int max,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            RejectedExecutionHandler handler) {
        return new FiberPool(core, max, keepAlive, unit, queue, handler);
    }

    /**
     * {@link ThreadPoolExecutor#ThreadPoolExecutor(int, int, long, TimeUnit, BlockingQueue,
     * ThreadFactory, RejectedExecutionHandler)}.
     */
    @StandIn(
            value = ThreadPoolExecutor.class,
            constructor = true,
            superclass = FiberPool.class,
            scope = StandIn.Scope.THREADS)
    public static ThreadPoolExecutor newPool(
            int core,
            int max,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory factory,
            RejectedExecutionHandler handler) {
        return new FiberPool(core, max, keepAlive, unit, queue, factory, handler);
    }

    /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int)}. */
    @StandIn(
            value = ScheduledThreadPoolExecutor.class,
            constructor = true,
            superclass = FiberScheduledPool.class,
            scope = StandIn.Scope.THREADS)
    public static ScheduledThreadPoolExecutor newScheduledPool(int core) {
        return new FiberScheduledPool(core);
    }

    /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int, ThreadFactory)}. */
    @StandIn(
            value = ScheduledThreadPoolExecutor.class,
            constructor = true,
            superclass = FiberScheduledPool.class,
            scope = StandIn.Scope.THREADS)
    public static ScheduledThreadPoolExecutor newScheduledPool(int core, ThreadFactory factory) {
        return new FiberScheduledPool(core, factory);
    }

    private static FiberPool fixed(int threads, ThreadFactory factory) {
        return new FiberPool(
                threads, threads, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), factory);
    }

    private static FiberPool cached(ThreadFactory factory) {
        return new FiberPool(
                0,
                Integer.MAX_VALUE,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory);
    }
}
