package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.io.ClassPath;
import dev.weft.weaver.io.FolderWeaver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user's jar of stand-ins and the options, as a user runs them: by the agent in a JVM of its own,
 * and by weaving a folder at build time.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StandInJarTest {
    private static final int SECONDS = 60;

    private static final String LEGACY =
            String.join(
                    "\n",
                    "package lib;",
                    "public class Legacy { public String fetch(int n) { return \"blocks\" + n; } }");

    private static final String CHAPTER =
            String.join(
                    "\n",
                    "package lib;",
                    "import dev.weft.Suspendable;",
                    "import dev.weft.woven.StandIn;",
                    "public class LegacyCalls {",
                    "  @Suspendable @StandIn(value = Legacy.class, mode = StandIn.Mode.PARKS)",
                    "  public static String fetch(Legacy it, int n) { dev.weft.fiber.Weft.sleep(1); return \"parks\" + n; }",
                    "  @StandIn(value = Legacy.class, constructor = true)",
                    "  public static Legacy newLegacy() { return new Legacy() { public String toString() { return \"ours\"; } }; }",
                    "}");

    private static final String APP =
            String.join(
                    "\n",
                    "package app;",
                    "import lib.Legacy;",
                    "public class Main {",
                    "  static int count;",
                    "  static synchronized void add() throws InterruptedException { Thread.sleep(1); count++; }",
                    "  static boolean inFiber() { for (StackTraceElement e : new Throwable().getStackTrace())",
                    "    if (e.getClassName().equals(\"dev.weft.fiber.Fiber\")) return true; return false; }",
                    "  public static void main(String[] a) throws Exception {",
                    "    StringBuilder out = new StringBuilder();",
                    "    Thread[] ts = new Thread[20];",
                    "    boolean[] stop = {false};",
                    "    Thread hog = new Thread(() -> { while (!stop[0]) { } });",
                    "    hog.setDaemon(true); hog.start();",
                    "    for (int i = 0; i < ts.length; i++) {",
                    "      ts[i] = new Thread(() -> { try { add(); } catch (InterruptedException e) { } }); ts[i].start(); }",
                    "    for (Thread t : ts) t.join();",
                    "    Thread last = new Thread(() -> out.append(new Legacy()).append(' ')",
                    "      .append(new Legacy().fetch(1)).append(' ').append(inFiber()), \"last\");",
                    "    last.start(); last.join(); stop[0] = true;",
                    "    System.out.println(out + \" \" + count);",
                    "  }",
                    "}");

    @TempDir private static Path folder;
    private static Path jar;

    @BeforeAll
    static void compile() throws IOException {
        Map<String, byte[]> library = new TreeMap<>();
        Map<String, byte[]> program = new TreeMap<>();
        Map<String, String> sources =
                Map.of("lib.Legacy", LEGACY, "lib.LegacyCalls", CHAPTER, "app.Main", APP);
        Compiler.compile(11, sources)
                .files()
                .forEach((name, b) -> (name.startsWith("lib/") ? library : program).put(name, b));
        jar = folder.resolve("legacy-weft.jar");
        Map<String, String> declared = Map.of("META-INF/weft/stand-ins", "lib.LegacyCalls\n");
        Forked.jar(jar, new Classes(library), declared);
        Forked.write(folder.resolve("classes"), new Classes(program));
    }

    @Test
    void withoutWeftItIsThreads() throws Exception {
        assertTrue(run(folder.resolve("classes"), List.of()).endsWith(" blocks1 false 20"));
    }

    @Test
    void byTheAgent() throws Exception {
        String options = "=threads=app.**,monitors=app.**,yield-loops=app.**";
        assertEquals(
                "ours parks1 true 20",
                run(folder.resolve("classes"), List.of("-javaagent:" + Forked.agent() + options)));
    }

    /** The jar of stand-ins itself is not woven, so its suspendable one runs pinned. */
    @Test
    void byWeavingAFolder() throws Exception {
        WeaverOptions.Builder options = WeaverOptions.builder();
        for (PatternOption option :
                List.of(PatternOption.THREADS, PatternOption.MONITORS, PatternOption.YIELD_LOOPS)) {
            options.add(option, "app.**");
        }
        Path woven = folder.resolve("woven");
        try (ClassPath path = ClassPath.of(List.of(jar, Path.of(Forked.runtime())))) {
            new FolderWeaver(options.build(), path).weave(folder.resolve("classes"), woven);
        }
        assertEquals("ours parks1 true 20", run(woven, List.of()));
    }

    private static String run(Path classes, List<String> options) throws Exception {
        return Forked.run(Forked.command(options, List.of(classes, jar), "app.Main"), SECONDS)
                .trim();
    }
}
