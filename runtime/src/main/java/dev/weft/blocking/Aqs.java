package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Stand-ins for synchronizers that users build on the JDK's: what is acquired may belong to the
 * thread, so the call is made in place. Whether the fiber must stay on its thread only the user's
 * class knows: see docs/limits.md.
 */
public final class Aqs {
    private Aqs() {}

    /** {@link AbstractQueuedSynchronizer#acquire(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquire(AbstractQueuedSynchronizer it, int argument) throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquire(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#acquireInterruptibly(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquireInterruptibly(AbstractQueuedSynchronizer it, int argument)
            throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquireInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#acquireShared(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquireShared(AbstractQueuedSynchronizer it, int argument) throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquireShared(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#acquireSharedInterruptibly(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static void acquireSharedInterruptibly(AbstractQueuedSynchronizer it, int argument)
            throws Exception {
        Blocking.inPlace(
                () -> {
                    it.acquireSharedInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#tryAcquireNanos(int, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean tryAcquireNanos(AbstractQueuedSynchronizer it, int argument, long nanos)
            throws Exception {
        return Blocking.inPlace(() -> it.tryAcquireNanos(argument, nanos));
    }

    /** {@link AbstractQueuedSynchronizer#tryAcquireSharedNanos(int, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean tryAcquireSharedNanos(
            AbstractQueuedSynchronizer it, int argument, long nanos) throws Exception {
        return Blocking.inPlace(() -> it.tryAcquireSharedNanos(argument, nanos));
    }

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
