package dev.weft.diagnosis;

import dev.weft.blocking.BlockingDetector;
import dev.weft.blocking.HandOffs;
import dev.weft.fiber.PinReport;
import dev.weft.fiber.Weft;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Makes this process's fibers visible to others. {@code -Dweft.jmx=true} and {@code
 * -Dweft.dump.signal=USR2} do it without a line of code. So do {@code -Dweft.handoffs=true}, which
 * counts in {@link HandOffs}, and {@code -Dweft.detector.millis=50}, which starts a {@link
 * BlockingDetector} that prints on standard error; {@code -Dweft.detector.allow} is its list of
 * what is allowed, separated by commas.
 */
public final class Diagnosis {
    private Diagnosis() {}

    /** Does what the system properties say. Called by Weft itself. */
    public static void install() {
        if (Boolean.getBoolean("weft.jmx")) {
            register();
        }
        if (Boolean.getBoolean("weft.handoffs")) {
            HandOffs.count(true);
        }
        String millis = System.getProperty("weft.detector.millis");
        if (millis != null) {
            detect(millis, System.getProperty("weft.detector.allow", ""));
        }
        String signal = System.getProperty("weft.dump.signal");
        if (signal != null) {
            dumpOnSignal(signal);
        }
    }

    private static void detect(String millis, String allowed) {
        long interval;
        try {
            interval = Long.parseLong(millis);
        } catch (NumberFormatException e) {
            interval = 0;
        }
        if (interval <= 0) {
            throw new IllegalArgumentException(
                    "weft.detector.millis is \""
                            + millis
                            + "\"; it must be a number of milliseconds above 0, such as 50");
        }
        BlockingDetector.start(
                Duration.ofMillis(interval),
                text -> System.err.print("weft: " + text),
                allowed.isBlank() ? new String[0] : allowed.trim().split("\\s*,\\s*"));
    }

    /**
     * Registers the bean with the platform's server. Does nothing when it is there already.
     *
     * @throws IllegalStateException when the server refuses it
     */
    public static synchronized void register() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(FiberDiagnosisMXBean.NAME);
            if (!server.isRegistered(name)) {
                server.registerMBean(new Bean(), name);
            }
        } catch (JMException e) {
            throw new IllegalStateException("cannot register " + FiberDiagnosisMXBean.NAME, e);
        }
    }

    /**
     * Prints a dump, the pin report and the hand-offs that were counted on standard error at each
     * such signal.
     *
     * @param signal its name without SIG: {@code USR2}; those that the JVM uses itself (USR1, QUIT)
     *     are refused
     * @throws IllegalArgumentException when the JVM refuses the signal or knows none
     */
    public static void dumpOnSignal(String signal) {
        try {
            // by reflection: the class is in every JDK of today, but not in the specification
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler dump = (proxy, method, arguments) -> handle(proxy, method, arguments);
            type.getMethod("handle", type, handler)
                    .invoke(
                            null,
                            type.getConstructor(String.class).newInstance(signal),
                            Proxy.newProxyInstance(
                                    handler.getClassLoader(), new Class<?>[] {handler}, dump));
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "weft.dump.signal: cannot handle " + signal + ": " + cause.getMessage(), cause);
        }
    }

    private static Object handle(
            Object proxy, java.lang.reflect.Method method, Object[] arguments) {
        switch (method.getName()) {
            case "handle":
                System.err.print(Weft.dump() + PinReport.text() + HandOffs.text());
                return null;
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == arguments[0];
            default:
                return "weft's dump of fibers";
        }
    }

    /** What the server calls. */
    private static final class Bean implements FiberDiagnosisMXBean {
        @Override
        public int getFiberCount() {
            return Weft.fibers().size();
        }

        @Override
        public boolean isTracking() {
            return Weft.isTracking();
        }

        @Override
        public void setTracking(boolean on) {
            Weft.track(on);
        }

        @Override
        public String dump() {
            return Weft.dump();
        }

        @Override
        public String dumpJson() {
            return Weft.dumpJson();
        }

        @Override
        public String pinReport() {
            return PinReport.text();
        }

        @Override
        public void resetPins() {
            PinReport.reset();
        }

        @Override
        public String handOffs() {
            return HandOffs.text();
        }

        @Override
        public void countHandOffs(boolean on) {
            HandOffs.count(on);
        }
    }
}
