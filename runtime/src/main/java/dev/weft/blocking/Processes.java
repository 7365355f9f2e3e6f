package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.woven.StandIn;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Stand-ins for waiting for processes: the runtime calls back when one has ended. */
public final class Processes {
    private Processes() {}

    /** {@link Process#waitFor()}. */
    @Suspendable
    @StandIn(value = Process.class, mode = StandIn.Mode.CALLBACK)
    public static int waitFor(Process process) throws InterruptedException {
        if (isOrdinary(process)) {
            Futures.awaitEnd(process.onExit(), Long.MAX_VALUE, true);
        }
        return process.waitFor();
    }

    /** {@link Process#waitFor(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Process.class, mode = StandIn.Mode.CALLBACK)
    public static boolean waitFor(Process process, long timeout, TimeUnit unit)
            throws InterruptedException {
        if (!isOrdinary(process) || timeout <= 0) {
            return process.waitFor(timeout, unit);
        }
        Futures.awaitEnd(process.onExit(), unit.toNanos(timeout), true);
        return !process.isAlive();
    }

    /** {@code Process.waitFor(Duration)}, of JDK 24. */
    @Suspendable
    @StandIn(value = Process.class, mode = StandIn.Mode.CALLBACK)
    public static boolean waitFor(Process process, Duration duration) throws InterruptedException {
        return waitFor(process, TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
    }

    /** The JDK's own, in a fiber: others may have an onExit that needs a thread each. */
    private static boolean isOrdinary(Process process) {
        return Fiber.current() != null && Jdk.isOwn(process);
    }
}
