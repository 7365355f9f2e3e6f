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

/** Threads, pools, timers and monitors on a deterministic scheduler: hours pass at once. */
@Timeout(60)
class VirtualTimeTest {
    private static final String HOURS =
            String.join(
                    "\n",
                    "package v;",
                    "import dev.weft.fiber.*;",
                    "import java.util.*;",
                    "import java.util.concurrent.*;",
                    "public class Hours {",
                    "  static final Object LOCK = new Object();",
                    "  static long now() { return Weft.currentScheduler().time().nanoTime() / 60_000_000_000L; }",
                    "  public static String run(long seed) {",
                    "    return Weft.run(Scheduler.deterministic(seed), () -> {",
                    "      List<String> log = new ArrayList<>(); long start = now();",
                    "      Thread sleeper = new Thread(() -> { try { synchronized (LOCK) { Thread.sleep(3_600_000); } }",
                    "        catch (InterruptedException e) { log.add(\"interrupted\"); } });",
                    "      sleeper.start();",
                    "      Thread.yield(); Thread.sleep(1);",
                    "      synchronized (LOCK) { log.add(\"locked \" + (now() - start)); LOCK.wait(600_000); }",
                    "      sleeper.join(); log.add(\"waited \" + (now() - start));",
                    "      ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);",
                    "      int[] ticks = {0};",
                    "      ScheduledFuture<?> often = pool.scheduleAtFixedRate(() -> { ticks[0]++; }, 1, 1, TimeUnit.HOURS);",
                    "      log.add(pool.schedule(() -> \"later\", 150, TimeUnit.MINUTES).get() + \" \" + (now() - start) + \" \" + ticks[0]);",
                    "      often.cancel(false); pool.shutdown(); pool.awaitTermination(1, TimeUnit.DAYS);",
                    "      ExecutorService cached = Executors.newCachedThreadPool();",
                    "      log.add(cached.submit(() -> { Thread.sleep(60_000); return \"minute\"; }).get() + \" \" + (now() - start));",
                    "      Thread.sleep(600_000);",
                    "      log.add(((ThreadPoolExecutor) cached).getPoolSize() + \" idle\");",
                    "      cached.shutdown();",
                    "      return log.toString();",
                    "    });",
                    "  }",
                    "}");

    @Test
    void hoursPassAtOnceAndAlikeForEachSeed() throws Exception {
        Classes plain = Compiler.compile(11, Map.of("v.Hours", HOURS));
        WeaverOptions options =
                WeaverOptions.builder()
                        .add(PatternOption.THREADS, "v.*")
                        .add(PatternOption.MONITORS, "v.*")
                        .build();
        Weaver weaver = new Weaver(options, plain::find);
        Map<String, byte[]> woven = new HashMap<>(plain.files());
        woven.replaceAll(
                (name, bytes) -> {
                    WeaveResult result = weaver.weave(bytes);
                    return result.changed() ? result.bytes() : bytes;
                });
        WovenLoader loader = new WovenLoader(woven);
        loader.linkAll();
        for (long seed = 1; seed <= 5; seed++) {
            assertEquals(
                    "[locked 60, waited 70, later 220 2, minute 221, 0 idle]",
                    loader.loadClass("v.Hours").getMethod("run", long.class).invoke(null, seed));
        }
    }
}
