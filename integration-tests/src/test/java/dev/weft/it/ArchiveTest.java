package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive of the application's classes (AppCDS), made without the agent, goes on working with
 * it: a start with both is quicker than one with neither.
 */
@Timeout(300)
class ArchiveTest {
    private static final String PROGRAM =
            String.join(
                    "\n",
                    "package com.acme;",
                    "import dev.weft.fiber.*;",
                    "@dev.weft.Suspendable",
                    "public class Main {",
                    "  static int twice(int n) { Weft.yield(); return 2 * n; }",
                    "  public static void main(String[] args) {",
                    "    System.out.println(Weft.run(() -> twice(21)));",
                    "    boolean woven = false;",
                    "    for (var m : Main.class.getDeclaredMethods()) {",
                    "      woven |= m.getName().startsWith(\"twice$resume$\");",
                    "    }",
                    "    System.out.println(woven ? \"woven\" : \"plain\");",
                    "  }",
                    "}");

    @TempDir private Path folder;

    @Test
    void isUsedBesideTheAgent() throws Exception {
        assumeTrue(Runtime.version().feature() >= 13, "there are no such archives before");
        assumeTrue(Forked.runtime().endsWith(".jar"), "folders can't be archived");
        Path jar = folder.resolve("app.jar");
        Forked.jar(jar, Compiler.compile(11, Map.of("com.acme.Main", PROGRAM)), Map.of());
        Path archive = folder.resolve("app.jsa");
        run(jar, "-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive);
        assertTrue(Files.exists(archive));
        Path log = folder.resolve("classes.txt");
        List<String> printed =
                run(
                        jar,
                        "-Xlog:disable", // JDK 25 says that an agent adds a module, and goes on
                        "-Xlog:class+load:file=" + log,
                        "-XX:SharedArchiveFile=" + archive,
                        "-javaagent:" + Forked.agent());
        assertEquals(List.of("42", "woven"), printed);
        assertTrue(
                Files.readAllLines(log).stream()
                        .anyMatch(
                                line ->
                                        line.contains("dev.weft.fiber.Fiber ")
                                                && line.contains("shared objects file")),
                "the runtime's classes do not come from the archive");
    }

    private static List<String> run(Path jar, String... options) throws Exception {
        String text = Forked.run(Forked.command(List.of(options), List.of(jar), "com.acme.Main"));
        return List.of(text.trim().split("\\R"));
    }
}
