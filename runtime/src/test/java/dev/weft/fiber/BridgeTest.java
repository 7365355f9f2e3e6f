package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Futures, callbacks, fiber locals, pools. */
@Timeout(60)
class BridgeTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void awaitsAStage(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    CompletableFuture<String> future = new CompletableFuture<>();
                    Fiber<String> waiting = Weft.go(() -> Weft.await(future));
                    Weft.yield();
                    future.complete("value");
                    assertEquals("value", waiting.join());
                    assertEquals("value", Weft.await(future), "complete already");
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void awaitThrowsAsJoinDoes(Scheduler scheduler) {
        IOException failure = new IOException("expected");
        Weft.run(
                scheduler,
                () -> {
                    Throwable thrown = null;
                    try {
                        Weft.await(CompletableFuture.failedFuture(failure));
                    } catch (CompletionException e) {
                        thrown = e.getCause();
                    }
                    assertSame(failure, thrown);
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aFiberAsAFuture(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Integer> fiber =
                            Weft.go(
                                    () -> {
                                        Weft.sleep(1);
                                        return 4;
                                    });
                    assertEquals(4, Weft.await(fiber.toCompletableFuture()));
                    assertEquals(4, fiber.toCompletableFuture().join());
                    Fiber<Void> parked = Weft.go(() -> Weft.park());
                    assertTrue(parked.toCompletableFuture().cancel(false));
                    Fibers.joinAll(List.of(parked));
                    assertTrue(parked.isCancelled());
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void callbacksCountOnce(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicReference<Callback<String>> kept = new AtomicReference<>();
                    String value =
                            Weft.suspend(
                                    (Callback<String> callback) -> {
                                        kept.set(callback);
                                        assertTrue(callback.resume("first"));
                                        assertFalse(callback.resume("second"));
                                    });
                    assertEquals("first", value);
                    assertFalse(kept.get().fail(new IllegalStateException("late")));
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aCancelledCallbackIsTold(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicInteger cancelled = new AtomicInteger();
                    Fiber<String> fiber =
                            Weft.go(
                                    () ->
                                            Weft.suspend(
                                                    (Callback<String> callback) ->
                                                            callback.onCancel(
                                                                    cancelled::incrementAndGet)));
                    Weft.yield();
                    fiber.cancel();
                    Fibers.joinAll(List.of(fiber));
                    if (cancelled.get() == 0) {
                        assertEquals("cancelled before it began", fiber.exception().getMessage());
                    }
                    assertEquals(FiberCancelledException.class, fiber.exception().getClass());
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void localsAreEachFibersOwn(Scheduler scheduler) {
        FiberLocal<Integer> own = FiberLocal.withInitial(() -> 1);
        FiberLocal<Integer> inherited = FiberLocal.inheriting(() -> 0, value -> value + 1);
        Weft.run(
                scheduler,
                () -> {
                    own.set(5);
                    inherited.set(10);
                    Fiber<Integer> child = Weft.go(() -> own.get() * 100 + inherited.get());
                    assertEquals(111, child.join());
                    assertEquals(5, own.get());
                    own.remove();
                    assertEquals(1, own.get());
                    return null;
                });
        assertEquals(1, own.get());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aPoolBoundsItsFibers(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Pool pool = Pool.of(3);
                    AtomicInteger running = new AtomicInteger();
                    AtomicInteger most = new AtomicInteger();
                    List<Integer> items = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        items.add(i);
                    }
                    List<Integer> squares =
                            pool.map(
                                    items,
                                    i -> {
                                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                        Weft.sleep(1);
                                        running.decrementAndGet();
                                        return i * i;
                                    });
                    for (int i = 0; i < 20; i++) {
                        assertEquals(i * i, squares.get(i));
                    }
                    assertEquals(3, most.get());
                    pool.join();
                    assertEquals(List.of(), pool.fibers());
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void unorderedMapTakesAllResults(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Set<Integer> results = new TreeSet<>();
                    Pool.of(4)
                            .mapUnordered(
                                    List.of(5, 1, 3, 2, 4),
                                    i -> {
                                        Weft.sleep(i);
                                        return i;
                                    },
                                    results::add);
                    assertEquals(Set.of(1, 2, 3, 4, 5), results);
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void joinAllWithCountAndTimeout(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> parked = Weft.go(() -> Weft.park());
                    Fiber<Integer> failed = Weft.go(() -> Integer.parseInt("not a number"));
                    Fibers.joinAll(List.of(parked, failed), 1, null);
                    assertTrue(failed.isDone());
                    assertFalse(parked.isDone());
                    Fibers.joinAll(List.of(parked, failed), 2, Duration.ofMillis(1));
                    assertFalse(parked.isDone());
                    parked.unpark();
                    Fibers.joinAll(List.of(parked, failed, parked));
                    assertTrue(parked.isDone());
                    assertEquals(NumberFormatException.class, failed.exception().getClass());
                    return null;
                });
    }
}
