package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.Collection;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/** Stand-ins for what waits for a pool's threads, or for subscribers: handed off. */
public final class ForkJoins {
    private ForkJoins() {}

    /** {@link ForkJoinTask#invokeAll(ForkJoinTask, ForkJoinTask)}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void invokeAll(ForkJoinTask<?> first, ForkJoinTask<?> second) throws Exception {
        Blocking.call(
                () -> {
                    ForkJoinTask.invokeAll(first, second);
                    return null;
                });
    }

    /** {@link ForkJoinTask#invokeAll(ForkJoinTask...)}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void invokeAll(ForkJoinTask<?>[] tasks) throws Exception {
        Blocking.call(
                () -> {
                    ForkJoinTask.invokeAll(tasks);
                    return null;
                });
    }

    /** {@link ForkJoinTask#invokeAll(Collection)}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks)
            throws Exception {
        return Blocking.call(() -> ForkJoinTask.invokeAll(tasks));
    }

    /** {@link ForkJoinTask#quietlyJoin()}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, mode = StandIn.Mode.HANDS_OFF)
    public static <V> void quietlyJoin(ForkJoinTask<V> it) throws Exception {
        Blocking.call(
                () -> {
                    it.quietlyJoin();
                    return null;
                });
    }

    /** {@link ForkJoinTask#quietlyInvoke()}. */
    @Suspendable
    @StandIn(value = ForkJoinTask.class, mode = StandIn.Mode.HANDS_OFF)
    public static <V> void quietlyInvoke(ForkJoinTask<V> it) throws Exception {
        Blocking.call(
                () -> {
                    it.quietlyInvoke();
                    return null;
                });
    }

    /** {@link ForkJoinPool#invoke(ForkJoinTask)}. */
    @Suspendable
    @StandIn(value = ForkJoinPool.class, mode = StandIn.Mode.HANDS_OFF)
    public static <T> T invoke(ForkJoinPool it, ForkJoinTask<T> task) throws Exception {
        return Blocking.call(() -> it.invoke(task));
    }

    /** {@link ForkJoinPool#awaitQuiescence(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = ForkJoinPool.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean awaitQuiescence(ForkJoinPool it, long timeout, TimeUnit unit)
            throws Exception {
        return Blocking.call(() -> it.awaitQuiescence(timeout, unit));
    }

    /** {@link SubmissionPublisher#submit(Object)}. */
    @Suspendable
    @StandIn(value = SubmissionPublisher.class, mode = StandIn.Mode.HANDS_OFF)
    public static <T> int submit(SubmissionPublisher<T> it, T item) throws Exception {
        return Blocking.call(() -> it.submit(item));
    }

    /** {@link SubmissionPublisher#offer(Object, long, TimeUnit, BiPredicate)}. */
    @Suspendable
    @StandIn(value = SubmissionPublisher.class, mode = StandIn.Mode.HANDS_OFF)
    public static int offer(
            SubmissionPublisher<Object> it,
            Object item,
            long timeout,
            TimeUnit unit,
            BiPredicate<Flow.Subscriber<? super Object>, ? super Object> onDrop)
            throws Exception {
        return Blocking.call(() -> it.offer(item, timeout, unit, onDrop));
    }
}
