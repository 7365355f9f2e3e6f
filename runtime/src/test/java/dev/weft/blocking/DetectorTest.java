package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.fiber.Blocking;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counters of hand-offs, and the detector of calls that block a carrier. */
@Timeout(60)
class DetectorTest {
    @AfterEach
    void stopCounting() {
        HandOffs.count(false);
        HandOffs.reset();
    }

    @Test
    void countsHandOffsBySite() {
        HandOffs.count(true);
        for (Scheduler scheduler : List.of(Scheduler.workStealing(1), Scheduler.singleThreaded())) {
            Weft.run(scheduler, () -> handOffTwice());
        }
        List<String> sites =
                HandOffs.sites().stream()
                        .map(s -> s.frame().getMethodName() + " " + s.count())
                        .collect(Collectors.toList());
        assertEquals(List.of("handOffTwice 4"), sites);
        assertTrue(HandOffs.sites().get(0).nanos() >= 4_000_000, HandOffs.text());
        assertTrue(HandOffs.text().startsWith("1 site holds a thread"), HandOffs.text());
    }

    @Test
    void aCallThatNobodyMarkedIsFoundAndNamed() throws Exception {
        CompletableFuture<String> found = new CompletableFuture<>();
        CountDownLatch go = new CountDownLatch(1);
        try (BlockingDetector detector =
                BlockingDetector.start(Duration.ofMillis(5), found::complete, "nobody.")) {
            detector.allow("no.such.Class");
            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(
                            () -> Weft.run(Scheduler.workStealing(1), () -> hiddenWait(go)));
            String text = found.get(30, TimeUnit.SECONDS);
            go.countDown();
            end.get(30, TimeUnit.SECONDS);
            assertTrue(text.contains("a carrier is blocked in "), text);
            assertTrue(text.contains("DetectorTest.hiddenWait"), text);
        }
    }

    @Test
    void whatIsAllowedOrMarkedIsNot() throws Exception {
        List<String> found = new java.util.concurrent.CopyOnWriteArrayList<>();
        CompletableFuture<String> control = new CompletableFuture<>();
        CountDownLatch go = new CountDownLatch(1);
        try (BlockingDetector quiet = BlockingDetector.start(Duration.ofMillis(2), found::add);
                BlockingDetector loud =
                        BlockingDetector.start(Duration.ofMillis(20), control::complete)) {
            quiet.allow("dev.weft.blocking.DetectorTest.hiddenWait");
            loud.allow("no.such.Class");
            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(
                            () ->
                                    Weft.run(
                                            Scheduler.workStealing(1),
                                            () -> {
                                                handOffTwice();
                                                return hiddenWait(go);
                                            }));
            // the slower detector has seen it twice, so the faster one has too
            control.get(30, TimeUnit.SECONDS);
            go.countDown();
            end.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), found);
    }

    private static Object handOffTwice() throws Exception {
        for (int i = 0; i < 2; i++) {
            Blocking.call(
                    () -> {
                        Thread.sleep(1);
                        return null;
                    });
        }
        return null;
    }

    /** Not woven: the carrier itself waits. */
    private static Object hiddenWait(CountDownLatch go) throws InterruptedException {
        go.await();
        return null;
    }
}
