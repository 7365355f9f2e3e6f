package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;

/**
 * Stand-ins for synchronizers on {@link AbstractQueuedLongSynchronizer}: the call is made in place,
 * with a hand-off; what is acquired may belong to the thread.
 */
public final class LongAqs {
    private LongAqs() {}

    /** {@link AbstractQueuedLongSynchronizer#acquire(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquire(AbstractQueuedLongSynchronizer it, long argument) throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquire(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#acquireInterruptibly(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquireInterruptibly(AbstractQueuedLongSynchronizer it, long argument)
            throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquireInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#acquireShared(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquireShared(AbstractQueuedLongSynchronizer it, long argument)
            throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquireShared(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#acquireSharedInterruptibly(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquireSharedInterruptibly(AbstractQueuedLongSynchronizer it, long argument)
            throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquireSharedInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#tryAcquireNanos(long, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean tryAcquireNanos(
            AbstractQueuedLongSynchronizer it, long argument, long nanos) throws Exception {
        return Blocking.inPlace(() -> it.tryAcquireNanos(argument, nanos));
    }

    /** {@link AbstractQueuedLongSynchronizer#tryAcquireSharedNanos(long, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean tryAcquireSharedNanos(
            AbstractQueuedLongSynchronizer it, long argument, long nanos) throws Exception {
        return Blocking.inPlace(() -> it.tryAcquireSharedNanos(argument, nanos));
    }
}
