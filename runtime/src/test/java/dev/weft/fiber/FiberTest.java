package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.woven.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scheduler must give its fibers. */
@Timeout(60)
class FiberTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void runReturnsTheResult(Scheduler scheduler) {
        assertEquals("done", Weft.run(scheduler, () -> "done"));
        assertNull(Fiber.current());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void runThrowsWhatMainThrows(Scheduler scheduler) {
        IllegalStateException unchecked = new IllegalStateException("expected");
        assertSame(
                unchecked,
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Weft.run(
                                        scheduler,
                                        () -> {
                                            throw unchecked;
                                        })));
        IOException checked = new IOException("expected");
        assertSame(
                checked,
                assertThrows(
                                CompletionException.class,
                                () -> Weft.run(scheduler, () -> fail(checked)))
                        .getCause());
    }

    private static Object fail(Exception e) throws Exception {
        throw e;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void joinGivesResultOrCause(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Integer> good = Weft.go(() -> 6 * 7);
                    assertEquals(42, good.join());
                    assertEquals(42, good.result());
                    assertTrue(good.isDone());
                    assertEquals(Fiber.State.DONE, good.state());
                    IOException failure = new IOException("expected");
                    Fiber<Object> bad = Weft.go(() -> fail(failure));
                    CompletionException thrown = assertJoinFails(bad);
                    assertSame(failure, thrown.getCause());
                    assertSame(failure, bad.exception());
                    return null;
                });
    }

    @Suspendable
    private static CompletionException assertJoinFails(Fiber<?> fiber) {
        try {
            fiber.join();
        } catch (CompletionException e) {
            return e;
        }
        throw new AssertionError("join returned");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void manyFibersJoinOne(Scheduler scheduler) {
        int total =
                Weft.run(
                        scheduler,
                        () -> {
                            Fiber<Integer> one =
                                    Weft.go(
                                            () -> {
                                                Weft.park();
                                                return 1;
                                            });
                            List<Fiber<Integer>> joiners = new ArrayList<>();
                            for (int i = 0; i < 100; i++) {
                                joiners.add(Weft.go(() -> one.join()));
                            }
                            Weft.yield();
                            one.unpark();
                            int sum = 0;
                            for (Fiber<Integer> joiner : joiners) {
                                sum += joiner.join();
                            }
                            return sum;
                        });
        assertEquals(100, total);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void joinWithTimeout(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<String> parked =
                            Weft.go(
                                    () -> {
                                        Weft.park();
                                        return "ended";
                                    });
                    for (int i = 0; i < 3; i++) {
                        assertTrue(timesOut(parked));
                    }
                    parked.unpark();
                    assertEquals("ended", parked.join(Duration.ofMinutes(5)));
                    return null;
                });
    }

    @Suspendable
    private static boolean timesOut(Fiber<?> fiber) {
        try {
            fiber.join(Duration.ofMillis(2));
            return false;
        } catch (TimeoutException e) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void earlyUnparkIsRememberedOnce(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<?> self = Fiber.current();
                    self.unpark();
                    self.unpark();
                    Weft.park();
                    Fiber<Void> waker = Weft.go(() -> self.unpark());
                    Weft.park();
                    waker.join();
                    Weft.parkNanos(1000);
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void parkAndUnparkAlternate(Scheduler scheduler) {
        int rounds = 20_000;
        int count =
                Weft.run(
                        scheduler,
                        () -> {
                            Fiber<?> main = Fiber.current();
                            AtomicInteger turns = new AtomicInteger();
                            Fiber<Void> other = Weft.go(() -> alternate(turns, 1, rounds, main));
                            alternate(turns, 0, rounds, other);
                            other.join();
                            return turns.get();
                        });
        assertEquals(rounds, count);
    }

    @Suspendable
    private static void alternate(AtomicInteger turns, int mine, int rounds, Fiber<?> other) {
        while (turns.get() < rounds) {
            if (turns.get() % 2 == mine) {
                turns.incrementAndGet();
                other.unpark();
            } else {
                Weft.park();
            }
        }
        other.unpark();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void unparkFromAPlainThread(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<?> self = Fiber.current();
                    AtomicReference<Boolean> woken = new AtomicReference<>(false);
                    Thread thread =
                            new Thread(
                                    () -> {
                                        woken.set(true);
                                        self.unpark();
                                    });
                    if (scheduler.time() == TimeSource.SYSTEM) {
                        thread.start();
                        Weft.park();
                        assertTrue(woken.get());
                    }
                    return null;
                });
    }

    /** In order where one thread runs all; elsewhere who is woken first may be run second. */
    @ParameterizedTest
    @MethodSource(ALL)
    void sleepsLastAndEndInOrder(Scheduler scheduler) {
        List<Integer> order = new ArrayList<>();
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<?>> fibers = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        int millis = 5 + 40 * i;
                        fibers.add(
                                Weft.go(
                                        () -> {
                                            long from = scheduler.time().nanoTime();
                                            Weft.sleep(millis);
                                            long nanos = scheduler.time().nanoTime() - from;
                                            assertTrue(nanos >= millis * 1_000_000L, "too short");
                                            synchronized (order) {
                                                order.add(millis);
                                            }
                                        }));
                    }
                    for (Fiber<?> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
        if (!(scheduler instanceof ConfinedScheduler)) {
            Collections.sort(order);
        }
        assertEquals(List.of(5, 45, 85, 125, 165), order);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void cancelEndsAWaitAndRunsFinally(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicInteger cleaned = new AtomicInteger();
                    Fiber<Void> waiting =
                            Weft.go(
                                    () -> {
                                        try {
                                            Weft.sleep(Duration.ofDays(1));
                                        } finally {
                                            cleaned.incrementAndGet();
                                        }
                                    });
                    Weft.yield();
                    waiting.cancel();
                    assertEquals(
                            FiberCancelledException.class,
                            assertJoinFails(waiting).getCause().getClass());
                    assertEquals(waiting.state(), Fiber.State.DONE);
                    assertTrue(waiting.isCancelled());
                    return cleaned.get();
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void interruptEndsOneWait(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<String> fiber =
                            Weft.go(
                                    () -> {
                                        try {
                                            Weft.park();
                                            return "not interrupted";
                                        } catch (FiberCancelledException e) {
                                            Weft.park();
                                            return "woken";
                                        }
                                    });
                    fiber.interrupt();
                    while (fiber.waitsFor() == null || fiber.state() != Fiber.State.WAITING) {
                        Weft.yield();
                        if (fiber.isDone()) {
                            break;
                        }
                    }
                    fiber.unpark();
                    fiber.join();
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void namesAndIds(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> a = Weft.go(() -> assertNotNull(Fiber.current()));
                    Fiber<Void> b = Weft.go(() -> {}).named("worker");
                    assertEquals("main", Fiber.current().name());
                    assertEquals("fiber-" + a.id(), a.name());
                    assertEquals("worker", b.name());
                    assertFalse(a.id() == b.id());
                    a.join();
                    b.join();
                    return null;
                });
    }

    /** A leaf whose waker comes between its being published and the start of its timer. */
    private static final class WokenEarly implements SuspendableCallable<Object>, Canceller {
        @Override
        public Object call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Object call(Stack stack) {
            Waiter waiter = Waiter.begin(stack, this, this);
            waiter.resume("early");
            return waiter.await(stack, TimeUnit.DAYS.toNanos(1), "late");
        }

        @Override
        public boolean withdraw(Waiter waiter) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aTimerThatStartsAfterTheWakeUpIsDropped(Scheduler scheduler) {
        Object outcome = Weft.run(scheduler, () -> Weft.go(new WokenEarly()).join());
        assertEquals("early", outcome);
        long day = TimeUnit.HOURS.toNanos(12);
        long next = scheduler.timers().untilNext();
        assertTrue(next == Timers.NONE || next < day, "a timer is left");
    }

    /** Two threads' race as one: the waker comes when the wait has its timer, not yet started. */
    @Test
    void aTimerWhoseWaitEndsWhileItIsStartedIsDropped() {
        AtomicReference<Waiter> waiting = new AtomicReference<>();
        TimeSource time =
                () -> {
                    Waiter waiter = waiting.getAndSet(null);
                    if (waiter != null) {
                        waiter.resume("early");
                    }
                    return System.nanoTime();
                };
        for (Scheduler scheduler :
                List.of(
                        new ConfinedScheduler(time, new FirstInFirstOut()),
                        new StealingScheduler(1, time))) {
            Object outcome = Weft.run(scheduler, () -> Weft.go(new WokenMeanwhile(waiting)).join());
            assertEquals("early", outcome);
            assertEquals(0, scheduler.timers().size());
        }
    }

    /** A leaf whose waker comes when somebody asks for the time. */
    private static final class WokenMeanwhile implements SuspendableCallable<Object>, Canceller {
        private final AtomicReference<Waiter> waiting;

        WokenMeanwhile(AtomicReference<Waiter> waiting) {
            this.waiting = waiting;
        }

        @Override
        public Object call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Object call(Stack stack) {
            Waiter waiter = Waiter.begin(stack, this, this);
            waiting.set(waiter);
            return waiter.await(stack, TimeUnit.DAYS.toNanos(1), "late");
        }

        @Override
        public boolean withdraw(Waiter waiter) {
            return false;
        }
    }
}
