package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for the standard input, and for a child process that does not read: others go on. */
@Timeout(120)
class StandardInputTest {
    @ParameterizedTest
    @CsvSource({
        "carrier, bytes, ab",
        "carrier, lines, ab12",
        "carrier, scanner, ab12",
        "carrier, all, ab/12/",
        "thread, bytes, ab",
        "thread, lines, ab12",
        "thread, scanner, ab12",
        "thread, all, ab/12/",
    })
    void othersGoOnWhileStandardInputIsAwaited(String scheduler, String way, String expected)
            throws Exception {
        Process process = fork(scheduler, way);
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 3; i++) {
                assertEquals("goes on " + i, output.readLine()); // and nothing has been typed yet
            }
            OutputStream input = process.getOutputStream();
            input.write("ab\n12\n".getBytes(StandardCharsets.UTF_8));
            input.close();
            StringBuilder rest = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                rest.append(line).append('/');
            }
            assertEquals("read " + expected + "/", rest.toString());
            assertEquals(0, process.waitFor());
        } finally {
            process.destroy();
        }
    }

    /** One thread reads for all of them; what it was waiting for when they left is not lost. */
    @ParameterizedTest
    @ValueSource(strings = {"carrier", "thread"})
    void cancelledReadersLoseNothing(String scheduler) throws Exception {
        Process process = fork(scheduler, "cancelled");
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 3; i++) {
                assertEquals("goes on " + i + " 0", output.readLine());
            }
            assertEquals("threads 1", output.readLine());
            assertEquals("c".repeat(18), output.readLine()); // while nothing has been typed
            OutputStream input = process.getOutputStream();
            input.write("ab\n12\n".getBytes(StandardCharsets.UTF_8));
            input.flush();
            assertEquals("sum 0", output.readLine());
            assertEquals("read /12/", output.readLine());
            assertEquals(0, process.waitFor());
        } finally {
            process.destroy();
        }
    }

    private static Process fork(String... arguments) throws IOException {
        String surefire = System.getProperty("surefire.test.class.path");
        String classPath = surefire == null ? System.getProperty("java.class.path") : surefire;
        List<String> line =
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        InputProgram.class.getName(),
                        arguments[0],
                        arguments[1]);
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    /** The child reads only after another fiber of the same carrier or thread has let it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullPipeToAChildHoldsNobodyElse(boolean carrier, @TempDir Path folder) {
        Scheduler scheduler = carrier ? Scheduler.workStealing(1) : Scheduler.singleThreaded();
        Path signal = folder.resolve("read");
        String counted = Weft.run(scheduler, () -> feed(signal));
        assertEquals("500000", counted);
    }

    @Suspendable
    private static String feed(Path signal) throws Exception {
        Process child =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "echo ready; while [ ! -e \"$0\" ]; do sleep 0.02; done; wc -c",
                                signal.toString())
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("ready", output.readLine());
        boolean[] written = new boolean[1];
        Fiber<Void> writer = Weft.go(() -> write(child, written));
        while (writer.state() == Fiber.State.RUNNABLE) {
            Weft.yield();
        }
        Weft.sleep(20); // for the pipe to fill, most often; the outcome must be the same if not
        assertTrue(!written[0], "more than a pipe holds, and nobody reads");
        Files.createFile(signal);
        writer.join();
        String line = output.readLine();
        assertNotNull(line);
        assertEquals(0, child.waitFor());
        return line.trim();
    }

    @Suspendable
    private static void write(Process child, boolean[] written) throws IOException {
        try (OutputStream to = child.getOutputStream()) {
            for (int i = 0; i < 50; i++) {
                to.write(new byte[10_000]);
            }
            to.flush();
            written[0] = true;
        }
    }
}
