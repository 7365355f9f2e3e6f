package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Unmodified blocking code under the agent alone, on one carrier or one thread: nobody blocks the
 * others.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class BlockingProgramsTest {
    private static final String WEAVE = "=suspendable=dev.weft.examples.unmodified.**";

    @ParameterizedTest
    @CsvSource({
        "TwoTails,    '', first0 second0 first1 second1 first2 second2",
        "EchoServers, 60, LINES=60 UNTIL_NEWLINE=60 RAW=60 REPLY=60",
        "LifeGoesOn,  300, Start process Life goes on Done waiting",
    })
    void runsUnderTheAgentAlone(String program, String arguments, String expected)
            throws Exception {
        assertEquals(expected, run(command(WEAVE, program, arguments)));
    }

    @ParameterizedTest
    @CsvSource({
        "sleep,  .*Start process Life goes on Done waiting.*",
        "visit,  .*foo running.*foo DONE.*baz back.*bar DONE.*",
        "visit,  .*baz jump.*baz back.*bar DONE.*",
        "select, .*g1 start.*g1 finish",
        "select, .*g2 start.*g2 finish.*g1 finish",
        "select, .*g3 start.*g3 finish.*g1 finish",
    })
    void threadsAreFibersUnderTheAgentAlone(String program, String expected) throws Exception {
        String options = WEAVE + ",threads=dev.weft.examples.unmodified.**";
        String printed = run(command(options, "unmodified.ThreadPrograms", program + " 150"));
        assertTrue(printed.matches(expected), printed);
    }

    private static List<String> command(String options, String program, String arguments) {
        String agent = System.getProperty("weft.agent");
        String compiled = System.getProperty("weft.examples.compiled");
        assertTrue(
                Files.exists(Path.of(agent)),
                () -> agent + " is missing: run the build's verify phase");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-javaagent:" + agent + options,
                                "-cp",
                                compiled + File.pathSeparator + runtime(),
                                "dev.weft.examples." + program));
        Arrays.stream(arguments.split(" ")).filter(a -> !a.isEmpty()).forEach(command::add);
        return command;
    }

    private static String run(List<String> command) throws Exception {
        Path printed = Files.createTempFile("weft-program", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(printed, StandardCharsets.UTF_8);
            assertTrue(ended, () -> command + " hangs; it printed\n" + text);
            assertEquals(0, process.exitValue(), () -> command + " printed\n" + text);
            return String.join(" ", text.trim().split("\\s+"));
        } finally {
            Files.delete(printed);
        }
    }

    private static String runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                        p ->
                                p.contains("weft-runtime")
                                        || p.contains("runtime" + File.separator + "target"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("weft-runtime is not on the class path"));
    }
}
