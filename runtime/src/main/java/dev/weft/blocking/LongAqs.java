package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberQueuedLongSynchronizer;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;

/**
 * Stand-ins for synchronizers that users build on {@link AbstractQueuedLongSynchronizer}, as {@link
 * Aqs} has them for their brothers.
 */
public final class LongAqs {
    private LongAqs() {}

    /** {@link AbstractQueuedLongSynchronizer#acquire(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquire(AbstractQueuedLongSynchronizer it, long argument) throws Exception {
        if (it instanceof FiberQueuedLongSynchronizer) {
            ((FiberQueuedLongSynchronizer) it).waiting$weft().obtain(argument, false);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquire(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#acquireInterruptibly(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquireInterruptibly(AbstractQueuedLongSynchronizer it, long argument)
            throws Exception {
        if (it instanceof FiberQueuedLongSynchronizer) {
            ((FiberQueuedLongSynchronizer) it)
                    .waiting$weft()
                    .obtainFor(argument, false, Long.MAX_VALUE);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquireInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#acquireShared(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquireShared(AbstractQueuedLongSynchronizer it, long argument)
            throws Exception {
        if (it instanceof FiberQueuedLongSynchronizer) {
            ((FiberQueuedLongSynchronizer) it).waiting$weft().obtain(argument, true);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquireShared(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#acquireSharedInterruptibly(long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquireSharedInterruptibly(AbstractQueuedLongSynchronizer it, long argument)
            throws Exception {
        if (it instanceof FiberQueuedLongSynchronizer) {
            ((FiberQueuedLongSynchronizer) it)
                    .waiting$weft()
                    .obtainFor(argument, true, Long.MAX_VALUE);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquireSharedInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedLongSynchronizer#tryAcquireNanos(long, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static boolean tryAcquireNanos(
            AbstractQueuedLongSynchronizer it, long argument, long nanos) throws Exception {
        if (it instanceof FiberQueuedLongSynchronizer) {
            return ((FiberQueuedLongSynchronizer) it)
                    .waiting$weft()
                    .obtainFor(argument, false, nanos);
        }
        return Blocking.inPlace(() -> it.tryAcquireNanos(argument, nanos));
    }

    /** {@link AbstractQueuedLongSynchronizer#tryAcquireSharedNanos(long, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static boolean tryAcquireSharedNanos(
            AbstractQueuedLongSynchronizer it, long argument, long nanos) throws Exception {
        if (it instanceof FiberQueuedLongSynchronizer) {
            return ((FiberQueuedLongSynchronizer) it)
                    .waiting$weft()
                    .obtainFor(argument, true, nanos);
        }
        return Blocking.inPlace(() -> it.tryAcquireSharedNanos(argument, nanos));
    }

    /** {@link AbstractQueuedLongSynchronizer#AbstractQueuedLongSynchronizer()}. */
    @StandIn(
            value = AbstractQueuedLongSynchronizer.class,
            constructor = true,
            superclass = FiberQueuedLongSynchronizer.class,
            mode = StandIn.Mode.PARKS)
    public static AbstractQueuedLongSynchronizer newSynchronizer() {
        return new FiberQueuedLongSynchronizer();
    }

    /** {@link AbstractQueuedLongSynchronizer.ConditionObject}. */
    @StandIn(
            value = AbstractQueuedLongSynchronizer.ConditionObject.class,
            constructor = true,
            mode = StandIn.Mode.PARKS)
    public static AbstractQueuedLongSynchronizer.ConditionObject newCondition(
            AbstractQueuedLongSynchronizer of) {
        return of instanceof FiberQueuedLongSynchronizer
                ? new FiberQueuedLongSynchronizer.Condition((FiberQueuedLongSynchronizer) of)
                : of.new ConditionObject();
    }

    /** {@link AbstractQueuedLongSynchronizer#release(long)}. */
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean release(AbstractQueuedLongSynchronizer it, long argument) {
        return it instanceof FiberQueuedLongSynchronizer
                ? ((FiberQueuedLongSynchronizer) it).waiting$weft().giveBack(argument, false)
                : it.release(argument);
    }

    /** {@link AbstractQueuedLongSynchronizer#releaseShared(long)}. */
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean releaseShared(AbstractQueuedLongSynchronizer it, long argument) {
        return it instanceof FiberQueuedLongSynchronizer
                ? ((FiberQueuedLongSynchronizer) it).waiting$weft().giveBack(argument, true)
                : it.releaseShared(argument);
    }

    /** {@link AbstractQueuedLongSynchronizer#hasQueuedThreads()}. */
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean hasQueuedThreads(AbstractQueuedLongSynchronizer it) {
        return it.hasQueuedThreads() || getQueueLength(it) > 0;
    }

    /** {@link AbstractQueuedLongSynchronizer#getQueueLength()}. */
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static int getQueueLength(AbstractQueuedLongSynchronizer it) {
        return it instanceof FiberQueuedLongSynchronizer
                ? ((FiberQueuedLongSynchronizer) it).waiting$weft().length()
                : it.getQueueLength();
    }

    /** {@link AbstractQueuedLongSynchronizer#hasQueuedPredecessors()}. */
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean hasQueuedPredecessors(AbstractQueuedLongSynchronizer it) {
        return it instanceof FiberQueuedLongSynchronizer
                ? ((FiberQueuedLongSynchronizer) it).waiting$weft().isBehind()
                : it.hasQueuedPredecessors();
    }

    /** {@link AbstractQueuedLongSynchronizer#isQueued(Thread)}. */
    @StandIn(value = AbstractQueuedLongSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean isQueued(AbstractQueuedLongSynchronizer it, Thread thread) {
        if (!(it instanceof FiberQueuedLongSynchronizer)) {
            return it.isQueued(thread);
        }
        Object caller = thread instanceof FiberThread ? ((FiberThread) thread).fiber() : thread;
        return ((FiberQueuedLongSynchronizer) it).waiting$weft().contains(caller);
    }
}
