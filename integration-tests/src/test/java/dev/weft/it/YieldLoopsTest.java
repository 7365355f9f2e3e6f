package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The option {@code yield-loops}: a loop that waits for nothing lets the others run. */
@Timeout(60)
class YieldLoopsTest {
    private static final String HOGS =
            String.join(
                    "\n",
                    "package h;",
                    "import dev.weft.Suspendable;",
                    "import dev.weft.fiber.*;",
                    "public class Hogs {",
                    "  static volatile boolean stop; static boolean plainStop;",
                    "  @Suspendable static long spin() { long n = 0; while (!stop) { n++; } return n; }",
                    "  @Suspendable static int doLoop() { int n = 0; do { n += 1; if (n % 3 == 0) continue; } while (!stop); return n; }",
                    "  @Suspendable static long nested(int[] a) { long n = 0;",
                    "    for (;;) { for (int i = 0; i < a.length; i++) { n += a[i]; if (stop) return n; } } }",
                    "  @Suspendable static long inTry() { long n = 0; try { while (!stop) n++; } finally { n = -n; } return n; }",
                    "  @Suspendable static long sum(int k) { long s = 0; for (int i = 0; i <= k; i++) { s += i; } return s; }",
                    "  public static String run() {",
                    "    return Weft.run(Scheduler.singleThreaded(), () -> {",
                    "      Fiber<Long> a = Weft.go(() -> spin());",
                    "      Fiber<Integer> b = Weft.go(() -> doLoop());",
                    "      Fiber<Long> c = Weft.go(() -> nested(new int[] {1, 2, 3}));",
                    "      Fiber<Long> d = Weft.go(() -> inTry());",
                    "      Fiber<Void> other = Weft.go(() -> { Weft.sleep(20); stop = true; });",
                    "      other.join();",
                    "      return (a.join() > 0) + \" \" + (b.join() != 0) + \" \" + (c.join() > 0) + \" \" + (d.join() < 0)",
                    "        + \" \" + sum(100_000);",
                    "    });",
                    "  }",
                    "}");

    @Test
    void hogsDoNotStarveOthersOnOneThread() throws Exception {
        Classes plain = Compiler.compile(11, Map.of("h.Hogs", HOGS));
        WeaverOptions options =
                WeaverOptions.builder().add(PatternOption.YIELD_LOOPS, "h.*").build();
        Weaver weaver = new Weaver(options, plain::find);
        Map<String, byte[]> woven = new HashMap<>(plain.files());
        woven.replaceAll(
                (name, bytes) -> {
                    WeaveResult result = weaver.weave(bytes);
                    return result.changed() ? result.bytes() : bytes;
                });
        WovenLoader loader = new WovenLoader(woven);
        loader.linkAll();
        assertEquals(
                "true true true true 5000050000",
                loader.loadClass("h.Hogs").getMethod("run").invoke(null));
    }
}
