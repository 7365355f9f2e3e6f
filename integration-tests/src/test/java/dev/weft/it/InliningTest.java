package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small woven methods are inlined into their woven callers, as HotSpot's compiler itself reports.
 */
@Timeout(300)
@EnabledIfSystemProperty(named = "java.vm.name", matches = ".*HotSpot.*|OpenJDK.*")
class InliningTest {
    private static final String PROGRAM =
            String.join(
                    "\n",
                    "package inlining;",
                    "import dev.weft.Suspendable;",
                    "import dev.weft.fiber.*;",
                    "public class Main {",
                    "  @Suspendable static void pause(int x) { if (x < 0) { Weft.yield(); } }",
                    "  @Suspendable",
                    "  static int three(int x) {",
                    "    int y = x * 3;",
                    "    pause(y);",
                    "    return y + 1;",
                    "  }",
                    "  @Suspendable",
                    "  static long caller(int n) {",
                    "    long sum = 0;",
                    "    for (int i = 0; i < n; i++) { sum += three(i); }",
                    "    return sum;",
                    "  }",
                    "  public static void main(String[] args) {",
                    "    System.out.println(Weft.run(Scheduler.singleThreaded(), () -> {",
                    "      long sum = 0;",
                    "      for (int i = 0; i < 3000; i++) { sum += caller(1000); }",
                    "      return sum;",
                    "    }));",
                    "  }",
                    "}");

    @TempDir private Path folder;

    @Test
    void threeLinesAreInlinedIntoTheirCaller() throws Exception {
        Classes classes = Compiler.compile(11, Map.of("inlining.Main", PROGRAM));
        Forked.write(folder, new Classes(Weaving.of(classes, false).files()));
        String printed =
                Forked.run(
                        Forked.command(
                                List.of(
                                        "-XX:-TieredCompilation",
                                        "-Xbatch",
                                        "-XX:+UnlockDiagnosticVMOptions",
                                        "-XX:+PrintCompilation",
                                        "-XX:+PrintInlining",
                                        "-XX:CompileCommand=quiet",
                                        "-XX:CompileCommand=compileonly,inlining.Main::*",
                                        "-XX:CompileCommand=compileonly,dev.weft.fiber.Weft::yield"),
                                List.of(folder),
                                "inlining.Main"));
        String caller = afterCompilationOf(printed, "inlining.Main::caller");
        assertTrue(inlined("three").matcher(caller).find(), caller);
        assertTrue(inlined("pause").matcher(caller).find(), caller);
    }

    private static Pattern inlined(String method) {
        return Pattern.compile(
                "@ \\d+\\s+inlining\\.Main::" + method + " \\(\\d+ bytes\\)\\s+inline \\(hot\\)");
    }

    /** What was printed from that compilation on, which has its inlining behind it. */
    private static String afterCompilationOf(String printed, String method) {
        int at = printed.indexOf(" " + method + " ");
        assertTrue(at >= 0, () -> method + " was not compiled:\n" + printed);
        return printed.substring(at);
    }
}
