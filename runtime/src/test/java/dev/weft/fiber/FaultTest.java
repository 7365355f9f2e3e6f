package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of docs/faults.md. */
@Timeout(60)
class FaultTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void deepRecursionFailsOneFiber(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Integer> deep = Weft.go(() -> endless(0));
                    Fiber<Integer> other = Weft.go(() -> 1);
                    Fibers.joinAll(List.of(deep, other));
                    assertEquals(StackOverflowError.class, deep.exception().getClass());
                    assertEquals(1, other.join());
                    return null;
                });
    }

    @Suspendable
    private static int endless(int depth) {
        return depth < 0 ? suspended() : endless(depth + 1) + 1;
    }

    @Suspendable
    private static int suspended() {
        Weft.yield();
        return 0;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anErrorAfterAWaitFailsOneFiber(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> broken =
                            Weft.go(
                                    () -> {
                                        Weft.yield();
                                        throw new NoClassDefFoundError("expected");
                                    });
                    Fibers.joinAll(List.of(broken));
                    assertEquals(NoClassDefFoundError.class, broken.exception().getClass());
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#parallel")
    void aCarrierIsInterruptedWhileItsFiberIsPinned(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Thread[] carrier = new Thread[1];
                    Fiber<Boolean> pinned =
                            Weft.go(
                                    () -> {
                                        Runnable park =
                                                () -> {
                                                    carrier[0] = Thread.currentThread();
                                                    Weft.park();
                                                };
                                        try {
                                            runPinned(park);
                                            return false;
                                        } catch (FiberCancelledException e) {
                                            return Thread.interrupted();
                                        }
                                    });
                    while (pinned.waitsFor() == null || carrier[0] == null) {
                        Weft.yield();
                    }
                    carrier[0].interrupt();
                    assertTrue(
                            pinned.join(), "the wait ended, and the thread's flag was set again");
                    return null;
                });
    }

    /** Of its own fiber, which only knows the thread, or of anybody while it rests. */
    @Test
    void anInterruptOfACarrierDoesNotReachTheNextFiber() {
        Scheduler scheduler = Scheduler.workStealing(1);
        Thread carrier =
                Weft.run(
                        scheduler,
                        () -> {
                            Thread.currentThread().interrupt();
                            Weft.yield();
                            assertFalse(isInterrupted(), "after its own yield");
                            Thread.currentThread().interrupt();
                            return Thread.currentThread();
                        });
        assertFalse(Weft.run(scheduler, () -> isInterrupted()), "left by the fiber before");
        while (LockSupport.getBlocker(carrier) == null) {
            Thread.onSpinWait();
        }
        carrier.interrupt();
        assertFalse(Weft.run(scheduler, () -> isInterrupted()), "interrupted while it rested");
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    /** Not suspendable, so nothing below it is. */
    private static void runPinned(Runnable body) {
        body.run();
    }

    static Stream<Scheduler> kinds() {
        return Stream.of(
                Scheduler.singleThreaded(),
                Scheduler.workStealing(1),
                Scheduler.on(ForkJoinPool.commonPool()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCallersInterruptReachesMain(Scheduler scheduler) {
        AtomicBoolean ended = new AtomicBoolean();
        Thread.currentThread().interrupt();
        try {
            assertThrows(FiberCancelledException.class, () -> parkAndCleanUp(scheduler, ended));
            assertTrue(ended.get(), "run waits for main's end");
        } finally {
            assertTrue(Thread.interrupted(), "set again");
        }
    }

    private static void parkAndCleanUp(Scheduler scheduler, AtomicBoolean ended) {
        Weft.run(
                scheduler,
                () -> {
                    try {
                        Weft.park();
                    } finally {
                        Weft.sleep(10);
                        ended.set(true);
                    }
                });
    }

    @Test
    void aCancelledFibersInnerMainIsCancelled() {
        AtomicBoolean ended = new AtomicBoolean();
        Fiber<Void> outer =
                Weft.go(() -> runPinned(() -> parkAndCleanUp(Scheduler.workStealing(1), ended)));
        while (outer.waitsFor() == null) {
            Thread.onSpinWait();
        }
        outer.cancel();
        CompletionException thrown = assertThrows(CompletionException.class, outer::join);
        assertInstanceOf(FiberCancelledException.class, thrown.getCause());
        assertFalse(ended.get(), "its sleep was cancelled too");
    }

    @Test
    void aRejectedTurnIsTheStartersProblem() {
        Scheduler full =
                Scheduler.on(
                        task -> {
                            throw new RejectedExecutionException("expected");
                        });
        assertThrows(RejectedExecutionException.class, () -> Weft.go(full, () -> {}));
    }
}
