package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The example programs as a user runs them, each in a JVM of its own (the one that runs the tests):
 * unwoven, with the agent, woven by the Maven plugin, and with both. One result.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ProgramsTest {
    private static final Path COMPILED = Path.of(System.getProperty("weft.examples.compiled"));
    private static final Path WOVEN = Path.of(System.getProperty("weft.examples.woven"));

    @ParameterizedTest
    @CsvSource({
        "Gophers,       300,          301",
        "GorsetChain,   300 7,        307",
        "Say,           10,           hello hello hello hello hello world world world world world",
        "HalfSums,      '',           -5 12 17",
        "BufferedChannel, '',         1 2",
        "SelectFibonacci, 10,         0 1 1 13 2 21 3 34 5 8 quit",
        "FooBarBaz,     10,           'DONE DONE, back bar bar baz baz foo foo jump running visiting'",
        "PrimeSieves,   10,           '11, 11, 13, 13, 17, 17, 19, 19, 23, 23, 29] 29] 3, 3, 5, 5, 7, 7, [2, [2,'",
        "PowerSeries,   8,            0 0 0 0 1 1 1 1/120 1/2 1/24 1/3 1/5040 1/6 1/720 17/315 2/15 exp tan",
        "SelectTimeouts, 20,          finish finish finish g1 g1 g2 g2 g3 g3 start start start",
    })
    void oneResult(String program, String arguments, String expected) throws Exception {
        assertEquals(expected, run(COMPILED, false, program, arguments), "unwoven");
        assertEquals(expected, run(COMPILED, true, program, arguments), "agent");
        assertEquals(expected, run(WOVEN, false, program, arguments), "plugin");
        assertEquals(expected, run(WOVEN, true, program, arguments), "both");
    }

    /** Unwoven it would wait for ever: fibers that can't suspend need a scheduler with threads. */
    @Test
    void seededRace() throws Exception {
        String expected = "Behold... Start the-same-again";
        assertEquals(expected, run(COMPILED, true, "SeededRace", "42"), "agent");
        assertEquals(expected, run(WOVEN, false, "SeededRace", "42"), "plugin");
    }

    @ParameterizedTest
    @CsvSource({"agent", "plugin"})
    void hundredThousandGophers(String way) throws Exception {
        boolean agent = way.equals("agent");
        assertEquals("100001", run(agent ? COMPILED : WOVEN, agent, "Gophers", "100000"));
    }

    /** What the program prints, its words sorted: the order of fibers is not promised. */
    private static String run(Path examples, boolean agent, String program, String arguments)
            throws IOException, InterruptedException {
        assertTrue(
                Files.isDirectory(examples),
                () -> examples + " is missing: run the build's verify phase");
        List<String> options = new ArrayList<>();
        if (agent) {
            options.add("-javaagent:" + Forked.agent());
        }
        // A machine with much else to do makes turns long; what these programs print is compared.
        options.add("-Dweft.stuck.report.millis=60000");
        List<String> command =
                Forked.command(options, List.of(examples), "dev.weft.examples." + program);
        Arrays.stream(arguments.split(" ")).filter(a -> !a.isEmpty()).forEach(command::add);
        return Arrays.stream(Forked.run(command).trim().split("\\s+"))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
