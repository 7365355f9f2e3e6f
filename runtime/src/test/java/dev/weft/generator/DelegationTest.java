package dev.weft.generator;

import static dev.weft.handwoven.Woven.generator;
import static dev.weft.handwoven.Woven.yields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.handwoven.FakeFiber;
import dev.weft.handwoven.Script;
import dev.weft.handwoven.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DelegationTest {
    private static <T> Script.Step all(Yielder<T> y, Generator<T> inner) {
        return (p, s) -> {
            y.yieldAll(inner, s);
            return null;
        };
    }

    private static <T> List<T> drain(Generator<T> g) {
        List<T> values = new ArrayList<>();
        g.forEachRemaining(values::add);
        return values;
    }

    @Test
    void innerValuesComeInPlace() {
        Generator<Integer> g =
                generator(
                        y ->
                                Script.of(
                                        yields(y, 1),
                                        all(
                                                y,
                                                generator(
                                                        z ->
                                                                Script.of(
                                                                        yields(z, 2),
                                                                        yields(z, 3)))),
                                        yields(y, 4)));
        assertEquals(List.of(1, 2, 3, 4), drain(g));
    }

    /** Depth n must not use the thread's stack, nor time that grows with depth for each value. */
    @Test
    void deepChain() {
        int depth = 100_000;
        Generator<Integer> g = generator(z -> Script.of(yields(z, 1), yields(z, 2)));
        for (int i = 0; i < depth; i++) {
            Generator<Integer> inner = g;
            g = generator(y -> Script.of(all(y, inner)));
        }
        assertEquals(List.of(1, 2), drain(g));
    }

    @Test
    void takesOverAGeneratorThatIsItselfDelegatingWithAValueReady() {
        Generator<Integer> leaf =
                generator(z -> Script.of(yields(z, 1), yields(z, 2), yields(z, 3)));
        Generator<Integer> middle = generator(y -> Script.of(all(y, leaf), yields(y, 4)));
        assertEquals(1, middle.next());
        assertTrue(middle.hasNext());
        Generator<Integer> outer =
                generator(y -> Script.of(yields(y, 0), all(y, middle), yields(y, 5)));
        assertEquals(List.of(0, 2, 3, 4, 5), drain(outer));
        assertEquals(CoroutineState.DONE, leaf.state());
        assertEquals(CoroutineState.DONE, middle.state());
    }

    @Test
    void delegatedOneBelongsToTheOuterOne() {
        Generator<Integer> inner = generator(z -> Script.of(yields(z, 1), yields(z, 2)));
        Generator<Integer> outer = generator(y -> Script.of(all(y, inner)));
        outer.next();
        assertEquals(CoroutineState.DELEGATED, inner.state());
        assertThrows(IllegalStateException.class, inner::next);
        Generator<Integer> thief = generator(y -> Script.of(all(y, inner)));
        assertThrows(IllegalStateException.class, thief::next);
        assertEquals(2, outer.next());
    }

    @Test
    void delegatingToItselfIsAnError() {
        List<Generator<Integer>> self = new ArrayList<>();
        self.add(
                generator(
                        y ->
                                Script.of(
                                        (p, s) -> {
                                            y.yieldAll(self.get(0), s);
                                            return null;
                                        })));
        assertThrows(IllegalStateException.class, () -> self.get(0).next());
    }

    @Test
    void endedOneGivesNothing() {
        Generator<Integer> done = generator(z -> Script.of());
        assertFalse(done.hasNext());
        Generator<Integer> outer = generator(y -> Script.of(all(y, done), yields(y, 9)));
        assertEquals(List.of(9), drain(outer));
    }

    @Test
    void exceptionOfTheInnerIsThrownAtYieldAll() {
        Generator<Integer> inner =
                generator(
                        z ->
                                Script.of(
                                        yields(z, 1),
                                        (p, s) -> {
                                            throw new ArithmeticException("inner");
                                        }));
        Generator<Integer> outer =
                generator(
                        y ->
                                Script.of(all(y, inner))
                                        .catching(
                                                (t, s) -> {
                                                    y.yield(
                                                            ((Throwable) t).getMessage().length(),
                                                            s);
                                                    return null;
                                                }));
        assertEquals(List.of(1, 5), drain(outer));
    }

    @Test
    void closeReachesInnermostFirstEvenIfSwallowed() {
        List<String> log = new ArrayList<>();
        Generator<Integer> inner =
                generator(z -> Script.of(yields(z, 1)).catching((t, s) -> log.add("inner")));
        Generator<Integer> outer =
                generator(
                        y ->
                                Script.of(all(y, inner), yields(y, 2))
                                        .catching(
                                                (t, s) -> {
                                                    log.add("outer");
                                                    throw (Throwable) t;
                                                }));
        outer.next();
        outer.close();
        assertEquals(List.of("inner", "outer"), log);
        assertEquals(CoroutineState.DONE, inner.state());
    }

    @Test
    void closeIgnoredByTheInnerAbandonsTheChain() {
        Generator<Integer> inner =
                generator(
                        z ->
                                Script.of(yields(z, 1))
                                        .catching(
                                                (t, s) -> {
                                                    z.yield(3, s);
                                                    return null;
                                                }));
        Generator<Integer> outer = generator(y -> Script.of(all(y, inner)));
        outer.next();
        assertThrows(IllegalStateException.class, outer::close);
        assertEquals(CoroutineState.DONE, inner.state());
        assertFalse(outer.hasNext());
    }

    @Test
    void resultOfTheInner() {
        ResultGenerator<Integer, String> inner =
                Woven.returning(z -> Script.of(yields(z, 1), (p, s) -> "result"));
        List<Object> got = new ArrayList<>();
        Generator<Integer> outer =
                generator(
                        y ->
                                Script.of(
                                        (p, s) -> y.yieldAll(inner, s),
                                        (p, s) -> got.add(p),
                                        (p, s) -> y.yieldAll(inner, s),
                                        (p, s) -> got.add(p)));
        assertThrows(IllegalStateException.class, inner::result);
        assertEquals(List.of(1), drain(outer));
        assertEquals(List.of("result", "result"), got);
        assertEquals("result", inner.result());
    }

    @Test
    void iterables() {
        Generator<Integer> g =
                generator(
                        y ->
                                Script.of(
                                        (p, s) -> {
                                            y.yieldAll(List.of(1, 2), s);
                                            return null;
                                        },
                                        yields(y, 3)));
        assertEquals(List.of(1, 2, 3), drain(g));
        assertEquals(List.of("a", "b"), drain(Generator.from(List.of("a", "b").iterator())));
    }

    @Test
    void innermostMayWaitForTheFiber() {
        Generator<Object> inner =
                generator(
                        z ->
                                Script.of(
                                        (p, s) -> FakeFiber.await(s),
                                        (p, s) -> {
                                            z.yield(p, s);
                                            return null;
                                        }));
        Generator<Object> outer = generator(y -> Script.of(all(y, inner), yields(y, "end")));
        List<Object> got = new ArrayList<>();
        FakeFiber fiber =
                new FakeFiber(
                        Script.of(
                                (p, s) -> outer.next(s),
                                (p, s) -> got.add(p),
                                (p, s) -> outer.next(s),
                                (p, s) -> got.add(p)));
        assertFalse(fiber.resume(null));
        assertTrue(fiber.resume("event"));
        assertEquals(List.of("event", "end"), got);
    }
}
