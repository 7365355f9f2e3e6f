package dev.weft.blocking;

import dev.weft.woven.StandIn;
import java.util.Timer;
import java.util.TimerTask;

/** Stand-ins for {@link Timer}, in classes that the option {@code threads} names. */
public final class TimerCalls {
    private TimerCalls() {}

    /** {@link TimerTask#cancel()}. */
    @StandIn(value = TimerTask.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static boolean cancel(TimerTask task) {
        return FiberTimer.cancel(task);
    }

    /** {@link Timer#Timer()}. */
    @StandIn(
            value = Timer.class,
            constructor = true,
            superclass = FiberTimer.class,
            scope = StandIn.Scope.THREADS)
    public static Timer newTimer() {
        return new FiberTimer();
    }

    /** {@link Timer#Timer(boolean)}. */
    @StandIn(
            value = Timer.class,
            constructor = true,
            superclass = FiberTimer.class,
            scope = StandIn.Scope.THREADS)
    public static Timer newTimer(boolean isDaemon) {
        return new FiberTimer(isDaemon);
    }

    /** {@link Timer#Timer(String)}. */
    @StandIn(
            value = Timer.class,
            constructor = true,
            superclass = FiberTimer.class,
            scope = StandIn.Scope.THREADS)
    public static Timer newTimer(String name) {
        return new FiberTimer(name);
    }

    /** {@link Timer#Timer(String, boolean)}. */
    @StandIn(
            value = Timer.class,
            constructor = true,
            superclass = FiberTimer.class,
            scope = StandIn.Scope.THREADS)
    public static Timer newTimer(String name, boolean isDaemon) {
        return new FiberTimer(name, isDaemon);
    }
}
