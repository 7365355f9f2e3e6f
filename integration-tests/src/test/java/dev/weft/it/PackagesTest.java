package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.io.ClassPath;
import dev.weft.weaver.io.FolderWeaver;
import dev.weft.weaver.io.JarWeaver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code without annotations, as a user has it: a library that declares itself, patterns, exclusions,
 * inference; with the agent and woven ahead. Two fibers say whether they were resumed or waited on
 * their threads' stacks.
 */
@Timeout(300)
class PackagesTest {
    private static final String LIBRARY =
            String.join(
                    "\n",
                    "package com.acme.lib;",
                    "public class Pauses {",
                    "  public static void pause() { dev.weft.fiber.Weft.yield(); }",
                    "}");
    private static final String PROGRAM =
            String.join(
                    "\n",
                    "package com.acme.app;",
                    "import dev.weft.fiber.*;",
                    "public class Main {",
                    "  static void turns(StringBuilder log, String name) {",
                    "    for (int i = 0; i < 3; i++) { com.acme.lib.Pauses.pause(); }",
                    "    String frame = new Throwable().getStackTrace()[0].getMethodName();",
                    "    log.append(frame.contains(\"$resume$\") ? \"suspended,\" : \"pinned,\");",
                    "  }",
                    "  public static void main(String[] args) {",
                    "    StringBuilder log = new StringBuilder();",
                    "    Weft.run(Scheduler.singleThreaded(), () -> {",
                    "      Fiber<Void> a = Weft.go(() -> turns(log, \"a\"));",
                    "      Fiber<Void> b = Weft.go(() -> turns(log, \"b\"));",
                    "      a.join();",
                    "      b.join();",
                    "      return null;",
                    "    });",
                    "    System.out.println(log);",
                    "  }",
                    "}");

    private static final String SUSPENDED = "suspended,suspended,";
    private static final String PINNED = "pinned,pinned,";

    @TempDir private Path folder;
    private Classes library;
    private Classes program;

    @BeforeEach
    void compile() {
        Classes all =
                Compiler.compile(
                        11, Map.of("com.acme.lib.Pauses", LIBRARY, "com.acme.app.Main", PROGRAM));
        library = new Classes(Map.of("com/acme/lib/Pauses", all.find("com/acme/lib/Pauses")));
        program = new Classes(Map.of("com/acme/app/Main", all.find("com/acme/app/Main")));
    }

    private String run(String agentOptions, Path... classPath) throws Exception {
        List<String> options = new ArrayList<>(List.of("-Dweft.traces=false")); // the JVM's own
        if (agentOptions != null) {
            options.add("-javaagent:" + Forked.agent() + "=" + agentOptions);
        }
        return Forked.run(Forked.command(options, List.of(classPath), "com.acme.app.Main")).trim();
    }

    private Path unwovenLibrary(Map<String, String> files) throws Exception {
        Path jar = folder.resolve("lib.jar");
        Forked.jar(jar, library, files);
        return jar;
    }

    private Path unwovenProgram() throws Exception {
        Path classes = folder.resolve("classes");
        Forked.write(classes, program);
        return classes;
    }

    @Test
    void libraryDeclaresItself() throws Exception {
        Path app = unwovenProgram();
        Path silent = unwovenLibrary(Map.of());
        assertEquals(PINNED, run("suspendable=com.acme.app.**", silent, app));
        String line = "com.acme.lib.Pauses#pause  # waits\n";
        Path lib = unwovenLibrary(Map.of("META-INF/weft/suspendables", line));
        assertEquals(SUSPENDED, run("suspendable=com.acme.app.**", lib, app));
    }

    @Test
    void patternsOfPackages() throws Exception {
        Path lib = unwovenLibrary(Map.of());
        Path app = unwovenProgram();
        assertEquals(SUSPENDED, run("suspendable=com.acme.**", lib, app));
        assertEquals(PINNED, run("suspendable=com.acme.*", lib, app), "one level only");
        assertEquals(SUSPENDED, run("suspendable=com.acme.app.*:com.acme.lib.*", lib, app));
    }

    @Test
    void exclusions() throws Exception {
        Path lib = unwovenLibrary(Map.of());
        Path app = unwovenProgram();
        assertEquals(PINNED, run("suspendable=com.acme.**,exclude=com.acme.lib.**", lib, app));
    }

    /** The library is inferred and woven ahead, and what was inferred is declared to the agent. */
    @Test
    void inference() throws Exception {
        Path lib = unwovenLibrary(Map.of());
        Path app = unwovenProgram();
        Path wovenLib = folder.resolve("woven.jar");
        Path declared = folder.resolve("declared/META-INF/weft/suspendables");
        WeaverOptions options = WeaverOptions.builder().infer("com.acme.**").build();
        try (ClassPath runtime = ClassPath.of(List.of(Path.of(Forked.runtime())))) {
            new JarWeaver(options, runtime, false, declared).weave(lib, wovenLib);
        }
        assertTrue(Files.readString(declared).contains("com.acme.lib.Pauses#pause\n"));
        try (ClassPath both = ClassPath.of(List.of(Path.of(Forked.runtime()), wovenLib))) {
            new FolderWeaver(options, both).weave(app, folder.resolve("out"));
        }
        assertEquals(SUSPENDED, run(null, wovenLib, folder.resolve("out")), "woven ahead");
        Path declarations = folder.resolve("declared");
        assertEquals(
                SUSPENDED,
                run("suspendable=com.acme.app.**", lib, app, declarations),
                "declared to the agent");
    }
}
