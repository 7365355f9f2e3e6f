package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** The README's program compiles as it stands there and prints what it should. */
@Isolated
@Timeout(60)
class ReadmeTest {
    @Test
    void theProgramRuns() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        int start = readme.indexOf("```java\n") + "```java\n".length();
        assertTrue(start > 10, "the README has a program");
        String program = readme.substring(start, readme.indexOf("```\n", start));
        Classes classes = Compiler.compile(11, Map.of("Gophers", program));
        WovenLoader loader = new WovenLoader(Weaving.of(classes, false).files());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            String[] args = {"10000"};
            loader.loadClass("Gophers")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } finally {
            System.setOut(before);
        }
        assertEquals("10001", printed.toString(StandardCharsets.UTF_8).trim());
    }
}
