package dev.weft.generator;

import static dev.weft.handwoven.Woven.generator;
import static dev.weft.handwoven.Woven.yields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.continuation.CoroutineExit;
import dev.weft.continuation.PinnedException;
import dev.weft.handwoven.FakeFiber;
import dev.weft.handwoven.Script;
import dev.weft.handwoven.Woven;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GeneratorTest {
    private static Generator<Integer> counting() {
        AtomicInteger n = new AtomicInteger();
        return generator(
                y ->
                        Script.forever(
                                (previous, stack) -> {
                                    y.yield(n.getAndIncrement(), stack);
                                    return null;
                                }));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> Generator<T> of(T... values) {
        return generator(
                y ->
                        Script.of(
                                Arrays.stream(values)
                                        .map(v -> yields(y, v))
                                        .toArray(Script.Step[]::new)));
    }

    private static <T> List<T> drain(Iterator<T> it) {
        List<T> all = new ArrayList<>();
        it.forEachRemaining(all::add);
        return all;
    }

    @Test
    void yieldsInOrderThenEnds() {
        Generator<String> g = of("a", null, "c");
        assertEquals(CoroutineState.NEW, g.state());
        assertTrue(g.hasNext());
        assertTrue(g.hasNext());
        assertEquals("a", g.next());
        assertEquals(CoroutineState.SUSPENDED, g.state());
        assertNull(g.next());
        assertEquals("c", g.next());
        assertFalse(g.hasNext());
        assertEquals(CoroutineState.DONE, g.state());
        assertThrows(NoSuchElementException.class, g::next);
    }

    @Test
    void nextAtTheEndThrowsAndStaysEnded() {
        Generator<String> g = of();
        assertThrows(NoSuchElementException.class, g::next);
        assertFalse(g.hasNext());
    }

    @Test
    void infiniteGeneratorAsLazyStreamThatCloses() {
        Generator<Integer> g = counting();
        try (Stream<Integer> s = g.stream()) {
            assertEquals(
                    List.of(0, 2, 4),
                    s.filter(i -> i % 2 == 0).limit(3).collect(Collectors.toList()));
        }
        assertEquals(CoroutineState.DONE, g.state());
    }

    @Test
    void iterableStartsAnewForEachLoop() {
        Iterable<Integer> it =
                Generator.iterable(Woven.<Integer>body(y -> Script.of(yields(y, 1), yields(y, 2))));
        assertEquals(List.of(1, 2), drain(it.iterator()));
        assertEquals(List.of(1, 2), drain(it.iterator()));
    }

    @Test
    void exceptionOfTheBodyComesOutOfNextAndEndsIt() {
        IllegalArgumentException thrown = new IllegalArgumentException("x");
        Generator<Integer> g =
                generator(
                        y ->
                                Script.of(
                                        yields(y, 1),
                                        (p, s) -> {
                                            throw thrown;
                                        }));
        assertEquals(1, g.next());
        assertSame(thrown, assertThrows(IllegalArgumentException.class, g::next));
        assertFalse(g.hasNext());
    }

    @Test
    void unwovenBodyGetsAnErrorThatNamesTheRemedy() {
        Generator<Integer> g = UnwovenBodies.generator();
        PinnedException e = assertThrows(PinnedException.class, g::next);
        assertTrue(e.getMessage().contains("@Suspendable"), e.getMessage());
        assertEquals(CoroutineState.DONE, g.state());
    }

    @Test
    void closeRunsHandlersAndIsIdempotent() {
        List<String> log = new ArrayList<>();
        Generator<Integer> g =
                generator(
                        y ->
                                Script.of(yields(y, 1), yields(y, 2))
                                        .catching(
                                                (t, s) -> {
                                                    log.add(t.getClass().getSimpleName());
                                                    throw (Throwable) t;
                                                }));
        g.next();
        g.close();
        g.close();
        assertEquals(List.of("CoroutineExit"), log);
        assertEquals(CoroutineState.DONE, g.state());
        assertFalse(g.hasNext());
    }

    @Test
    void closeOfANewOneRunsNothing() {
        List<String> log = new ArrayList<>();
        Generator<Integer> g = generator(y -> Script.of((p, s) -> log.add("entered")));
        g.close();
        assertFalse(g.hasNext());
        assertEquals(List.of(), log);
    }

    @Test
    void yieldWhileClosingIsAnErrorAndAbandons() {
        Generator<Integer> g =
                generator(
                        y ->
                                Script.of(yields(y, 1))
                                        .catching(
                                                (t, s) -> {
                                                    y.yield(2, s);
                                                    return null;
                                                }));
        g.next();
        assertThrows(IllegalStateException.class, g::close);
        assertEquals(CoroutineState.DONE, g.state());
        assertFalse(g.hasNext());
    }

    @Test
    void exceptionThrownWhileClosingComesOutOfClose() {
        Generator<Integer> g =
                generator(
                        y ->
                                Script.of(yields(y, 1))
                                        .catching(
                                                (t, s) -> {
                                                    throw new ArithmeticException();
                                                }));
        g.next();
        assertThrows(ArithmeticException.class, g::close);
        assertEquals(CoroutineState.DONE, g.state());
    }

    @Test
    void closeDropsAValueComputedAhead() {
        Generator<Integer> g = of(1, 2);
        assertTrue(g.hasNext());
        g.close();
        assertFalse(g.hasNext());
    }

    @Test
    void reentrantUseIsAnError() {
        AtomicReference<Generator<Integer>> self = new AtomicReference<>();
        self.set(generator(y -> Script.of((p, s) -> self.get().next())));
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> self.get().next());
        assertTrue(e.getMessage().contains("own body"), e.getMessage());
    }

    @Test
    void useFromAnotherThreadWhileRunningNamesTheRunner() throws Exception {
        AtomicReference<Generator<Integer>> self = new AtomicReference<>();
        AtomicReference<Throwable> seen = new AtomicReference<>();
        self.set(
                generator(
                        y ->
                                Script.of(
                                        (p, s) -> {
                                            Thread t =
                                                    new Thread(
                                                            () -> {
                                                                try {
                                                                    self.get().next();
                                                                } catch (Throwable e) {
                                                                    seen.set(e);
                                                                }
                                                            });
                                            t.start();
                                            t.join();
                                            return null;
                                        })));
        assertFalse(self.get().hasNext());
        assertEquals(IllegalStateException.class, seen.get().getClass());
        assertTrue(
                seen.get().getMessage().contains(Thread.currentThread().getName()),
                seen.get().getMessage());
    }

    @Test
    void yielderOfAnotherGeneratorIsAnErrorUnlessItDrivesThisOne() {
        AtomicReference<Yielder<Integer>> leaked = new AtomicReference<>();
        Generator<Integer> a =
                generator(
                        y -> {
                            leaked.set(y);
                            return Script.of(yields(y, 1), yields(y, 2));
                        });
        a.next();
        Generator<Integer> b = generator(y -> Script.of(yields(leaked.get(), 7)));
        assertThrows(IllegalStateException.class, b::next);
        assertEquals(2, a.next());
    }

    @Test
    void innerGeneratorMayYieldToTheOuterOneThatDrivesIt() {
        Generator<String> outer =
                generator(
                        y -> {
                            Generator<String> inner =
                                    generator(
                                            z ->
                                                    Script.of(
                                                            yields(y, "outer1"),
                                                            yields(z, "inner"),
                                                            yields(y, "outer2")));
                            return Script.of(
                                    (p, s) -> inner.next(s),
                                    (p, s) -> {
                                        y.yield("got " + p, s);
                                        return null;
                                    },
                                    (p, s) -> inner.hasNext(s));
                        });
        assertEquals(List.of("outer1", "got inner", "outer2"), drain(outer));
    }

    @Test
    void bodyThatWaitsSuspendsTheFiberThatIterates() {
        Generator<Object> g =
                generator(
                        y ->
                                Script.forever(
                                        (p, s) -> FakeFiber.await(s),
                                        (p, s) -> {
                                            y.yield(p, s);
                                            return null;
                                        }));
        List<Object> got = new ArrayList<>();
        FakeFiber fiber =
                new FakeFiber(
                        Script.of(
                                (p, s) -> g.next(s),
                                (p, s) -> got.add(p),
                                (p, s) -> g.next(s),
                                (p, s) -> got.add(p)));
        assertFalse(fiber.resume(null));
        assertEquals(CoroutineState.RUNNING, g.state());
        assertThrows(IllegalStateException.class, g::next);
        assertFalse(fiber.resume("x"));
        assertEquals(List.of("x"), got);
        assertTrue(fiber.resume("y"));
        assertEquals(List.of("x", "y"), got);
        assertThrows(IllegalStateException.class, g::next, "pinned: the leaf would block");
    }

    @Test
    void cancellationOfTheFiberEndsTheGeneratorItWasInside() {
        List<Object> log = new ArrayList<>();
        Generator<Object> g =
                generator(
                        y ->
                                Script.of((p, s) -> FakeFiber.await(s))
                                        .catching(
                                                (t, s) -> {
                                                    log.add("finally");
                                                    throw (Throwable) t;
                                                }));
        FakeFiber fiber =
                new FakeFiber(
                        Script.of((p, s) -> g.hasNext(s))
                                .catching((t, s) -> log.add(((Throwable) t).getMessage())));
        assertFalse(fiber.resume(null));
        assertTrue(fiber.fail(new IllegalStateException("cancelled")));
        assertEquals(List.of("finally", "cancelled"), log);
        assertEquals(CoroutineState.DONE, g.state());
    }

    @Test
    void closeMayWaitInAFinallyBlock() {
        List<Object> log = new ArrayList<>();
        Generator<Integer> g =
                generator(y -> Script.of(yields(y, 1)).catching((t, s) -> FakeFiber.await(s)));
        g.next();
        FakeFiber fiber =
                new FakeFiber(
                        Script.of(
                                (p, s) -> {
                                    g.close(s);
                                    return null;
                                },
                                (p, s) -> log.add("closed")));
        assertFalse(fiber.resume(null));
        assertEquals(List.of(), log);
        assertTrue(fiber.resume(null));
        assertEquals(List.of("closed"), log);
        assertEquals(CoroutineState.DONE, g.state());
    }

    @Test
    void abandonedGeneratorsAreGarbage() throws Exception {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> ref = abandoned(queue);
        for (int i = 0; i < 100 && queue.poll() == null; i++) {
            System.gc();
            if (queue.remove(50) != null) {
                break;
            }
        }
        assertNull(ref.get());
    }

    private static WeakReference<Object> abandoned(ReferenceQueue<Object> queue) {
        Generator<Integer> g = counting();
        g.next();
        return new WeakReference<>(g, queue);
    }

    @Test
    void primitiveGenerators() {
        IntGenerator ints =
                Woven.ints(
                        y ->
                                Script.of(
                                        (p, s) -> {
                                            y.yield(-7, s);
                                            return null;
                                        },
                                        (p, s) -> {
                                            y.yieldAll(
                                                    Woven.ints(
                                                            z ->
                                                                    Script.of(
                                                                            (q, t) -> {
                                                                                z.yield(8, t);
                                                                                return null;
                                                                            })),
                                                    s);
                                            return null;
                                        }));
        assertTrue(ints.hasNext());
        assertEquals(-7, ints.nextInt());
        assertEquals(8, ints.nextInt());
        assertThrows(NoSuchElementException.class, ints::nextInt);
        assertThrows(PinnedException.class, () -> UnwovenBodies.doubles().nextDouble());
        assertThrows(PinnedException.class, () -> UnwovenBodies.longs().nextLong());
    }

    @Test
    void coroutineExitPassesCatchException() {
        assertFalse(Exception.class.isAssignableFrom(CoroutineExit.class));
    }
}
