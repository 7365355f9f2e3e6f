package dev.weft.it;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.examples.EventText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
        List<String> printed = run(way, "Counters", "weightless");
        assertEquals(expected, printed.get(0), printed::toString); // then what it took
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void trampolinesAndPairsCountAsTheCalloutDoes(Way way) throws Exception {
        String ways =
                "callout,feed,bare-trampoline,symmetric,trampoline,cocalls,cocalls-in-turn,"
                        + "weightless,pairs-inline,pairs-delegated";
        List<String> printed = run(way, "Counters", ways, "100000");
        printed = printed.stream().filter(l -> l.startsWith("vowels=")).collect(toList());
        assertEquals(ways.split(",").length, printed.size(), printed::toString);
        assertEquals(1, Set.copyOf(printed).size(), printed::toString);
    }

    /** A process exits while a fiber waits, a generator is suspended and a coroutine runs. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void exitWithSuspendedCoroutines(Way way) throws Exception {
        assertEquals(List.of("suspended", "coroutine exits"), run(way, "ExitWhileSuspended"));
    }

    @Test
    void unknownWayOfCountingIsNamedWithTheOthers() throws Exception {
        Forked.Ended ended = Forked.end(command(Way.PLUGIN, "Counters", "abacus"));
        assertEquals(1, ended.status, ended.out);
        assertTrue(
                ended.out.contains("called abacus; there are [callout, process-per-event"),
                ended.out);
    }

    private static List<String> run(Way way, String program, String... arguments)
            throws IOException, InterruptedException {
        String text = Forked.run(command(way, program, arguments));
        return Arrays.asList(text.trim().split("\\R"));
    }

    private static List<String> command(Way way, String program, String... arguments) {
        boolean agent = way == Way.AGENT;
        Path examples =
                Path.of(
                        System.getProperty(
                                agent ? "weft.examples.compiled" : "weft.examples.woven"));
        assertTrue(Files.isDirectory(examples), () -> examples + ": run the verify phase");
        List<String> options = new ArrayList<>();
        if (agent) {
            options.add("-javaagent:" + Forked.agent());
        }
        // as in ProgramsTest: what is printed is compared, on a loaded machine too
        options.add("-Dweft.stuck.report.millis=60000");
        List<String> command =
                Forked.command(options, List.of(examples), "dev.weft.examples." + program);
        command.addAll(List.of(arguments));
        return command;
    }
}
