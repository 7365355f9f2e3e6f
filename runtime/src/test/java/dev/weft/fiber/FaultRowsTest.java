package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More rows of docs/faults.md: what one fiber meets leaves the others, and the carriers, alone. */
@Timeout(60)
@Suspendable
class FaultRowsTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    /** Runs it in a fiber beside others; returns what ended it. */
    private static Throwable failureOf(Scheduler scheduler, SuspendableRunnable body) {
        return Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> broken = Weft.go(body);
                    Fiber<Integer> other = Weft.go(() -> turns(20));
                    Fibers.joinAll(List.of(broken, other));
                    assertEquals(20, other.join());
                    assertEquals(5, Weft.go(() -> turns(5)).join(), "the carriers go on");
                    return broken.exception();
                });
    }

    private static int turns(int n) {
        for (int i = 0; i < n; i++) {
            Weft.yield();
        }
        return n;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void outOfMemory(Scheduler scheduler) {
        Throwable thrown =
                failureOf(
                        scheduler,
                        () -> {
                            Weft.yield();
                            long[][] all = new long[1 << 20][];
                            for (int i = 0; i < all.length; i++) {
                                all[i] = new long[Integer.MAX_VALUE];
                            }
                            Weft.yield();
                        });
        assertEquals(OutOfMemoryError.class, thrown.getClass());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void threadDeath(Scheduler scheduler) {
        Error death = new ThreadDeath();
        Throwable thrown =
                failureOf(
                        scheduler,
                        () -> {
                            Weft.yield();
                            throw death;
                        });
        assertSame(death, thrown);
    }

    /** A class whose initialiser fails, met first after a wait. */
    private static final class Broken {
        static final int VALUE = fail();

        private static int fail() {
            throw new IllegalStateException("expected");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aClassThatCannotBeLoadedOnResume(Scheduler scheduler) {
        Throwable thrown =
                failureOf(
                        scheduler,
                        () -> {
                            Weft.yield();
                            turns(Broken.VALUE);
                        });
        assertTrue(
                thrown instanceof ExceptionInInitializerError
                        || thrown instanceof NoClassDefFoundError,
                "the first time the one, later the other: " + thrown);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anExceptionInFinallyReplacesTheCancellation(Scheduler scheduler) {
        IllegalStateException expected = new IllegalStateException("expected");
        IllegalStateException thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Weft.run(
                                        scheduler,
                                        () -> Scope.run(s -> failInFinally(s, expected))));
        assertSame(expected, thrown);
    }

    private static Void failInFinally(Scope scope, RuntimeException expected) {
        Fiber<Void> fiber = scope.go(() -> parkThenThrow(expected));
        Weft.yield();
        Weft.sleep(1);
        fiber.cancel();
        return null;
    }

    private static void parkThenThrow(RuntimeException expected) {
        try {
            Weft.park();
        } finally {
            rethrow(expected);
        }
    }

    private static void rethrow(RuntimeException thrown) {
        throw thrown;
    }

    /** Frames of those that wait are on the heap: a suspension now and then frees the stack. */
    @ParameterizedTest
    @MethodSource(ALL)
    void recursionThatSuspendsNowAndThenIsNotBoundByTheStack(Scheduler scheduler) {
        int depth = 300_000;
        int reached = Weft.run(scheduler, () -> Weft.go(() -> descend(depth)).join());
        assertEquals(depth, reached);
    }

    private static int descend(int depth) {
        if (depth % 500 == 0) {
            Weft.yield();
        }
        return depth == 0 ? 0 : 1 + descend(depth - 1);
    }

    /** What joining a cancelled fiber does: it waits for the end, and tells how that was. */
    @ParameterizedTest
    @MethodSource(ALL)
    void joiningACancelledFiber(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<String> ended = Weft.go(() -> parkOr("unused"));
                    Weft.sleep(1);
                    ended.cancel();
                    CompletionException thrown =
                            assertThrows(CompletionException.class, ended::join);
                    assertEquals(FiberCancelledException.class, thrown.getCause().getClass());
                    assertEquals(FiberCancelledException.class, ended.exception().getClass());
                    assertTrue(ended.isCancelled() && ended.isDone());

                    Fiber<String> caught = Weft.go(() -> parkAndCatch());
                    Weft.sleep(1);
                    caught.cancel();
                    assertEquals("cleaned up", caught.join(), "its own result, if it has one");
                    assertTrue(caught.isCancelled());

                    Fiber<String> late = Weft.go(() -> "done");
                    late.join();
                    late.cancel();
                    assertEquals("done", late.join(), "too late to matter");
                    assertNull(late.exception());
                    return null;
                });
    }

    private static String parkOr(String result) {
        Weft.park();
        return result;
    }

    private static String parkAndCatch() {
        try {
            Weft.park();
            return "not cancelled";
        } catch (FiberCancelledException e) {
            return "cleaned up";
        }
    }
}
