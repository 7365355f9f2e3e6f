package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.locks.LockSupport;

/**
 * Stand-ins for {@link LockSupport}. Whoever unparks names a thread, and the fiber's thread is what
 * {@link Thread#currentThread()} gave it, so the thread itself parks, after giving its carrier
 * away. ({@link dev.weft.fiber.Weft#park()} parks the fiber.)
 */
public final class Parkers {
    private Parkers() {}

    /** {@link LockSupport#park()}. */
    @Suspendable
    @StandIn(value = LockSupport.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static void park() throws Exception {
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
        Blocking.inPlace(
                () -> {
                    LockSupport.parkUntil(blocker, deadline);
                    return null;
                });
    }
}
