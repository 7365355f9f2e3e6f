package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.examples.EventText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs 9 to 17 as a user runs them, each in a JVM of its own: with the agent, and woven by the
 * Maven plugin. What they print is compared line by line.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CoroutineProgramsTest {
    /** How the classes were woven. */
    enum Way {
        AGENT,
        PLUGIN
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void trampolines(Way way) throws Exception {
        String cocalls =
                "start:go stage1:d1 stage2:d1' start:d1'' stage1:d2 stage2:d2' start:d2''"
                        + " stage1:d3 stage2:d3' start:d3''";
        String pairs = "0,0 got s1 0,1 caught t 0,2 got s2 end0 1,0 got s3 1,1 end1";
        assertEquals(
                List.of(
                        "13 bare trampoline: A C B D",
                        "14 symmetric: A x C a B c D b",
                        "14 trampoline: A x C a B c D b",
                        "15 trampoline: " + cocalls,
                        "15 scheduler: " + cocalls,
                        "17 inline: " + pairs,
                        "17 delegated: " + pairs),
                run(way, "Trampolines"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void wholeTextByPrimedCoroutines(Way way) throws Exception {
        String expected =
                EventText.report(EventText.VOWELS, EventText.CONSONANTS, EventText.OTHERS);
        assertEquals(List.of(expected), run(way, "Counters", "weightless"));
    }

    /** A process exits while a fiber waits, a generator is suspended and a coroutine runs. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void exitWithSuspendedCoroutines(Way way) throws Exception {
        assertEquals(List.of("suspended", "coroutine exits"), run(way, "ExitWhileSuspended"));
    }

    @Test
    void unknownWayOfCountingIsNamedWithTheOthers() throws Exception {
        Process process = start(Way.PLUGIN, true, "Counters", "abacus");
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor());
        assertTrue(text.contains("called abacus; there are [callout, process-per-event"), text);
    }

    private static List<String> run(Way way, String program, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(way, false, program, arguments);
        try {
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> program + " hangs: " + text);
            assertEquals(0, process.exitValue(), text);
            return Arrays.asList(text.trim().split("\\R"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Way way, boolean errors, String program, String... arguments)
            throws IOException {
        boolean agent = way == Way.AGENT;
        Path examples =
                Path.of(
                        System.getProperty(
                                agent ? "weft.examples.compiled" : "weft.examples.woven"));
        assertTrue(Files.isDirectory(examples), () -> examples + ": run the verify phase");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (agent) {
            command.add("-javaagent:" + System.getProperty("weft.agent"));
        }
        command.add("-cp");
        command.add(examples + File.pathSeparator + runtime());
        command.add("dev.weft.examples." + program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(errors);
        if (!errors) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        return builder.start();
    }

    private static String runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.contains("weft-runtime") || p.matches(".*runtime.target.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("weft-runtime is not on the class path"));
    }
}
