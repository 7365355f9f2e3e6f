package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each public class of the packages, as the JDK has them that runs this, is in the table of
 * docs/testing.md, and what the table names is there.
 */
class EveryClassTest {
    @ParameterizedTest
    @ValueSource(strings = {"java.util.concurrent", "java.util.concurrent.locks"})
    void isInTheTable(String name) throws Exception {
        String table = table();
        List<String> missing = new ArrayList<>();
        List<String> all = classes(name);
        for (String type : all) {
            boolean isPublic = Modifier.isPublic(Class.forName(name + "." + type).getModifiers());
            if (isPublic && !table.contains("`" + type + "`")) {
                missing.add(type);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(all.size() > 5, "looked at " + all);
    }

    @Test
    void theTestsAreThere() throws IOException {
        List<String> named =
                table().lines()
                        .flatMap(line -> Stream.of(line.split("`")))
                        .filter(word -> word.matches("[A-Z][A-Za-z]+ScenariosTest|User.*Test"))
                        .collect(Collectors.toList());
        assertTrue(named.size() > 5, "found " + named);
        for (String test : named) {
            Path source = base().resolve("src/test/java/dev/weft/juc/" + test + ".java");
            assertTrue(Files.exists(source), test);
        }
    }

    private static List<String> classes(String name) throws IOException {
        Path folder =
                FileSystems.getFileSystem(URI.create("jrt:/"))
                        .getPath("modules", "java.base", name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$"))
                    .map(f -> f.substring(0, f.length() - ".class".length()))
                    .filter(f -> !f.equals("package-info"))
                    .collect(Collectors.toList());
        }
    }

    /** What is between the heading and the next. */
    private static String table() throws IOException {
        Path page = base().resolveSibling("docs").resolve("testing.md");
        String text = Files.readString(page);
        int from = text.indexOf("### Every class of java.util.concurrent");
        assertTrue(from >= 0, "no such heading in " + page);
        return text.substring(from, text.indexOf("\n## ", from));
    }

    private static Path base() {
        return Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    }
}
