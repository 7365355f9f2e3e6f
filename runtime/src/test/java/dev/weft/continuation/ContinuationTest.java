package dev.weft.continuation;

import static dev.weft.handwoven.Woven.continuation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.handwoven.FakeFiber;
import dev.weft.handwoven.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ContinuationTest {
    private static final ContinuationScope OUTER = new ContinuationScope("outer");
    private static final ContinuationScope INNER = new ContinuationScope("inner");

    private static Continuation of(ContinuationScope scope, Script script) {
        return new Continuation(scope, continuation(script::run));
    }

    private static Script.Step suspend(ContinuationScope scope) {
        return (in, s) -> Continuation.suspend(scope, in, s);
    }

    @Test
    void valuesGoBothWaysUntilItIsDone() {
        Continuation c =
                of(OUTER, Script.of(suspend(OUTER), suspend(OUTER), (in, s) -> "end " + in));
        assertEquals("a", c.run("a"));
        assertFalse(c.isDone());
        assertEquals("b", c.run("b"));
        assertEquals("end c", c.run("c"));
        assertTrue(c.isDone());
        assertThrows(IllegalStateException.class, () -> c.run("d"));
    }

    @Test
    void suspendingToAnOuterScopeTakesTheInnerOneAlong() {
        Continuation inner =
                of(INNER, Script.of(suspend(OUTER), suspend(INNER), (in, s) -> "inner end " + in));
        Continuation outer =
                of(
                        OUTER,
                        Script.of(
                                (in, s) -> inner.run("up", s),
                                (in, s) -> Continuation.suspend(OUTER, "inner gave " + in, s),
                                (in, s) -> inner.run(in, s)));
        assertEquals("up", outer.run(null));
        assertTrue(inner.isRunning(), "it waits for the outer one");
        assertEquals("inner gave down", outer.run("down"));
        assertFalse(inner.isRunning());
        assertEquals("inner end last", outer.run("last"));
    }

    @Test
    void innermostOfTheSameScopeIsMeant() {
        Continuation inner = of(OUTER, Script.of(suspend(OUTER)));
        Continuation outer =
                of(OUTER, Script.of((in, s) -> inner.run("i", s), (in, s) -> "outer saw " + in));
        assertEquals("outer saw i", outer.run(null));
        assertTrue(outer.isDone());
        assertFalse(inner.isDone());
    }

    @Test
    void failuresGoIn() {
        Continuation c =
                of(
                        OUTER,
                        Script.of(suspend(OUTER))
                                .catching((t, s) -> "caught " + ((Throwable) t).getMessage()));
        c.run(null);
        assertEquals("caught x", c.fail(new RuntimeException("x")));
        Continuation fresh = of(OUTER, Script.of());
        assertThrows(ArithmeticException.class, () -> fresh.fail(new ArithmeticException()));
        assertTrue(fresh.isDone());
    }

    @Test
    void errorsAreClear() {
        Continuation wrong = of(OUTER, Script.of(suspend(INNER)));
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> wrong.run(null));
        assertTrue(e.getMessage().contains("inner"), e.getMessage());
        assertThrows(PinnedException.class, () -> Continuation.suspend(OUTER, null));
        Continuation pinned = UnwovenBodies.continuation(OUTER);
        assertThrows(PinnedException.class, () -> pinned.run(null));
        List<Continuation> self = new ArrayList<>();
        self.add(of(OUTER, Script.of((in, s) -> self.get(0).run(null, s))));
        assertThrows(IllegalStateException.class, () -> self.get(0).run(null));
    }

    @Test
    void waitsForTheFiberThatRunsIt() {
        Continuation c = of(OUTER, Script.of((in, s) -> FakeFiber.await(s), suspend(OUTER)));
        List<Object> got = new ArrayList<>();
        FakeFiber fiber =
                new FakeFiber(Script.of((in, s) -> c.run(null, s), (in, s) -> got.add(in)));
        assertFalse(fiber.resume(null));
        assertTrue(c.isRunning());
        assertTrue(fiber.resume("event"));
        assertEquals(List.of("event"), got);
    }
}
