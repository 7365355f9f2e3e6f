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
 * The text of a dump, through generators and scopes: {@code src/test/resources/golden/dump.txt}. To
 * write it anew: {@code mvn -pl runtime -am test -Dtest=DumpGoldenTest -Dgolden.regenerate=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Timeout(60)
class DumpGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "dump.txt");

    @Test
    void theTextIsAsItWas() throws IOException {
        String text =
                normalised(
                        Weft.run(
                                Scheduler.deterministic(1),
                                () -> {
                                    return new DumpScenario().dump();
                                }));
        if (Boolean.getBoolean("golden.regenerate")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text);
    }

    /** Without numbers that other tests change, and without the JDK's and JUnit's frames. */
    private static String normalised(String dump) {
        return Arrays.stream(dump.split("\n"))
                .filter(
                        line ->
                                !line.startsWith("    at ")
                                        || line.contains("DumpScenario.")
                                        || line.matches(
                                                ".*dev\\.weft\\.(generator|fiber\\.Scope).*"))
                .map(line -> line.replaceAll("#\\d+", "#N").replaceAll("fiber-\\d+", "fiber-N"))
                .map(line -> line.replaceAll("(Fiber\\[.*?), \\w+\\]", "$1]"))
                .map(line -> line.replaceAll("@[0-9a-f]+", "@N"))
                .map(line -> line.replaceAll("(at )app//", "$1"))
                .map(line -> line.replaceAll("(dev.weft.(generator|fiber.Scope)\\S*):\\d+", "$1:N"))
                .map(line -> line.replaceAll("weft-helper-\\d+|main$", "a thread"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
