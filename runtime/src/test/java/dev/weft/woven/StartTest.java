package dev.weft.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What would delay the start of every program. */
@Timeout(60)
class StartTest {
    @Test
    void noConcatenationIsLinkedWhenItRuns() throws IOException {
        Path classes = Path.of(System.getProperty("weft.runtime.classes"));
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all =
                    files.filter(f -> f.toString().endsWith(".class")).collect(Collectors.toList());
            assertTrue(all.size() > 100, classes + " holds the runtime");
            assertEquals(
                    List.of(),
                    all.stream().filter(StartTest::concatenates).collect(Collectors.toList()));
        }
    }

    private static boolean concatenates(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains("makeConcatWithConstants");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
