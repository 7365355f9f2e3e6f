package dev.weft.blocking;

import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.TimeUnit;

/**
 * Stand-ins for waiting in a monitor of the JVM's: it belongs to the thread, so the thread waits,
 * after a hand-off: the scheduler's other fibers go on. ({@link Monitors} belong to fibers.)
 */
public final class Waits {
    private Waits() {}

    /** {@link Object#wait()}. */
    @StandIn(value = Object.class, mode = StandIn.Mode.HANDS_OFF)
    public static void wait(Object object) throws Exception {
        Blocking.inPlace(
                () -> {
                    object.wait();
                    return null;
                });
    }

    /** {@link Object#wait(long)}. */
    @StandIn(value = Object.class, mode = StandIn.Mode.HANDS_OFF)
    public static void wait(Object object, long millis) throws Exception {
        Blocking.inPlace(
                () -> {
                    object.wait(millis);
                    return null;
                });
    }

    /** {@link Object#wait(long, int)}. */
    @StandIn(value = Object.class, mode = StandIn.Mode.HANDS_OFF)
    public static void wait(Object object, long millis, int nanos) throws Exception {
        Blocking.inPlace(
                () -> {
                    object.wait(millis, nanos);
                    return null;
                });
    }

    /** {@link TimeUnit#timedWait(Object, long)}. */
    @StandIn(value = TimeUnit.class, mode = StandIn.Mode.HANDS_OFF)
    public static void timedWait(TimeUnit unit, Object object, long timeout) throws Exception {
        Blocking.inPlace(
                () -> {
                    unit.timedWait(object, timeout);
                    return null;
                });
    }
}
