package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.AllAsleepException;
import dev.weft.FiberCancelledException;
import dev.weft.channel.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocking calls and pinned waits: the other fibers go on, on every scheduler. */
@Timeout(60)
class BlockingTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    /** Calls through a lambda that is not woven, so that everything below is pinned. */
    private static <T> T pinned(Supplier<T> body) {
        return body.get();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void othersRunDuringABlockingCall(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    CountDownLatch latch = new CountDownLatch(2);
                    Weft.go(latch::countDown);
                    Weft.go(
                            () -> {
                                Weft.yield();
                                latch.countDown();
                            });
                    assertEquals("released", Weft.blocking(() -> awaited(latch)));
                    return null;
                });
    }

    private static String awaited(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return "released";
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void manyBlockingCallsAtOnce(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    int n = 12;
                    CountDownLatch all = new CountDownLatch(n);
                    List<Fiber<Void>> fibers = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        fibers.add(
                                Weft.go(
                                        () -> {
                                            all.countDown();
                                            assertEquals(
                                                    "released", Weft.blocking(() -> awaited(all)));
                                        }));
                    }
                    for (Fiber<Void> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void blockingThrowsWhatTheCallThrows(Scheduler scheduler) {
        IOException expected = new IOException("expected");
        Weft.run(
                scheduler,
                () -> {
                    Throwable thrown = null;
                    try {
                        Weft.blocking(
                                () -> {
                                    throw expected;
                                });
                    } catch (IOException e) {
                        thrown = e;
                    }
                    assertSame(expected, thrown);
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void waitsInsideABlockingCall(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Integer> other =
                            Weft.go(
                                    () -> {
                                        Weft.sleep(1);
                                        return 7;
                                    });
                    int joined =
                            Weft.blocking(
                                    () -> {
                                        Weft.sleep(1);
                                        return other.join();
                                    });
                    assertEquals(7, joined);
                    return null;
                });
    }

    /** Two pinned fibers that answer each other: the waits end in no stack's order. */
    @ParameterizedTest
    @MethodSource(ALL)
    void pinnedPingPong(Scheduler scheduler) {
        int rounds = 300;
        int sum =
                Weft.run(
                        scheduler,
                        () -> {
                            Channel<Integer> there = Channel.rendezvous();
                            Channel<Integer> back = Channel.rendezvous();
                            Weft.go(() -> pinned(() -> answer(there, back, rounds)));
                            return pinned(() -> ask(there, back, rounds));
                        });
        assertEquals(rounds * (rounds + 1) / 2, sum);
    }

    private static int ask(Channel<Integer> there, Channel<Integer> back, int rounds) {
        int sum = 0;
        for (int i = 0; i < rounds; i++) {
            there.send(i);
            sum += back.receive();
        }
        return sum;
    }

    private static int answer(Channel<Integer> there, Channel<Integer> back, int rounds) {
        for (int i = 0; i < rounds; i++) {
            back.send(there.receive() + 1);
        }
        return 0;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void pinnedYieldGivesATurn(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> other = Weft.go(() -> {});
                    return pinned(
                            () -> {
                                while (!other.isDone()) {
                                    Weft.yield();
                                }
                                return null;
                            });
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void pinnedWaitsCanBeCancelled(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Object> waiting =
                            Weft.go(
                                    () ->
                                            pinned(
                                                    () -> {
                                                        Weft.sleep(Duration.ofDays(1));
                                                        return null;
                                                    }));
                    Weft.yield();
                    waiting.cancel();
                    Throwable thrown =
                            pinned(() -> assertThrows(RuntimeException.class, waiting::join));
                    assertEquals(FiberCancelledException.class, thrown.getCause().getClass());
                    return null;
                });
    }

    @Test
    void mainEndsWhileAnotherFiberHoldsTheCallersThread() {
        List<String> log = new ArrayList<>();
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Weft.go(
                            () ->
                                    pinned(
                                            () -> {
                                                try {
                                                    Weft.park();
                                                } finally {
                                                    log.add("unwound");
                                                }
                                                return null;
                                            }));
                    Weft.yield();
                    Weft.yield();
                    return null;
                });
        assertEquals(List.of("unwound"), log);
    }

    @Test
    void pinnedSleepTakesVirtualTime() {
        Scheduler scheduler = Scheduler.deterministic(1);
        long nanos =
                Weft.run(
                        scheduler,
                        () -> {
                            long start = scheduler.time().nanoTime();
                            pinned(
                                    () -> {
                                        Weft.sleep(Duration.ofDays(1));
                                        return null;
                                    });
                            return scheduler.time().nanoTime() - start;
                        });
        assertEquals(Duration.ofDays(1).toNanos(), nanos);
    }

    @Test
    void aPinnedMainThatSleepsForEverIsSeen() {
        assertThrows(
                AllAsleepException.class,
                () ->
                        Weft.run(
                                Scheduler.deterministic(1),
                                () ->
                                        pinned(
                                                () -> {
                                                    Weft.park();
                                                    return null;
                                                })));
    }

    @Test
    void sameSeedSameInterleavingWhilePinned() {
        List<Integer> first = interleaving(5);
        assertEquals(first, interleaving(5));
        assertTrue(first.size() == 60, "each of three fibers logs twenty times");
    }

    private static List<Integer> interleaving(long seed) {
        List<Integer> log = new ArrayList<>();
        Weft.run(
                Scheduler.deterministic(seed),
                () -> {
                    List<Fiber<Object>> fibers = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        int number = i;
                        fibers.add(Weft.go(() -> pinned(() -> logAndSleep(log, number))));
                    }
                    for (Fiber<Object> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
        return log;
    }

    private static Object logAndSleep(List<Integer> log, int number) {
        for (int i = 0; i < 20; i++) {
            log.add(number);
            Weft.sleep(i % 3);
        }
        return null;
    }

    @Test
    void pinnedPingPongOnAnExecutorOfOneThread() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            pinnedPingPong(Scheduler.on(one));
        } finally {
            one.shutdown();
        }
    }
}
