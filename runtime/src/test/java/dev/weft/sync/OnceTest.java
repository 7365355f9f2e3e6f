package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.SuspendableCallable;
import dev.weft.channel.Both;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Go's OnceValue, OnceFunc and WaitGroup.Go: their tests' scenarios, and what cancellation adds.
 */
@Timeout(60)
class OnceTest {
    /** TestOnceValue, TestOnceFunc: computed by one of many, who all wait for it and get it. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void computedOnceForAll(Both how) throws Exception {
        AtomicInteger computed = new AtomicInteger();
        AtomicInteger acted = new AtomicInteger();
        OnceFunc act =
                new OnceFunc(
                        () -> {
                            Weft.yield();
                            acted.incrementAndGet();
                        });
        OnceValue<String> value =
                new OnceValue<>(
                        () -> {
                            assertFalse(act.isDone() && acted.get() == 0);
                            act.run();
                            Weft.yield();
                            return "value " + computed.incrementAndGet();
                        });
        List<SuspendableCallable<Object>> bodies =
                SyncTest.times(
                        8,
                        () -> {
                            String got = value.get();
                            act.run();
                            return got + ", " + acted.get();
                        });
        assertEquals(Collections.nCopies(8, "value 1, 1"), how.run(bodies));
        assertTrue(value.isDone() && act.isDone());
    }

    /** TestOnceFuncPanic and …PanicNil: the same exception each time; the action ran once. */
    @Test
    void failsTheSameWayEachTime() {
        AtomicInteger runs = new AtomicInteger();
        OnceFunc act =
                new OnceFunc(
                        () -> {
                            runs.incrementAndGet();
                            throw new IllegalArgumentException("on purpose");
                        });
        Throwable first = assertThrows(IllegalArgumentException.class, act::run);
        assertSame(first, assertThrows(IllegalArgumentException.class, act::run));
        OnceValue<Integer> checked =
                new OnceValue<>(
                        () -> {
                            runs.incrementAndGet();
                            throw new IOException("on purpose");
                        });
        CompletionException wrapped = assertThrows(CompletionException.class, checked::get);
        assertInstanceOf(IOException.class, wrapped.getCause());
        assertSame(wrapped, assertThrows(CompletionException.class, checked::get));
        OnceValue<Integer> error =
                new OnceValue<>(
                        () -> {
                            throw new AssertionError("on purpose");
                        });
        assertSame(
                assertThrows(AssertionError.class, error::get),
                assertThrows(AssertionError.class, error::get));
        assertEquals(2, runs.get());
        assertNull(new OnceValue<Object>(() -> null).get());
    }

    /** Who computes is cancelled: one of those who wait computes in its place. */
    @Test
    void aCancelledComputationIsTakenOver() {
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> never = Channel.rendezvous();
                    AtomicInteger attempts = new AtomicInteger();
                    OnceValue<Integer> value =
                            new OnceValue<>(
                                    () -> attempts.incrementAndGet() == 1 ? never.receive() : 7);
                    Fiber<Integer> first = Weft.go(() -> value.get());
                    Weft.yield();
                    Fiber<Integer> second = Weft.go(() -> value.get());
                    Weft.yield();
                    first.cancel();
                    assertEquals(7, second.join());
                    assertThrows(CompletionException.class, first::join);
                    assertInstanceOf(FiberCancelledException.class, first.exception());
                    assertEquals(2, attempts.get());
                });
    }

    /** The same where the computation says InterruptedException. */
    @Test
    void anInterruptedComputationIsTakenOver() {
        OnceValue<Integer> value =
                new OnceValue<>(
                        () -> {
                            if (Thread.currentThread().isInterrupted()) {
                                Thread.sleep(1);
                            }
                            return 7;
                        });
        Thread.currentThread().interrupt();
        FiberCancelledException e = assertThrows(FiberCancelledException.class, value::get);
        assertInstanceOf(InterruptedException.class, e.getCause());
        assertTrue(Thread.interrupted());
        assertEquals(7, value.get());
    }

    @Test
    void aValueThatNeedsItselfSaysSo() {
        List<OnceValue<Integer>> itself = new ArrayList<>();
        itself.add(new OnceValue<>(() -> itself.get(0).get()));
        assertThrows(IllegalStateException.class, itself.get(0)::get);
    }

    /** TestWaitGroupGo. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void waitGroupGo(Both how) throws Exception {
        WaitGroup group = new WaitGroup();
        AtomicInteger done = new AtomicInteger();
        how.run(
                List.of(
                        () -> {
                            for (int i = 0; i < 100; i++) {
                                group.go(
                                        () -> {
                                            Weft.yield();
                                            done.incrementAndGet();
                                        });
                            }
                            group.await();
                            assertEquals(100, done.get());
                            return null;
                        }));
        assertEquals(0, group.count());
    }

    /** What returns, fails, is cancelled, and never begins is all done in the end. */
    @Test
    void waitGroupGoHoweverItEnds() {
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    WaitGroup group = new WaitGroup();
                    Fiber<Void> fails =
                            group.go(
                                    () -> {
                                        throw new IOException("on purpose");
                                    });
                    Fiber<Void> waits = group.go(() -> Channel.rendezvous().receive());
                    Weft.yield();
                    Fiber<Void> neverBegins = group.go(OnceTest::began);
                    assertEquals(2, group.count());
                    waits.cancel();
                    neverBegins.cancel();
                    group.await();
                    assertInstanceOf(IOException.class, fails.exception());
                    assertInstanceOf(FiberCancelledException.class, waits.exception());
                    assertInstanceOf(FiberCancelledException.class, neverBegins.exception());
                    assertThrows(NullPointerException.class, () -> group.go(null));
                    assertEquals(0, group.count());
                });
    }

    private static void began() {
        throw new AssertionError("it began");
    }
}
