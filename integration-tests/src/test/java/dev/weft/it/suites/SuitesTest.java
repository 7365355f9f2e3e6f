package dev.weft.it.suites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The slice of {@code suites.sh} that every build runs: commons-codec's tests of its phonetic
 * encoders.
 */
@Timeout(300)
class SuitesTest {
    @Test
    void aLibrarysTestsGiveTheSameInFibersWithForcedSuspensions()
            throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        String tests =
                Stream.of(classPath.split(File.pathSeparator))
                        .filter(p -> p.matches(".*commons-codec-.*-tests\\.jar"))
                        .findFirst()
                        .orElseThrow();
        Suites suites = new Suites(System.getProperty("weft.agent"), classPath);
        String summary =
                suites.compare(
                        new Suites.Library(
                                tests,
                                "org\\.apache\\.commons\\.codec\\.language\\.(Metaphone|Caverphone|Soundex|Nysiis).*Test",
                                "-",
                                "org.apache.commons.codec.**"));
        assertEquals(List.of(), suites.differences(), summary);
        assertTrue(suites.tests() > 60, summary);
        assertTrue(suites.forced() > 10_000, summary);
    }
}
