package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.nio.channels.AsynchronousChannelGroup;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Stand-ins for what waits for executors: a thread waits, the other fibers go on; in a pool of
 * fibers no thread.
 */
public final class Executors {
    private Executors() {}

    /** {@link ExecutorService#invokeAll(Collection)}. */
    @Suspendable
    @StandIn(value = ExecutorService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static List<Future<Object>> invokeAll(
            ExecutorService it, Collection<Callable<Object>> tasks) throws Exception {
        if (it instanceof FiberPool) {
            return ((FiberPool) it).invokeAll(tasks);
        }
        if (it instanceof FiberScheduledPool) {
            return ((FiberScheduledPool) it).invokeAll(tasks);
        }
        return Blocking.call(() -> it.invokeAll(tasks));
    }

    /** {@link ExecutorService#invokeAll(Collection, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = ExecutorService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static List<Future<Object>> invokeAll(
            ExecutorService it, Collection<Callable<Object>> tasks, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberPool) {
            return ((FiberPool) it).invokeAll(tasks, timeout, unit);
        }
        if (it instanceof FiberScheduledPool) {
            return ((FiberScheduledPool) it).invokeAll(tasks, timeout, unit);
        }
        return Blocking.call(() -> it.invokeAll(tasks, timeout, unit));
    }

    /** {@link ExecutorService#invokeAny(Collection)}. */
    @Suspendable
    @StandIn(value = ExecutorService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object invokeAny(ExecutorService it, Collection<Callable<Object>> tasks)
            throws Exception {
        if (it instanceof FiberPool) {
            return ((FiberPool) it).invokeAny(tasks);
        }
        if (it instanceof FiberScheduledPool) {
            return ((FiberScheduledPool) it).invokeAny(tasks);
        }
        return Blocking.call(() -> it.invokeAny(tasks));
    }

    /** {@link ExecutorService#invokeAny(Collection, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = ExecutorService.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object invokeAny(
            ExecutorService it, Collection<Callable<Object>> tasks, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberPool) {
            return ((FiberPool) it).invokeAny(tasks, timeout, unit);
        }
        if (it instanceof FiberScheduledPool) {
            return ((FiberScheduledPool) it).invokeAny(tasks, timeout, unit);
        }
        return Blocking.call(() -> it.invokeAny(tasks, timeout, unit));
    }

    /** {@link ForkJoinTask#invoke()}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object invoke(ForkJoinTask<Object> it) throws Exception {
        return Blocking.call(() -> it.invoke());
    }

    /** {@link AsynchronousChannelGroup#awaitTermination(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = AsynchronousChannelGroup.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean awaitTermination(AsynchronousChannelGroup it, long timeout, TimeUnit unit)
            throws Exception {
        return Blocking.call(() -> it.awaitTermination(timeout, unit));
    }
}
