package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
        assertEquals(expected, run(WEAVE, program, arguments));
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
        String printed = run(options, "unmodified.ThreadPrograms", program + " 150");
        assertTrue(printed.matches(expected), printed);
    }

    /** Every way to start threads, in a program that knows nothing of fibers. */
    @Test
    void everyKindOfThreadIsAFiberUnderTheAgentAlone() throws Exception {
        String kinds = "thread subclass fixed cached scheduled factory timer";
        String expected = kinds.replaceAll("(\\w+)", "$1 200/200/0") + " stages 400 threads ";
        String options = WEAVE + ",threads=dev.weft.examples.unmodified.**";
        assertEquals(expected + "few", run(options, "unmodified.ThreadKinds", "200"));
        List<String> plain = command(List.of(), "unmodified.ThreadKinds", "200");
        assertEquals(expected + "many", printed(plain));
    }

    /** One loop around a selector, and its clients; objects of which half has come. */
    @ParameterizedTest
    @CsvSource({
        "SelectorEcho, 200, echoed 4000 of 4000",
        "ObjectServer, 300, '300 answered, threads few'",
    })
    void serversOfOtherKindsUnderTheAgentAlone(String program, String arguments, String expected)
            throws Exception {
        String options = WEAVE + ",threads=dev.weft.examples.unmodified.**";
        assertEquals(expected, run(options, "unmodified." + program, arguments));
        String plain = printed(command(List.of(), "unmodified." + program, arguments));
        assertEquals(expected.replace("few", "many"), plain);
    }

    private static String run(String options, String program, String arguments) throws Exception {
        return printed(
                command(List.of("-javaagent:" + Forked.agent() + options), program, arguments));
    }

    private static List<String> command(List<String> jvm, String program, String arguments) {
        List<String> command =
                Forked.command(
                        jvm,
                        List.of(Path.of(System.getProperty("weft.examples.compiled"))),
                        "dev.weft.examples." + program);
        Arrays.stream(arguments.split(" ")).filter(a -> !a.isEmpty()).forEach(command::add);
        return command;
    }

    private static String printed(List<String> command) throws Exception {
        return String.join(" ", Forked.run(command).trim().split("\\s+"));
    }
}
