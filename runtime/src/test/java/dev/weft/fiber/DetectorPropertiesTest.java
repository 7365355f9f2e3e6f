package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.blocking.HandOffs;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The detector and the counters of hand-offs, switched on by system properties alone. */
@Timeout(120)
@Suspendable
class DetectorPropertiesTest {
    private static final String ALLOW =
            "-Dweft.detector.allow=com.acme., dev.weft.fiber.DetectorPropertiesTest.allowed";

    /** The program of the other process. */
    public static void main(String[] arguments) throws Exception {
        Semaphore reported = new Semaphore(0);
        System.setErr(new Releasing(System.err, reported));
        Weft.run(
                () -> {
                    Weft.blocking(System::nanoTime);
                    allowed();
                    blocked(reported);
                });
        System.out.println("ended");
        System.out.print(HandOffs.text());
    }

    /** Long enough for several samples of the detector. */
    private static void allowed() throws InterruptedException {
        new Semaphore(0).tryAcquire(200, TimeUnit.MILLISECONDS);
    }

    /** Until it has been reported. */
    private static void blocked(Semaphore reported) throws InterruptedException {
        reported.acquire();
    }

    private static final class Releasing extends PrintStream {
        private final Semaphore printed;

        Releasing(PrintStream to, Semaphore printed) {
            super(to, true);
            this.printed = printed;
        }

        @Override
        public void print(String text) {
            super.print(text);
            printed.release();
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
                        List.of("-Dweft.detector.millis=often"),
                        "dev.weft.fiber.Forked",
                        "wait");
        process.getOutputStream().close();
        String text = ForkedTest.all(process);
        assertTrue(text.contains("weft.detector.millis is \"often\"; it must be"), text);
    }

    private static String run(String... options) throws IOException, InterruptedException {
        return ForkedTest.all(
                ForkedTest.start(List.of(options), DetectorPropertiesTest.class.getName()));
    }
}
