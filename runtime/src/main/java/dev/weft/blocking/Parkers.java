package dev.weft.blocking;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.woven.StandIn;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stand-ins for {@link LockSupport}. A fiber that passes for a thread ({@link FiberThread}) parks
 * itself. Else whoever unparks names a thread, and the fiber's thread is what {@link
 * Thread#currentThread()} gave it, so the thread itself parks, after giving its carrier away.
 * ({@link dev.weft.fiber.Weft#park()} parks the fiber.)
 */
public final class Parkers {
    private Parkers() {}

    /** {@link LockSupport#park()}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void park() throws Exception {
        if (FiberThread.known() != null) {
            parkFiber(Long.MAX_VALUE);
            return;
        }
        Blocking.inPlace(
                () -> {
                    LockSupport.park();
                    return null;
                });
    }

    /** {@link LockSupport#park(Object)}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void park(Object blocker) throws Exception {
        if (FiberThread.known() != null) {
            parkFiber(Long.MAX_VALUE);
            return;
        }
        Blocking.inPlace(
                () -> {
                    LockSupport.park(blocker);
                    return null;
                });
    }

    /** {@link LockSupport#parkNanos(long)}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void parkNanos(long nanos) throws Exception {
        if (FiberThread.known() != null) {
            parkFiber(nanos);
            return;
        }
        Blocking.inPlace(
                () -> {
                    LockSupport.parkNanos(nanos);
                    return null;
                });
    }

    /** {@link LockSupport#parkNanos(Object, long)}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void parkNanos(Object blocker, long nanos) throws Exception {
        if (FiberThread.known() != null) {
            parkFiber(nanos);
            return;
        }
        Blocking.inPlace(
                () -> {
                    LockSupport.parkNanos(blocker, nanos);
                    return null;
                });
    }

    /** {@link LockSupport#parkUntil(long)}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void parkUntil(long deadline) throws Exception {
        if (FiberThread.known() != null) {
            parkFiber(untilNanos(deadline));
            return;
        }
        Blocking.inPlace(
                () -> {
                    LockSupport.parkUntil(deadline);
                    return null;
                });
    }

    /** {@link LockSupport#parkUntil(Object, long)}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void parkUntil(Object blocker, long deadline) throws Exception {
        if (FiberThread.known() != null) {
            parkFiber(untilNanos(deadline));
            return;
        }
        Blocking.inPlace(
                () -> {
                    LockSupport.parkUntil(blocker, deadline);
                    return null;
                });
    }

    private static long untilNanos(long deadline) {
        return TimeUnit.MILLISECONDS.toNanos(deadline - System.currentTimeMillis());
    }

    /** As LockSupport: returns when interrupted, and leaves that to the next wait. */
    @Suspendable
    private static void parkFiber(long nanos) {
        Fiber<?> fiber = Fiber.current();
        if (nanos <= 0 || Blocking.isInterrupted(fiber)) {
            return;
        }
        try {
            if (nanos == Long.MAX_VALUE) {
                Weft.park();
            } else {
                Weft.parkNanos(nanos);
            }
        } catch (FiberCancelledException e) {
            if (fiber.isCancelled()) {
                throw e;
            }
            fiber.interrupt();
        }
    }
}
