package dev.weft.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.continuation.CoroutineExit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The clauses of PEP 342 ("Coroutines via Enhanced Generators", its specification summary) and PEP
 * 380 ("Syntax for Delegating to a Subgenerator", its formal semantics), in their order; written as
 * a user writes it, woven.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PepTest {
    private final List<Object> log = new ArrayList<>();

    // PEP 342

    @Test
    void yieldIsAnExpressionWhoseValueIsWhatIsSent() {
        Coroutine<String, String> c = Coroutine.of((x, first) -> first + x.yield("one") + "!");
        assertEquals("one", c.resume("a"));
        assertEquals("ab!", c.resume("b"));
    }

    @Test
    void yieldMayStandInTheMiddleOfAnExpression() {
        Coroutine<Integer, Integer> c =
                Coroutine.of((x, first) -> first * x.yield(1) + Math.max(x.yield(2), x.yield(3)));
        assertEquals(List.of(1, 2, 3), List.of(c.resume(10), c.resume(7), c.resume(5)));
        assertEquals(76, c.resume(6));
    }

    @Test
    void resumingWithoutAValueGivesNull() {
        Coroutine<Object, Object> c = Coroutine.of((x, first) -> log.add(x.yield("a")));
        c.resume(null);
        c.resume(null);
        assertNull(log.get(0));
    }

    @Test
    void valueSentAtTheStartIsNotLost() {
        Coroutine<Object, Object> c = Coroutine.of((x, first) -> first);
        assertEquals("sent to a new one", c.resume("sent to a new one"));
    }

    @Test
    void throwRaisesAtTheYieldAndReturnsTheNextYield() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                x.yield("before");
                            } catch (ArithmeticException e) {
                                log.add(e);
                            }
                            return x.yield("after");
                        });
        assertEquals("before", c.resume(null));
        ArithmeticException thrown = new ArithmeticException();
        assertEquals("after", c.throwIn(thrown));
        assertSame(thrown, log.get(0));
    }

    @Test
    void throwThatIsNotCaughtComesOutOfThrow() {
        Coroutine<Object, Object> c = Coroutine.of((x, first) -> x.yield(1));
        c.resume(null);
        Exception thrown = new Exception("checked too");
        assertSame(thrown, assertThrows(Exception.class, () -> c.throwIn(thrown)));
        assertTrue(c.isDone());
    }

    @Test
    void throwThatTheBodyAnswersWithAReturnGivesTheResult() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                return x.yield(1);
                            } catch (IllegalArgumentException e) {
                                return "returned";
                            }
                        });
        c.resume(null);
        assertEquals("returned", c.throwIn(new IllegalArgumentException()));
        assertTrue(c.isDone());
    }

    @Test
    void throwIntoANewOneRaisesAtItsStart() {
        Coroutine<Object, Object> c = Coroutine.of((x, first) -> log.add("entered"));
        assertThrows(ArithmeticException.class, () -> c.throwIn(new ArithmeticException()));
        assertTrue(c.isDone());
        assertEquals(List.of(), log);
    }

    @Test
    void throwIntoAFinishedOneIsAnError() {
        Coroutine<Object, Object> c = Coroutine.of((x, first) -> 1);
        c.resume(null);
        assertThrows(IllegalStateException.class, () -> c.throwIn(new ArithmeticException()));
    }

    @Test
    void closeRaisesExitAtTheYieldAndRunsFinally() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                return x.yield(1);
                            } catch (CoroutineExit e) {
                                log.add("exit");
                                throw e;
                            } finally {
                                log.add("finally");
                            }
                        });
        c.resume(null);
        c.close();
        assertEquals(List.of("exit", "finally"), log);
        assertTrue(c.isDone());
        assertNull(c.result());
    }

    @Test
    void closeIsSatisfiedByAReturn() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                return x.yield(1);
                            } catch (CoroutineExit e) {
                                return "swallowed";
                            }
                        });
        c.resume(null);
        c.close();
        assertTrue(c.isDone());
    }

    @Test
    void closeAnsweredByAYieldIsAnError() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                return x.yield(1);
                            } catch (CoroutineExit e) {
                                return x.yield("no");
                            }
                        });
        c.resume(null);
        IllegalStateException e = assertThrows(IllegalStateException.class, c::close);
        assertTrue(e.getMessage().contains("yielded while it was being closed"), e.getMessage());
        assertTrue(c.isDone());
    }

    @Test
    void closePassesOtherExceptionsOn() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                return x.yield(1);
                            } finally {
                                log.add(1 / log.size());
                            }
                        });
        c.resume(null);
        assertThrows(ArithmeticException.class, c::close);
    }

    @Test
    void closeOfANewOrFinishedOneDoesNothing() {
        Coroutine<Object, Object> fresh = Coroutine.of((x, first) -> log.add("entered"));
        fresh.close();
        fresh.close();
        assertEquals(List.of(), log);
        assertTrue(fresh.isDone());
    }

    @Test
    void yieldIsAllowedInsideTryWithFinally() {
        Generator<Object> g = Generator.of(this::tryFinally);
        List<Object> values = new ArrayList<>();
        g.forEachRemaining(values::add);
        assertEquals(List.of("try", "finally", "behind"), values);
        assertEquals(List.of("left"), log);
    }

    @Suspendable
    private void tryFinally(Yielder<Object> y) {
        try {
            y.yield("try");
        } finally {
            y.yield("finally");
            log.add("left");
        }
        y.yield("behind");
    }

    @Test
    void runningOneCanNotBeResumed() {
        List<Coroutine<Object, Object>> self = new ArrayList<>();
        self.add(Coroutine.of((x, first) -> self.get(0).resume("again")));
        assertThrows(IllegalStateException.class, () -> self.get(0).resume(null));
    }

    @Test
    void abandonedOneDoesNotRunItsFinally() {
        Coroutine<Object, Object> c =
                Coroutine.of(
                        (x, first) -> {
                            try {
                                return x.yield(1);
                            } finally {
                                log.add("finally");
                            }
                        });
        c.resume(null);
        assertEquals(CoroutineState.SUSPENDED, c.state());
        assertEquals(List.of(), log, "the difference to CPython: nothing runs without close");
    }

    // PEP 380

    @Suspendable
    private Object inner(CoroutineContext<Object, Object> x) {
        Object got = "started";
        try {
            for (int i = 0; i < 3; i++) {
                log.add("inner got " + got);
                try {
                    got = x.yield(i);
                } catch (ArithmeticException e) {
                    got = "caught";
                }
            }
        } finally {
            log.add("inner left");
        }
        return "result";
    }

    private Coroutine<Object, Object> outer() {
        return Coroutine.of(
                (x, first) -> {
                    try {
                        return "outer " + x.delegate(Coroutine.of((z, f) -> inner(z)));
                    } catch (IllegalArgumentException e) {
                        log.add("outer caught");
                        return "handled";
                    } finally {
                        log.add("outer left");
                    }
                });
    }

    @Test
    void valuesOfTheInnerGoToTheCallerAndSentOnesToTheInner() {
        Coroutine<Object, Object> c = outer();
        assertEquals(0, c.resume("lost: yield from starts the inner one with None"));
        assertEquals(1, c.resume("x"));
        assertEquals(2, c.resume(null));
        assertEquals("outer result", c.resume("z"));
        assertEquals(
                List.of(
                        "inner got started",
                        "inner got x",
                        "inner got null",
                        "inner left",
                        "outer left"),
                log);
    }

    @Test
    void exceptionsOtherThanExitGoToTheInner() {
        Coroutine<Object, Object> c = outer();
        c.resume(null);
        assertEquals(1, c.throwIn(new ArithmeticException()));
        assertEquals(List.of("inner got started", "inner got caught"), log);
    }

    @Test
    void whatTheInnerDoesNotCatchIsRaisedInTheOuter() {
        Coroutine<Object, Object> c = outer();
        c.resume(null);
        assertEquals("handled", c.throwIn(new IllegalArgumentException()));
        assertEquals(List.of("inner got started", "inner left", "outer caught", "outer left"), log);
    }

    @Test
    void closeClosesTheInnerFirst() {
        Coroutine<Object, Object> c = outer();
        c.resume(null);
        c.close();
        assertEquals(List.of("inner got started", "inner left", "outer left"), log);
    }

    @Test
    void exitThrownInGoesToTheInnerThenTheOuter() {
        Coroutine<Object, Object> c = outer();
        c.resume(null);
        assertThrows(CoroutineExit.class, () -> c.throwIn(new CoroutineExit()));
        assertEquals(List.of("inner got started", "inner left", "outer left"), log);
    }

    @Test
    void innerThatYieldsWhileItIsClosedIsAnErrorOfClose() {
        Coroutine<Object, Object> stubborn =
                Coroutine.of(
                        (x, first) -> {
                            for (; ; ) {
                                try {
                                    x.yield("still here");
                                } catch (CoroutineExit e) {
                                    log.add("ignored");
                                }
                            }
                        });
        Coroutine<Object, Object> c = Coroutine.of((x, first) -> x.delegate(stubborn));
        c.resume(null);
        assertThrows(IllegalStateException.class, c::close);
        assertTrue(stubborn.isDone() && c.isDone());
        assertEquals(List.of("ignored"), log);
    }

    @Test
    void valueOfTheDelegationIsTheInnersResult() {
        ResultGenerator<Object, String> inner =
                Generator.returning(
                        y -> {
                            y.yield(1);
                            return "sum";
                        });
        Generator<Object> g = Generator.of(y -> y.yield(y.yieldAll(inner)));
        assertEquals(List.of(1, "sum"), List.of(g.next(), g.next()));
        assertFalse(g.hasNext());
    }

    @Test
    void anyIterableCanBeDelegatedTo() {
        Generator<Object> g = Generator.of(y -> y.yieldAll(List.of("a", "b")));
        assertEquals(List.of("a", "b"), List.of(g.next(), g.next()));
    }

    @Test
    void iteratorWithoutThrowGetsTheExceptionRaisedInTheOuter() {
        Generator<Object> g =
                Generator.of(
                        y -> {
                            try {
                                y.yieldAll(List.of("a", "b"));
                            } finally {
                                log.add("outer left");
                            }
                        });
        g.next();
        g.close();
        assertEquals(List.of("outer left"), log);
    }

    @Test
    void refactoringKeepsTheSemantics() {
        Iterator<Object> inline =
                Generator.of(
                        y -> {
                            for (int i = 0; i < 3; i++) {
                                y.yield(i);
                                for (int j = 0; j < i; j++) {
                                    y.yield(i + "," + j);
                                }
                            }
                        });
        Iterator<Object> split =
                Generator.of(
                        y -> {
                            for (int i = 0; i < 3; i++) {
                                y.yield(i);
                                int row = i;
                                y.yieldAll(Generator.of(z -> row(row, z)));
                            }
                        });
        List<Object> a = new ArrayList<>();
        List<Object> b = new ArrayList<>();
        inline.forEachRemaining(a::add);
        split.forEachRemaining(b::add);
        assertEquals(List.of(0, 1, "1,0", 2, "2,0", "2,1"), a);
        assertEquals(a, b);
    }

    @Suspendable
    private static void row(int i, Yielder<Object> y) {
        for (int j = 0; j < i; j++) {
            y.yield(i + "," + j);
        }
    }
}
