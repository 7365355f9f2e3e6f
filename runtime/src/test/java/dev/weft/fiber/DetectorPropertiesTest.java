package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.blocking.HandOffs;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The detector and the counters of hand-offs, switched on by system properties alone. */
@Timeout(120)
@Suspendable
class DetectorPropertiesTest {
    private static final String ALLOW =
            "-Dweft.detector.allow=com.acme., dev.weft.fiber.DetectorPropertiesTest.allowed";

    private static final Object MONITOR = new Object();
    private static final AtomicReference<Thread> BLOCKED = new AtomicReference<>();

    /** The program of the other process. */
    public static void main(String[] arguments) throws Exception {
        System.setErr(new Interrupting(System.err));
        Weft.run(
                () -> {
                    Weft.blocking(System::nanoTime);
                    allowed();
                    blocked();
                });
        System.out.println("ended");
        System.out.print(HandOffs.text());
    }

    /** Long enough for several samples of the detector. In a monitor the call is the JDK's own. */
    private static void allowed() throws InterruptedException {
        synchronized (MONITOR) {
            Thread.sleep(200);
        }
    }

    /** Until it has been reported. */
    private static void blocked() {
        synchronized (MONITOR) {
            BLOCKED.set(Thread.currentThread());
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                BLOCKED.set(null);
            }
        }
    }

    /** Ends {@link #blocked()} when something is printed. */
    private static final class Interrupting extends PrintStream {
        Interrupting(PrintStream to) {
            super(to, true);
        }

        @Override
        public void print(String text) {
            super.print(text);
            Thread blocked = BLOCKED.get();
            if (blocked != null) {
                blocked.interrupt();
            }
        }
    }

    @Test
    void theDetectorAndTheCountersStart() throws Exception {
        String text = run("-Dweft.detector.millis=20", ALLOW, "-Dweft.handoffs=true");
        assertTrue(text.startsWith("weft: a carrier is blocked in "), text);
        assertTrue(text.contains("dev.weft.fiber.DetectorPropertiesTest.blocked("), text);
        assertFalse(text.contains("DetectorPropertiesTest.allowed"), text);
        assertTrue(text.contains("\nended\n1 site holds a thread for each call\n1 x, "), text);
    }

    @Test
    void withoutThemNothingIsCounted() throws Exception {
        String text = run("-Dweft.detector.millis=20");
        assertTrue(text.contains("\nended\nhand-offs are not counted: -Dweft.handoffs"), text);
    }

    @Test
    void aBadIntervalIsNamed() throws Exception {
        Process process =
                ForkedTest.start(
                        List.of("-Dweft.detector.millis=often"), "dev.weft.fiber.Forked", "wait");
        process.getOutputStream().close();
        String text = ForkedTest.all(process);
        assertTrue(text.contains("weft.detector.millis is \"often\"; it must be"), text);
    }

    private static String run(String... options) throws IOException, InterruptedException {
        return ForkedTest.all(
                ForkedTest.start(List.of(options), DetectorPropertiesTest.class.getName()));
    }
}
