package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberQueuedSynchronizer;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Stand-ins for synchronizers that users build on {@link AbstractQueuedSynchronizer}: a woven class
 * extends {@link FiberQueuedSynchronizer} instead, where fibers wait in a line of their own, and
 * sees in {@link Thread#currentThread()} an object of the fiber's, so that the owner that it
 * records is the fiber, wherever that runs. For classes that are not woven the call is made in
 * place, with a hand-off; their owner is the thread.
 */
public final class Aqs {
    private Aqs() {}

    /** {@link AbstractQueuedSynchronizer#acquire(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquire(AbstractQueuedSynchronizer it, int argument) throws Exception {
        if (it instanceof FiberQueuedSynchronizer) {
            ((FiberQueuedSynchronizer) it).waiting$weft().obtain(argument, false);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquire(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#acquireInterruptibly(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquireInterruptibly(AbstractQueuedSynchronizer it, int argument)
            throws Exception {
        if (it instanceof FiberQueuedSynchronizer) {
            ((FiberQueuedSynchronizer) it)
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

    /** {@link AbstractQueuedSynchronizer#acquireShared(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquireShared(AbstractQueuedSynchronizer it, int argument) throws Exception {
        if (it instanceof FiberQueuedSynchronizer) {
            ((FiberQueuedSynchronizer) it).waiting$weft().obtain(argument, true);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquireShared(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#acquireSharedInterruptibly(int)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static void acquireSharedInterruptibly(AbstractQueuedSynchronizer it, int argument)
            throws Exception {
        if (it instanceof FiberQueuedSynchronizer) {
            ((FiberQueuedSynchronizer) it).waiting$weft().obtainFor(argument, true, Long.MAX_VALUE);
            return;
        }
        Blocking.inPlace(
                () -> {
                    it.acquireSharedInterruptibly(argument);
                    return null;
                });
    }

    /** {@link AbstractQueuedSynchronizer#tryAcquireNanos(int, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static boolean tryAcquireNanos(AbstractQueuedSynchronizer it, int argument, long nanos)
            throws Exception {
        if (it instanceof FiberQueuedSynchronizer) {
            return ((FiberQueuedSynchronizer) it).waiting$weft().obtainFor(argument, false, nanos);
        }
        return Blocking.inPlace(() -> it.tryAcquireNanos(argument, nanos));
    }

    /** {@link AbstractQueuedSynchronizer#tryAcquireSharedNanos(int, long)}. */
    @Suspendable
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.PARKS)
    public static boolean tryAcquireSharedNanos(
            AbstractQueuedSynchronizer it, int argument, long nanos) throws Exception {
        if (it instanceof FiberQueuedSynchronizer) {
            return ((FiberQueuedSynchronizer) it).waiting$weft().obtainFor(argument, true, nanos);
        }
        return Blocking.inPlace(() -> it.tryAcquireSharedNanos(argument, nanos));
    }

    /** {@link AbstractQueuedSynchronizer#AbstractQueuedSynchronizer()}. */
    @StandIn(
            value = AbstractQueuedSynchronizer.class,
            constructor = true,
            superclass = FiberQueuedSynchronizer.class,
            mode = StandIn.Mode.PARKS)
    public static AbstractQueuedSynchronizer newSynchronizer() {
        return new FiberQueuedSynchronizer();
    }

    /** {@link AbstractQueuedSynchronizer.ConditionObject}. */
    @StandIn(
            value = AbstractQueuedSynchronizer.ConditionObject.class,
            constructor = true,
            mode = StandIn.Mode.PARKS)
    public static AbstractQueuedSynchronizer.ConditionObject newCondition(
            AbstractQueuedSynchronizer of) {
        return of instanceof FiberQueuedSynchronizer
                ? new FiberQueuedSynchronizer.Condition((FiberQueuedSynchronizer) of)
                : of.new ConditionObject();
    }

    /** {@link Thread#currentThread()} where a synchronizer records its owner: the fiber's. */
    @StandIn(
            value = Thread.class,
            isStatic = true,
            scope = StandIn.Scope.OWNERS,
            mode = StandIn.Mode.REPLACES)
    public static Thread currentThread() {
        return ThreadObjects.currentThread();
    }

    /** {@link AbstractQueuedSynchronizer#release(int)}. */
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean release(AbstractQueuedSynchronizer it, int argument) {
        return it instanceof FiberQueuedSynchronizer
                ? ((FiberQueuedSynchronizer) it).waiting$weft().giveBack(argument, false)
                : it.release(argument);
    }

    /** {@link AbstractQueuedSynchronizer#releaseShared(int)}. */
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean releaseShared(AbstractQueuedSynchronizer it, int argument) {
        return it instanceof FiberQueuedSynchronizer
                ? ((FiberQueuedSynchronizer) it).waiting$weft().giveBack(argument, true)
                : it.releaseShared(argument);
    }

    /** {@link AbstractQueuedSynchronizer#hasQueuedThreads()}. */
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean hasQueuedThreads(AbstractQueuedSynchronizer it) {
        return it.hasQueuedThreads() || getQueueLength(it) > 0;
    }

    /** {@link AbstractQueuedSynchronizer#getQueueLength()}. */
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static int getQueueLength(AbstractQueuedSynchronizer it) {
        return it instanceof FiberQueuedSynchronizer
                ? ((FiberQueuedSynchronizer) it).waiting$weft().length()
                : it.getQueueLength();
    }

    /** {@link AbstractQueuedSynchronizer#hasQueuedPredecessors()}. */
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean hasQueuedPredecessors(AbstractQueuedSynchronizer it) {
        return it instanceof FiberQueuedSynchronizer
                ? ((FiberQueuedSynchronizer) it).waiting$weft().isBehind()
                : it.hasQueuedPredecessors();
    }

    /** {@link AbstractQueuedSynchronizer#isQueued(Thread)}. */
    @StandIn(value = AbstractQueuedSynchronizer.class, mode = StandIn.Mode.REPLACES)
    public static boolean isQueued(AbstractQueuedSynchronizer it, Thread thread) {
        if (!(it instanceof FiberQueuedSynchronizer)) {
            return it.isQueued(thread);
        }
        Object caller = thread instanceof FiberThread ? ((FiberThread) thread).fiber() : thread;
        return ((FiberQueuedSynchronizer) it).waiting$weft().contains(caller);
    }
}
