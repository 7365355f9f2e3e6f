package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Diagnosis from outside, limits of threads, the end of the JVM: in processes of their own. */
@Timeout(120)
class ForkedTest {
    static Process start(List<String> options, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        line.addAll(options);
        String surefire = System.getProperty("surefire.test.class.path");
        line.add("-cp");
        line.add(surefire == null ? System.getProperty("java.class.path") : surefire);
        line.addAll(Arrays.asList(command));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private static Process fork(String mode, String... options) throws IOException {
        return start(List.of(options), Forked.class.getName(), mode);
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static String all(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text;
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (!"ready".equals(line)) {
            assertTrue(line != null, "the process ended");
            line = output.readLine();
        }
    }

    @Test
    void theCommandShowsAnotherProcess() throws Exception {
        Process process = fork("wait", "-Dweft.jmx=true", "-Dweft.track=true");
        try {
            awaitReady(output(process));
            String pid = Long.toString(process.pid());
            String dump = all(start(List.of(), "dev.weft.diagnosis.DumpCommand", pid));
            assertTrue(dump.startsWith("2 fibers\n"), dump);
            assertTrue(
                    dump.contains("\"waiting 1\" #2 WAITING, waits for a value from Channel"),
                    dump);
            assertTrue(dump.contains("Forked.receive(Forked.java:"), dump);
            String json = all(start(List.of(), "dev.weft.diagnosis.DumpCommand", pid, "json"));
            assertTrue(json.contains("\"name\": \"waiting 0\", \"state\": \"WAITING\""), json);
            String pins = all(start(List.of(), "dev.weft.diagnosis.DumpCommand", pid, "pins"));
            assertTrue(pins.startsWith("0 sites"), pins);
        } finally {
            process.destroy();
        }
    }

    /** When the heap or the stack has ended it is too late. */
    @Test
    void theFirstSchedulerInitialisesWhatErrorsNeed() throws Exception {
        String text = all(fork("prepare", "-Xlog:class+init=info"));
        String before = text.substring(0, text.indexOf("made"));
        for (Class<?> type : Prepared.CLASSES) {
            String name = "'" + type.getName().replace('.', '/') + "'";
            assertTrue(before.contains("Initializing " + name), name);
        }
    }

    @Test
    void theCommandSaysWhatIsMissing() throws Exception {
        Process process = fork("wait");
        try {
            awaitReady(output(process));
            Process command =
                    start(
                            List.of(),
                            "dev.weft.diagnosis.DumpCommand",
                            Long.toString(process.pid()));
            String text =
                    new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, command.waitFor());
            assertTrue(text.contains("was not started with -Dweft.jmx=true"), text);
        } finally {
            process.destroy();
        }
    }

    @Test
    void aSignalPrintsADump() throws Exception {
        Process process = fork("wait", "-Dweft.dump.signal=USR2", "-Dweft.track=true");
        try {
            BufferedReader output = output(process);
            awaitReady(output);
            new ProcessBuilder("kill", "-USR2", Long.toString(process.pid())).start().waitFor();
            assertEquals("2 fibers", output.readLine());
            String line = output.readLine();
            while (!line.startsWith("0 sites")) {
                line = output.readLine();
            }
        } finally {
            process.destroy();
        }
    }

    @Test
    void threadsOfBlockingCallsEndAgain() throws Exception {
        assertEquals("shrunk\n", all(fork("shrink", "-Dweft.idle.millis=50")));
    }

    @Test
    void threadsOfBlockingCallsAreLimited() throws Exception {
        String text = all(fork("limit", "-Dweft.carrier.threads=4", "-Dweft.stuck.millis=0"));
        assertTrue(text.matches("at most [1-4]\n"), text);
    }

    @Test
    void aThreadWithoutTheRightToPollEndsOnlyWhenAnotherHasIt() throws Exception {
        assertEquals("lingers\nended\n", all(fork("linger", "-Dweft.idle.millis=5")));
    }

    @Test
    void aSingleThreadedWorldThatSleepsIsFound() throws Exception {
        String text = all(fork("asleep", "-Dweft.idle.millis=5"));
        String[] reports = text.split("all fibers are asleep: 2 fibers\n", -1);
        assertEquals(3, reports.length, text);
        for (int i = 1; i < reports.length; i++) {
            assertTrue(reports[i].contains("\"receiver\" #"), text);
            assertTrue(reports[i].contains("WAITING, waits for a value from Channel@"), text);
            assertTrue(reports[i].contains("at dev.weft.fiber.Forked.receive(Forked"), text);
        }
    }

    @Test
    void runningFibersDoNotKeepTheJvmAlive() throws Exception {
        String text = all(fork("shutdown"));
        assertTrue(text.startsWith("main returns\n"), text);
        assertTrue(text.contains("nobody looks at this one"), "uncaught is told: " + text);
    }

    @Test
    void spawnSitesAreNotedWhenAskedFor() throws Exception {
        Process process =
                fork("wait", "-Dweft.jmx=true", "-Dweft.track=true", "-Dweft.track.spawns=true");
        try {
            awaitReady(output(process));
            String dump =
                    all(
                            start(
                                    List.of(),
                                    "dev.weft.diagnosis.DumpCommand",
                                    Long.toString(process.pid())));
            assertTrue(dump.contains(", started at dev.weft.fiber.Forked.waitForOthers"), dump);
        } finally {
            process.destroy();
        }
    }
}
