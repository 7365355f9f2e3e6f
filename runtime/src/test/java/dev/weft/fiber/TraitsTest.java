package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Priorities, class loaders and thread locals of fibers. */
@Timeout(60)
@Suspendable
class TraitsTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";
    private static final ThreadLocal<int[]> COUNTER = ThreadLocal.withInitial(() -> new int[1]);

    static Stream<Named<Scheduler>> ordered() {
        return Stream.of(
                Named.of("one carrier", Scheduler.workStealing(1)),
                Named.of("single-threaded", Scheduler.singleThreaded()));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void highGoesFirstAndLowLast(Scheduler scheduler) {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<?>> all = new ArrayList<>();
                    for (Priority priority :
                            List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH)) {
                        for (int i = 0; i < 3; i++) {
                            all.add(
                                    Weft.go(() -> parkAndLog(log, priority))
                                            .withPriority(priority));
                        }
                    }
                    Weft.sleep(1);
                    while (all.stream().anyMatch(f -> f.state() != Fiber.State.WAITING)) {
                        Weft.sleep(1);
                    }
                    all.forEach(Fiber::unpark);
                    for (Fiber<?> fiber : all) {
                        fiber.join();
                    }
                    return null;
                });
        // each 16th turn is a normal one's, and how many sleeps went before depends on the machine
        int early = log.subList(0, 3).contains("NORMAL") ? log.indexOf("NORMAL") : 3;
        log.add(3, log.remove(early));
        assertEquals(
                List.of("HIGH", "HIGH", "HIGH", "NORMAL", "NORMAL", "NORMAL", "LOW", "LOW", "LOW"),
                log);
    }

    private static void parkAndLog(List<String> log, Priority priority) {
        Weft.park();
        log.add(priority.name());
    }

    /** Neither strict: those that yield without end leave room for every other one. */
    @ParameterizedTest
    @MethodSource(ALL)
    void noPriorityStarves(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    AtomicInteger running = new AtomicInteger();
                    for (int i = 0; i < 4; i++) {
                        Weft.go(() -> spin(stop, running)).withPriority(Priority.HIGH);
                    }
                    while (running.get() < 4) {
                        Weft.yield();
                    }
                    Fiber<Integer> low = Weft.go(() -> countTurns(50)).withPriority(Priority.LOW);
                    assertEquals(50, low.join());
                    stop.set(true);
                    return null;
                });
    }

    private static void spin(AtomicBoolean stop, AtomicInteger running) {
        running.incrementAndGet();
        while (!stop.get()) {
            Weft.yield();
        }
    }

    private static int countTurns(int n) {
        for (int i = 0; i < n; i++) {
            Weft.yield();
        }
        return n;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theContextClassLoaderIsTheFibers(Scheduler scheduler) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            Weft.run(
                    scheduler,
                    () -> {
                        ClassLoader own = contextLoader();
                        Fiber.current().withContextClassLoader(loader);
                        Weft.yield();
                        assertSame(loader, contextLoader());
                        Fiber<ClassLoader> child = Weft.go(() -> loaderAfterAWait());
                        assertSame(loader, child.join(), "inherited");
                        Fiber.current().withContextClassLoader(null);
                        Weft.yield();
                        assertSame(own, contextLoader(), "the thread's again");
                        return null;
                    });
        }
    }

    private static ClassLoader loaderAfterAWait() {
        Weft.sleep(1);
        return contextLoader();
    }

    private static ClassLoader contextLoader() {
        return Thread.currentThread().getContextClassLoader();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void threadLocalsMayBeTheFibers(Scheduler scheduler) {
        int[] threads = COUNTER.get();
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<Integer>> fibers = new ArrayList<>();
                    for (int i = 1; i <= 5; i++) {
                        int times = i;
                        fibers.add(Weft.go(() -> count(times)));
                    }
                    for (int i = 1; i <= 5; i++) {
                        assertEquals(i, fibers.get(i - 1).join());
                    }
                    return null;
                });
        assertSame(threads, COUNTER.get());
        assertEquals(0, threads[0], "the thread's own is untouched");
        FiberThreadLocals.set(COUNTER, new int[] {9});
        assertEquals(9, FiberThreadLocals.get(COUNTER)[0], "on a thread: the thread's");
        FiberThreadLocals.remove(COUNTER);
        assertTrue(COUNTER.get() != threads);
        COUNTER.remove();
    }

    private static int count(int times) {
        for (int i = 0; i < times; i++) {
            FiberThreadLocals.get(COUNTER)[0]++;
            Weft.yield();
        }
        int counted = FiberThreadLocals.get(COUNTER)[0];
        FiberThreadLocals.remove(COUNTER);
        assertEquals(0, FiberThreadLocals.get(COUNTER)[0]);
        return counted;
    }
}
