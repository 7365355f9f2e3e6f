package dev.weft.generator;

import static dev.weft.handwoven.Woven.coroutine;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scenarios of PEP 342 and PEP 380. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CoroutineTest {
    /** Yields what it is sent, with a mark. */
    private static Script echo(CoroutineContext<String, String> c, String mark) {
        return Script.forever((received, s) -> c.yield(mark + received, s));
    }

    @Test
    void valuesGoBothWays() {
        Coroutine<Integer, Integer> sum =
                Coroutine.of(
                        coroutine(
                                c -> {
                                    int[] total = {0};
                                    return Script.of(
                                            (in, s) -> c.yield(total[0] += (Integer) in, s),
                                            (in, s) -> c.yield(total[0] += (Integer) in, s),
                                            (in, s) -> -total[0]);
                                }));
        assertEquals(CoroutineState.NEW, sum.state());
        assertEquals(1, sum.resume(1));
        assertEquals(CoroutineState.SUSPENDED, sum.state());
        assertEquals(3, sum.resume(2));
        assertThrows(IllegalStateException.class, sum::result);
        assertEquals(-3, sum.resume(9));
        assertTrue(sum.isDone());
        assertEquals(-3, sum.result());
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> sum.resume(1));
        assertEquals("the coroutine has finished", e.getMessage());
    }

    @Test
    void primedOneWaitsAtItsFirstYield() {
        List<Object> got = new ArrayList<>();
        Coroutine<String, String> c =
                Coroutine.primed(
                        coroutine(
                                x ->
                                        Script.of(
                                                (in, s) -> x.yield(null, s),
                                                (in, s) -> got.add(in) ? "end" : "")));
        assertEquals(CoroutineState.SUSPENDED, c.state());
        assertEquals("end", c.resume("sent"));
        assertEquals(List.of("sent"), got);
    }

    @Test
    void thrownExceptionMayBeCaughtAndAnswered() {
        Coroutine<String, String> c =
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.of((in, s) -> x.yield("a", s))
                                                .catching(
                                                        (t, s) ->
                                                                x.yield(
                                                                        ((Throwable) t)
                                                                                .getMessage(),
                                                                        s))));
        c.resume(null);
        assertEquals("m", c.throwIn(new IllegalStateException("m")));
        assertFalse(c.isDone());
        assertEquals("fin", c.resume("fin"), "the handler's yield is its result");
        assertTrue(c.isDone());
    }

    @Test
    void exceptionThatIsNotCaughtComesBack() {
        Coroutine<String, String> c = Coroutine.of(coroutine(x -> echo(x, "")));
        c.resume("a");
        Exception thrown = new java.io.IOException("checked");
        assertSame(thrown, assertThrows(java.io.IOException.class, () -> c.throwIn(thrown)));
        assertTrue(c.isDone());
        assertNull(c.result());
    }

    @Test
    void throwIntoANewOneEndsItUnentered() {
        List<Object> log = new ArrayList<>();
        Coroutine<String, String> c =
                Coroutine.of(coroutine(x -> Script.of((in, s) -> log.add("entered"))));
        assertThrows(ArithmeticException.class, () -> c.throwIn(new ArithmeticException()));
        assertTrue(c.isDone());
        assertEquals(List.of(), log);
    }

    @Test
    void refusalsLeaveItUsable() {
        AtomicReference<Coroutine<String, String>> self = new AtomicReference<>();
        self.set(
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.of(
                                                (in, s) -> {
                                                    assertEquals(
                                                            CoroutineState.RUNNING,
                                                            self.get().state());
                                                    assertThrows(
                                                            IllegalStateException.class,
                                                            () -> self.get().resume("r"));
                                                    assertThrows(
                                                            IllegalStateException.class,
                                                            () -> self.get().close());
                                                    return x.yield("ok", s);
                                                },
                                                (in, s) -> in))));
        assertEquals("ok", self.get().resume(null));
        assertEquals("last", self.get().resume("last"));
    }

    @Test
    void delegationForwardsSendAndThrowAndReturnsTheResult() {
        Coroutine<String, String> inner =
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.of(
                                                        (in, s) -> x.yield("i1:" + in, s),
                                                        (in, s) -> x.yield("i2:" + in, s),
                                                        (in, s) -> "never")
                                                .catching(
                                                        (t, s) ->
                                                                "caught "
                                                                        + ((Throwable) t)
                                                                                .getMessage())));
        Coroutine<String, String> outer =
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.of(
                                                (in, s) -> x.delegateWith(inner, in + "!", s),
                                                (in, s) -> x.yield("o:" + in, s),
                                                (in, s) -> in)));
        assertEquals("i1:a!", outer.resume("a"));
        assertEquals("i2:b", outer.resume("b"));
        assertThrows(IllegalStateException.class, () -> inner.resume("x"));
        assertEquals("o:caught boom", outer.throwIn(new RuntimeException("boom")));
        assertEquals("caught boom", inner.result());
        assertEquals("z", outer.resume("z"));
    }

    @Test
    void delegationToOneThatIsDoneReturnsAtOnce() {
        Coroutine<String, String> inner =
                Coroutine.of(coroutine(x -> Script.of((in, s) -> "done")));
        inner.resume(null);
        Coroutine<String, String> outer =
                Coroutine.of(coroutine(x -> Script.of((in, s) -> x.delegate(inner, s))));
        assertEquals("done", outer.resume(null));
    }

    @Test
    void closeReachesTheInnerFirst() {
        List<String> log = new ArrayList<>();
        Coroutine<String, String> inner =
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.of((in, s) -> x.yield("1", s))
                                                .catching((t, s) -> note(log, "inner", t))));
        Coroutine<String, String> outer =
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.of((in, s) -> x.delegate(inner, s))
                                                .catching((t, s) -> note(log, "outer", t))));
        outer.resume(null);
        outer.close();
        assertEquals(List.of("inner CoroutineExit", "outer CoroutineExit"), log);
        assertTrue(inner.isDone() && outer.isDone());
        outer.close();
    }

    private static Object note(List<String> log, String who, Object thrown) throws Throwable {
        log.add(who + " " + thrown.getClass().getSimpleName());
        throw (Throwable) thrown;
    }

    @Test
    void exitThrownInByHandComesBack() {
        Coroutine<String, String> c = Coroutine.of(coroutine(x -> echo(x, "")));
        c.resume("a");
        assertThrows(CoroutineExit.class, () -> c.throwIn(new CoroutineExit()));
        assertTrue(c.isDone());
    }

    @Test
    void pinnedYieldIsAnError() {
        assertThrows(PinnedException.class, () -> UnwovenBodies.coroutine().resume(null));
    }

    @Test
    void differentFibersInTurn() {
        Coroutine<String, String> c =
                Coroutine.of(
                        coroutine(
                                x ->
                                        Script.forever(
                                                (in, s) -> FakeFiber.await(s),
                                                (in, s) -> x.yield("got " + in, s))));
        for (int i = 0; i < 3; i++) {
            List<Object> got = new ArrayList<>();
            FakeFiber fiber =
                    new FakeFiber(Script.of((p, s) -> c.resume("r", s), (p, s) -> got.add(p)));
            assertFalse(fiber.resume(null));
            assertTrue(fiber.resume("event" + i));
            assertEquals(List.of("got event" + i), got);
        }
    }

    @Test
    void differentThreadsInTurn() throws Exception {
        Coroutine<String, String> c = Coroutine.of(coroutine(x -> echo(x, "<")));
        List<String> got = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String value = "v" + i;
            Thread t = new Thread(() -> got.add(c.resume(value)));
            t.start();
            t.join();
        }
        assertEquals(List.of("<v0", "<v1", "<v2"), got);
    }
}
