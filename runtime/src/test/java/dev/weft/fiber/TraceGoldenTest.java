package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The stack traces of exceptions, through suspensions, generators and scopes: {@code
 * src/test/resources/golden/traces.txt}. To write it anew: {@code mvn -pl runtime -am test
 * -Dtest=TraceGoldenTest -Dgolden.regenerate=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Timeout(60)
class TraceGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "traces.txt");

    @Test
    void theTextIsAsItWas() throws IOException {
        String text = normalised(traces(Scheduler.deterministic(1)));
        if (Boolean.getBoolean("golden.regenerate")) {
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text);
    }

    @Test
    void itIsTheSameOnSeveralCarriers() throws IOException {
        assertEquals(Files.readString(GOLDEN), normalised(traces(Scheduler.workStealing(2))));
    }

    private static String traces(Scheduler scheduler) {
        return Weft.run(
                scheduler,
                () -> {
                    return new TraceScenario().traces();
                });
    }

    /** The program's frames, and the runtime's as far as users call them. */
    private static String normalised(String traces) {
        return Arrays.stream(traces.split("\\R"))
                .map(line -> line.replaceAll("(at )app//", "$1"))
                .filter(
                        line ->
                                !line.startsWith("\t")
                                        || line.contains("TraceScenario.")
                                        || line.matches(".*dev\\.weft\\.fiber\\.Scope\\.run\\(.*"))
                .map(line -> line.replaceAll("(dev.weft.fiber.Scope\\S*):\\d+", "$1:N"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
