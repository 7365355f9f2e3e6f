package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The stack traces of exceptions, through suspensions, generators and scopes: {@code
 * src/test/resources/golden/traces.txt} of those that are thrown on, {@code caught-traces.txt} of
 * those that are caught. To write them anew: {@code mvn -pl runtime -am test -Dtest=TraceGoldenTest
 * -Dgolden.regenerate=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Timeout(60)
class TraceGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String THROWN = "traces.txt";
    private static final String CAUGHT = "caught-traces.txt";
    private static final Pattern OWN =
            Pattern.compile(
                    ".*((Trace|Caught)Scenario\\.|Suppressed: |dev\\.weft\\.fiber\\.Scope\\.run\\().*");

    @Test
    void theTextIsAsItWas() throws IOException {
        compare(THROWN, thrown(Scheduler.deterministic(1)));
    }

    @Test
    void itIsTheSameOnSeveralCarriers() throws IOException {
        assertEquals(kept(THROWN), thrown(Scheduler.workStealing(2)));
    }

    @Test
    void whatIsCaughtIsWholeToo() throws IOException {
        compare(CAUGHT, caught(Scheduler.deterministic(1)));
    }

    @Test
    void itIsOnSeveralCarriers() throws IOException {
        assertEquals(kept(CAUGHT), caught(Scheduler.workStealing(2)));
    }

    private static String thrown(Scheduler scheduler) {
        return Weft.run(
                scheduler,
                () -> {
                    return normalised(new TraceScenario().traces());
                });
    }

    private static String caught(Scheduler scheduler) {
        return Weft.run(
                scheduler,
                () -> {
                    return normalised(new CaughtScenario().traces());
                });
    }

    private static void compare(String file, String text) throws IOException {
        if (Boolean.getBoolean("golden.regenerate")) {
            Files.writeString(GOLDEN.resolve(file), text);
        }
        assertEquals(kept(file), text);
    }

    private static String kept(String file) throws IOException {
        return Files.readString(GOLDEN.resolve(file));
    }

    /** The program's frames, and the runtime's as far as users call them. */
    private static String normalised(String traces) {
        assertFalse(traces.contains("woven.Stack.resume"), traces);
        return Arrays.stream(traces.split("\\R"))
                .map(line -> line.replaceAll("(at )app//", "$1"))
                .filter(line -> !line.matches("\\s.*") || OWN.matcher(line).matches())
                .map(line -> line.replaceAll("(dev.weft.fiber.Scope\\S*):\\d+", "$1:N"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
