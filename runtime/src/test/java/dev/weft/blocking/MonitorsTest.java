package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The monitors that fibers own: light while nobody else wants them, full locks otherwise. */
@Timeout(60)
@Suspendable
class MonitorsTest {
    private static final int FIBERS = 8;

    static Scheduler[] schedulers() {
        return new Scheduler[] {
            Scheduler.singleThreaded(),
            Scheduler.deterministic(7),
            Scheduler.workStealing(2),
            Scheduler.workStealing(4)
        };
    }

    @Test
    void freeOneIsEnteredAgainAndLeftAsOften() {
        Object monitor = new Object();
        for (int i = 0; i < 3; i++) {
            Monitors.enter(monitor);
        }
        for (int i = 0; i < 3; i++) {
            assertTrue(Monitors.holdsLock(monitor));
            Monitors.exit(monitor);
        }
        assertFalse(Monitors.holdsLock(monitor));
        Monitors.exit(monitor);
        assertThrows(IllegalMonitorStateException.class, () -> Monitors.notifyAll(monitor));
    }

    /** The owner's count moves to the full lock when somebody comes while it is inside. */
    @ParameterizedTest
    @MethodSource("schedulers")
    void countSurvivesThatAnotherWantsIt(Scheduler scheduler) {
        Object monitor = new Object();
        List<String> log = new ArrayList<>();
        Weft.run(
                scheduler,
                () -> {
                    Monitors.enter(monitor);
                    Monitors.enter(monitor);
                    Fiber<Void> other = Weft.go(() -> enterAndLog(monitor, log));
                    Weft.sleep(5);
                    Monitors.enter(monitor);
                    for (int i = 0; i < 3; i++) {
                        Weft.yield();
                        log.add("in" + Monitors.holdsLock(monitor));
                        Monitors.exit(monitor);
                    }
                    other.join();
                    return null;
                });
        assertEquals(List.of("intrue", "intrue", "intrue", "other"), log);
    }

    private static void enterAndLog(Object monitor, List<String> log) {
        Monitors.enter(monitor);
        log.add("other");
        Monitors.exit(monitor);
    }

    /**
     * More objects than slots, so that strangers meet in one; each counter is guarded by its own.
     */
    @ParameterizedTest
    @MethodSource("schedulers")
    void manyMonitorsExcludeEachForItself(Scheduler scheduler) {
        int objects = 6000;
        int rounds = 20_000;
        int[][] counters = new int[objects][1];
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<?>> all = new ArrayList<>();
                    for (int f = 0; f < FIBERS; f++) {
                        int seed = f + 1;
                        all.add(Weft.go(() -> count(counters, seed, rounds)));
                    }
                    all.forEach(Fiber::join);
                    return null;
                });
        long sum = 0;
        for (int[] counter : counters) {
            sum += counter[0];
        }
        assertEquals(2L * FIBERS * rounds, sum);
    }

    /** Enters two at a time, in the order of their numbers, and sometimes suspends inside. */
    private static void count(int[][] counters, int seed, int rounds) {
        int x = seed * 7919;
        for (int i = 0; i < rounds; i++) {
            x = x * 1103515245 + 12345;
            int a = (x >>> 8) % (i % 2 == 0 ? 3 : counters.length - 1);
            Monitors.enter(counters[a]);
            int seen = counters[a][0];
            Monitors.enter(counters[a + 1]);
            counters[a + 1][0]++;
            if (x >>> 28 == 0) {
                Weft.yield();
            }
            Monitors.exit(counters[a + 1]);
            counters[a][0] = seen + 1;
            Monitors.exit(counters[a]);
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void waitGivesAllHoldsUpAndTakesThemAgain(Scheduler scheduler) {
        Object monitor = new Object();
        List<String> log = new ArrayList<>();
        Weft.run(
                scheduler,
                () -> {
                    Monitors.enter(monitor);
                    Monitors.enter(monitor);
                    Fiber<Void> other = Weft.go(() -> notifyLater(monitor, log));
                    Monitors.wait(monitor);
                    log.add("woken");
                    Monitors.exit(monitor);
                    log.add("held " + Monitors.holdsLock(monitor));
                    Monitors.exit(monitor);
                    log.add("held " + Monitors.holdsLock(monitor));
                    other.join();
                    return null;
                });
        assertEquals(List.of("notify", "left", "woken", "held true", "held false"), log);
    }

    private static void notifyLater(Object monitor, List<String> log) {
        Monitors.enter(monitor);
        log.add("notify");
        Monitors.notifyAll(monitor);
        Weft.yield();
        log.add("left");
        Monitors.exit(monitor);
    }
}
