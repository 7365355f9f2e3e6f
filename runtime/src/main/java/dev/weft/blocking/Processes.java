package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.io.ProcessInput;
import dev.weft.woven.StandIn;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Stand-ins for waiting for processes, of which the runtime hears when they end, and for their
 * output ({@link ProcessInput}).
 */
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

    /** {@link Process#getInputStream()}. */
    @StandIn(value = Process.class, mode = StandIn.Mode.REPLACES)
    public static InputStream getInputStream(Process process) {
        return input(process, process.getInputStream());
    }

    /** {@link Process#getErrorStream()}. */
    @StandIn(value = Process.class, mode = StandIn.Mode.REPLACES)
    public static InputStream getErrorStream(Process process) {
        return input(process, process.getErrorStream());
    }

    /** Pipes of the JDK's own; what is redirected has a stream of another class, which is empty. */
    private static InputStream input(Process process, InputStream in) {
        return Jdk.isOwn(process) && in instanceof BufferedInputStream
                ? new ProcessInput(process, in)
                : in;
    }

    /** The JDK's own, in a fiber: others may have an onExit that needs a thread each. */
    private static boolean isOrdinary(Process process) {
        return Fiber.current() != null && Jdk.isOwn(process);
    }
}
