package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scopes: who waits for whom, who is cancelled, which exception comes out. */
@Timeout(60)
class ScopeTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";
    private static final Duration LONG = Duration.ofDays(1);

    @ParameterizedTest
    @MethodSource(ALL)
    void waitsForItsFibers(Scheduler scheduler) {
        AtomicInteger ended = new AtomicInteger();
        int result =
                Weft.run(
                        scheduler,
                        () ->
                                Scope.run(
                                        scope -> {
                                            for (int i = 0; i < 10; i++) {
                                                scope.go(
                                                        () -> {
                                                            Weft.sleep(1);
                                                            ended.incrementAndGet();
                                                        });
                                            }
                                            return 5;
                                        }));
        assertEquals(5, result);
        assertEquals(10, ended.get());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aFailureCancelsSiblingsAndBody(Scheduler scheduler) {
        IllegalStateException failure = new IllegalStateException("expected");
        AtomicInteger cleaned = new AtomicInteger();
        Throwable thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Weft.run(
                                        scheduler,
                                        () ->
                                                Scope.run(
                                                        scope -> {
                                                            scope.go(() -> waitLong(cleaned));
                                                            scope.go(
                                                                    () -> {
                                                                        Weft.yield();
                                                                        throw failure;
                                                                    });
                                                            waitLong(cleaned);
                                                            return null;
                                                        })));
        assertSame(failure, thrown);
        assertEquals(0, thrown.getSuppressed().length, "cancellations that follow are no failures");
        assertTrue(cleaned.get() >= 1, "the body's finally has run");
    }

    @Suspendable
    private static void waitLong(AtomicInteger cleaned) {
        try {
            Weft.sleep(LONG);
        } finally {
            cleaned.incrementAndGet();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void laterFailuresAreSuppressed(Scheduler scheduler) {
        IOException first = new IOException("first");
        IllegalStateException second = new IllegalStateException("second");
        CompletionException thrown =
                assertThrows(
                        CompletionException.class,
                        () ->
                                Weft.run(
                                        scheduler,
                                        () ->
                                                Scope.run(
                                                        scope -> {
                                                            scope.go(() -> failInFinally(second));
                                                            Weft.sleep(1);
                                                            throw first;
                                                        })));
        assertSame(first, thrown.getCause());
        assertSame(second, first.getSuppressed()[0]);
    }

    @Suspendable
    private static void failInFinally(RuntimeException failure) {
        try {
            Weft.park();
        } finally {
            rethrow(failure);
        }
    }

    private static void rethrow(RuntimeException failure) {
        throw failure;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aShieldLetsCleaningUpWait(Scheduler scheduler) {
        AtomicInteger cleaned = new AtomicInteger();
        assertThrows(
                FiberCancelledException.class,
                () ->
                        Weft.run(
                                scheduler,
                                () ->
                                        Scope.run(
                                                scope -> {
                                                    scope.go(() -> cleanSlowly(cleaned));
                                                    Weft.sleep(1);
                                                    scope.cancel();
                                                    return null;
                                                })));
        assertEquals(1, cleaned.get());
    }

    @Suspendable
    private static void cleanSlowly(AtomicInteger cleaned) throws Exception {
        try {
            Weft.park();
        } finally {
            Scope.shield(
                    () -> {
                        Weft.sleep(1);
                        return cleaned.incrementAndGet();
                    });
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aDeadlineEndsBodyAndFibers(Scheduler scheduler) {
        AtomicInteger cleaned = new AtomicInteger();
        Weft.run(
                scheduler,
                () -> {
                    boolean over = false;
                    try {
                        Scope.run(
                                Duration.ofMillis(2),
                                scope -> {
                                    scope.go(() -> waitLong(cleaned));
                                    waitLong(cleaned);
                                    return null;
                                });
                    } catch (TimeoutException e) {
                        over = true;
                    }
                    assertTrue(over);
                    Weft.sleep(1); // cancelled no longer
                    return null;
                });
        assertTrue(cleaned.get() >= 1);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anInnerDeadlineLeavesTheOuterOne(Scheduler scheduler) {
        AtomicReference<String> log = new AtomicReference<>("");
        assertThrows(
                TimeoutException.class,
                () ->
                        timed(
                                scheduler,
                                () -> {
                                    Scope.run(
                                            Duration.ofMillis(600),
                                            outer -> {
                                                innerTimesOut(log);
                                                Weft.sleep(LONG);
                                                return null;
                                            });
                                }));
        assertEquals("inner", log.get());
    }

    @Suspendable
    private static void innerTimesOut(AtomicReference<String> log) {
        try {
            Scope.run(
                    Duration.ofMillis(1),
                    inner -> {
                        Weft.sleep(LONG);
                        return null;
                    });
        } catch (TimeoutException e) {
            log.set("inner");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anOuterDeadlineEndsTheInnerBody(Scheduler scheduler) {
        AtomicReference<String> log = new AtomicReference<>("");
        assertThrows(
                TimeoutException.class,
                () ->
                        timed(
                                scheduler,
                                () -> {
                                    Scope.run(
                                            Duration.ofMillis(2),
                                            outer ->
                                                    Scope.run(
                                                            LONG,
                                                            inner -> {
                                                                inner.go(() -> Weft.sleep(LONG));
                                                                Weft.sleep(LONG);
                                                                return null;
                                                            }));
                                }));
        assertEquals("", log.get());
    }

    private static void timed(Scheduler scheduler, dev.weft.SuspendableRunnable body)
            throws Throwable {
        try {
            Weft.run(
                    scheduler,
                    () -> {
                        body.run();
                        return null;
                    });
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void cancellingTheOwnerReachesTheFibers(Scheduler scheduler) {
        AtomicInteger cleaned = new AtomicInteger();
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Object> owner =
                            Weft.go(
                                    () ->
                                            Scope.run(
                                                    scope -> {
                                                        scope.go(() -> waitLong(cleaned));
                                                        return null;
                                                    }));
                    while (owner.waitsFor() == null) {
                        Weft.yield();
                    }
                    Weft.sleep(1);
                    owner.cancel();
                    Throwable thrown = null;
                    try {
                        owner.join();
                    } catch (CompletionException e) {
                        thrown = e.getCause();
                    }
                    assertEquals(FiberCancelledException.class, thrown.getClass());
                    return null;
                });
        assertEquals(1, cleaned.get());
    }

    @Test
    void onAPlainThread() {
        IllegalStateException failure = new IllegalStateException("expected");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Scope.run(
                                        scope -> {
                                            scope.go(
                                                    () -> {
                                                        throw failure;
                                                    });
                                            Weft.sleep(LONG);
                                            return null;
                                        })));
        assertTrue(!Thread.interrupted(), "the interrupt was the scope's own");
    }

    @Test
    void aDeadlineOfAPlainThreadThatSleeps() {
        assertThrows(
                TimeoutException.class,
                () ->
                        Scope.run(
                                Duration.ofMillis(10),
                                scope -> {
                                    Thread.sleep(60_000);
                                    return null;
                                }));
        assertTrue(!Thread.interrupted(), "the interrupt was the scope's own");
    }

    @Test
    void startingLateIsRefused() {
        Scope late = Scope.run(scope -> scope);
        assertThrows(IllegalStateException.class, () -> late.go(() -> {}));
    }
}
