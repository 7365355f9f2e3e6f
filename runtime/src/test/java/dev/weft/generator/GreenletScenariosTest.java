package dev.weft.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.continuation.CoroutineExit;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.FiberLocal;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios of greenlet's test_greenlet, test_throw, test_tracing, test_contextvars, test_leaks and
 * test_gc, as a user writes them, woven. The table in docs/testing.md says which is which.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GreenletScenariosTest {
    private final List<Object> log = new ArrayList<>();
    private final SymmetricCoroutine<Object> main = SymmetricCoroutine.current();

    @AfterEach
    void backInMain() {
        SymmetricCoroutine.trace(null);
        assertSame(main, SymmetricCoroutine.current());
    }

    // test_greenlet

    @Test
    void simple() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            log.add(1);
                            main.switchTo(null);
                            log.add(3);
                            return null;
                        });
        log.add(0);
        g.switchTo(null);
        log.add(2);
        g.switchTo(null);
        log.add(4);
        assertEquals(List.of(0, 1, 2, 3, 4), log);
    }

    @Suspendable
    private Object recursive(int depth) {
        log.add(depth);
        if (depth == 2) {
            main.switchTo("deep");
        } else {
            recursive(depth + 1);
        }
        log.add(-depth);
        return "end";
    }

    @Test
    void recursiveSwitch() {
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(x -> recursive(0));
        assertEquals("deep", g.switchTo(null));
        assertEquals(List.of(0, 1, 2), log);
        assertEquals("end", g.switchTo(null));
        assertEquals(List.of(0, 1, 2, -2, -1, 0), log);
    }

    @Test
    void twoChildren() {
        SymmetricCoroutine.Body<Object> f =
                x -> {
                    log.add(1);
                    main.switchTo(1);
                    return log.add(1);
                };
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(f);
        SymmetricCoroutine<Object> h = SymmetricCoroutine.of(f);
        g.switchTo(null);
        assertEquals(1, log.size());
        h.switchTo(null);
        assertEquals(2, log.size());
        h.switchTo(null);
        assertEquals(3, log.size());
        assertFalse(g.isDead());
        assertTrue(h.isDead());
        g.switchTo(null);
        assertEquals(4, log.size());
        assertTrue(g.isDead());
    }

    @Test
    void twoChildrenSwitchToEachOther() {
        List<SymmetricCoroutine<Object>> pair = new ArrayList<>();
        pair.add(
                SymmetricCoroutine.of(
                        x -> {
                            log.add("f" + x);
                            Object back = pair.get(1).switchTo("a");
                            log.add("f" + back);
                            return pair.get(1).switchTo("b");
                        }));
        pair.add(
                SymmetricCoroutine.of(
                        x -> {
                            log.add("g" + x);
                            log.add("g" + pair.get(0).switchTo("c"));
                            return "main";
                        }));
        assertEquals("main", pair.get(0).switchTo("x"));
        assertEquals(List.of("fx", "ga", "fc", "gb"), log);
    }

    @Test
    void childrenAreSwitchedToInTheOrderOfTheParent() {
        SymmetricCoroutine<Object> parent =
                SymmetricCoroutine.of(
                        x -> {
                            for (int i = 0; i < 3; i++) {
                                int n = i;
                                SymmetricCoroutine<Object> child =
                                        SymmetricCoroutine.of(y -> "child " + n + " " + y);
                                assertSame(SymmetricCoroutine.current(), child.parent());
                                log.add(child.switchTo("of " + i));
                            }
                            return "done";
                        });
        assertEquals("done", parent.switchTo(null));
        assertEquals(List.of("child 0 of 0", "child 1 of 1", "child 2 of 2"), log);
    }

    @Test
    void exceptionInOneLeavesTheOthers() {
        SymmetricCoroutine.Body<Object> fails =
                x -> {
                    main.switchTo(null);
                    throw new ArithmeticException(x.toString());
                };
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(fails);
        SymmetricCoroutine<Object> h = SymmetricCoroutine.of(fails);
        g.switchTo("g");
        h.switchTo("h");
        Throwable e = assertThrows(ArithmeticException.class, () -> g.switchTo(null));
        assertEquals("g", e.getMessage());
        Throwable f = assertThrows(ArithmeticException.class, () -> h.switchTo(null));
        assertEquals("h", f.getMessage());
    }

    @Test
    void switchToADeadOneComesBackAtOnce() {
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(x -> null);
        g.switchTo(null);
        assertEquals("back", g.switchTo("back"));
        assertThrows(ArithmeticException.class, () -> g.throwIn(new ArithmeticException()));
    }

    @Test
    void parentsCanNotFormACycle() {
        SymmetricCoroutine<Object> a = SymmetricCoroutine.of(x -> null);
        SymmetricCoroutine<Object> b = SymmetricCoroutine.childOf(a, x -> null);
        assertThrows(IllegalArgumentException.class, () -> a.setParent(b));
        assertThrows(IllegalArgumentException.class, () -> a.setParent(a));
        assertThrows(IllegalStateException.class, () -> main.setParent(a));
    }

    @Test
    void parentMayBeChangedWhileItWaits() {
        SymmetricCoroutine<Object> other = SymmetricCoroutine.of(x -> "other got " + x);
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(x -> main.switchTo(x));
        g.switchTo(null);
        g.setParent(other);
        assertEquals("other got end", g.switchTo("end"));
        assertTrue(other.isDead());
    }

    @Test
    void oneFiberCanNotSwitchToAnothersCoroutine() {
        List<SymmetricCoroutine<Object>> shared = new ArrayList<>();
        String message = Weft.run(Scheduler.singleThreaded(), () -> misuse(shared));
        assertTrue(message.contains("another thread or fiber"), message);
    }

    @Suspendable
    private static String misuse(List<SymmetricCoroutine<Object>> shared) {
        Fiber<Object> first = Weft.go(() -> begin(shared));
        first.join();
        return Weft.go(() -> refusedSwitch(shared.get(0))).join();
    }

    @Suspendable
    private static Object begin(List<SymmetricCoroutine<Object>> shared) {
        SymmetricCoroutine<Object> home = SymmetricCoroutine.current();
        shared.add(SymmetricCoroutine.of(x -> home.switchTo(x)));
        return shared.get(0).switchTo(null);
    }

    @Suspendable
    private static String refusedSwitch(SymmetricCoroutine<Object> foreign) {
        try {
            foreign.switchTo(null);
            return "no error";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    @Test
    void fibersHaveMainCoroutinesOfTheirOwn() {
        Object[] mains =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> new Object[] {currentOfNewFiber(), currentOfNewFiber()});
        assertFalse(mains[0] == mains[1] || mains[0] == main);
    }

    @Suspendable
    private static Object currentOfNewFiber() {
        return Weft.go(() -> (Object) SymmetricCoroutine.current()).join();
    }

    // test_throw

    @Test
    void thrownClassIsRaisedWhereItWaits() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            try {
                                main.switchTo("ok");
                            } catch (IllegalArgumentException e) {
                                return "caught " + e.getMessage();
                            }
                            return "not thrown";
                        });
        assertEquals("ok", g.switchTo(null));
        assertEquals("caught ciao", g.throwIn(new IllegalArgumentException("ciao")));
    }

    @Test
    void killIsAValueForTheParent() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            try {
                                return main.switchTo("ok");
                            } finally {
                                log.add("finally");
                            }
                        });
        g.switchTo(null);
        assertTrue(g.throwIn(new CoroutineExit()) instanceof CoroutineExit);
        assertTrue(g.isDead());
        assertEquals(List.of("finally"), log);
    }

    @Test
    void throwGoesThroughNewAncestorsToMain() {
        SymmetricCoroutine<Object> a = SymmetricCoroutine.of(x -> log.add("entered a"));
        SymmetricCoroutine<Object> b = SymmetricCoroutine.childOf(a, x -> log.add("entered b"));
        assertThrows(ArithmeticException.class, () -> b.throwIn(new ArithmeticException()));
        assertTrue(b.isDead() && a.isDead(), "unstarted ones die of it");
        assertEquals(List.of(), log);
    }

    @Test
    void killGoesThroughNewAncestorsAsAValue() {
        SymmetricCoroutine<Object> a = SymmetricCoroutine.of(x -> "a got " + x.getClass());
        SymmetricCoroutine<Object> b = SymmetricCoroutine.childOf(a, x -> log.add("entered b"));
        assertEquals("a got " + CoroutineExit.class, b.throwIn(new CoroutineExit()));
        assertEquals(List.of(), log);
    }

    // test_tracing

    private String name(SymmetricCoroutine<?> c, SymmetricCoroutine<?> g) {
        return c == main ? "main" : c == g ? "g" : "?";
    }

    @Test
    void tracerSeesEachSwitchAndThrowInOrder() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            main.switchTo(1);
                            try {
                                main.switchTo(2);
                            } catch (IllegalArgumentException e) {
                                log.add("caught");
                            }
                            throw new ArithmeticException();
                        });
        SymmetricCoroutine.trace(
                (event, from, to) -> log.add(event + " " + name(from, g) + ">" + name(to, g)));
        g.switchTo(null);
        g.switchTo(null);
        assertThrows(ArithmeticException.class, () -> g.throwIn(new IllegalArgumentException("x")));
        assertEquals(
                List.of(
                        "SWITCH main>g",
                        "SWITCH g>main",
                        "SWITCH main>g",
                        "SWITCH g>main",
                        "THROW main>g",
                        "caught",
                        "THROW g>main"),
                log);
    }

    @Test
    void tracerIsGivenBackAndCanBeRemoved() {
        SwitchTracer first = (event, from, to) -> log.add("first");
        assertNull(SymmetricCoroutine.trace(first));
        assertSame(first, SymmetricCoroutine.trace(null));
        SymmetricCoroutine.of(x -> x).switchTo(1);
        assertEquals(List.of(), log);
    }

    @Test
    void exceptionOfTheTracerIsThrownWhereControlGoesAndRemovesIt() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            try {
                                main.switchTo(1);
                            } catch (IllegalStateException e) {
                                log.add(e.getMessage() + " in g");
                            }
                            return "result";
                        });
        g.switchTo(null);
        SymmetricCoroutine.trace((event, from, to) -> fail("switch"));
        assertEquals("result", g.switchTo(2));
        assertEquals(List.of("switch in g"), log);
        assertNull(SymmetricCoroutine.trace(null));
    }

    @Test
    void exceptionOfTheTracerAtADeathGoesToTheParent() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            SymmetricCoroutine.trace((event, from, to) -> fail("death"));
                            throw new ArithmeticException();
                        });
        Throwable thrown = assertThrows(IllegalStateException.class, () -> g.switchTo(null));
        assertEquals("death", thrown.getMessage());
        assertTrue(thrown.getSuppressed()[0] instanceof ArithmeticException);
        assertTrue(g.isDead());
        assertSame(main, SymmetricCoroutine.current());
        assertEquals(3, SymmetricCoroutine.of(x -> x).switchTo(3)); // the hub still works
    }

    private static void fail(String message) {
        throw new IllegalStateException(message);
    }

    // benchmarks/chain.py: switches at the end of 200 and 400 frames

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 1_000})
    void switchesBelowManyFrames(int depth) {
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(x -> descend(depth, x));
        Object last = g.switchTo(0);
        for (int i = 1; i <= 100; i++) {
            assertEquals(i - 1, last);
            last = g.switchTo(i);
        }
        assertEquals(100 + depth, g.switchTo(null));
        assertTrue(g.isDead());
    }

    /** Sends back what it gets, deep down; then each frame adds one on the way up. */
    @Suspendable
    private Integer descend(int depth, Object first) {
        if (depth > 0) {
            return descend(depth - 1, first) + 1;
        }
        Integer last = null;
        for (Object got = first; got != null; got = main.switchTo(got)) {
            last = (Integer) got;
        }
        return last;
    }

    // test_contextvars: the context is the fiber's; coroutines on it share it, new fibers copy it

    private static final FiberLocal<String> LOCAL = FiberLocal.withInitial(() -> "initial");

    @Test
    void coroutinesShareTheContextOfTheirFiber() {
        List<String> seen = Weft.run(Scheduler.singleThreaded(), this::shareContext);
        assertEquals(List.of("outside", "inside", "initial"), seen);
    }

    @Suspendable
    private List<String> shareContext() {
        List<String> seen = new ArrayList<>();
        LOCAL.set("outside");
        SymmetricCoroutine<Object> c =
                SymmetricCoroutine.of(
                        x -> {
                            seen.add(LOCAL.get());
                            LOCAL.set("inside");
                            return null;
                        });
        c.switchTo(null);
        seen.add(LOCAL.get());
        seen.add(Weft.go(() -> LOCAL.get()).join());
        return seen;
    }

    // test_leaks, test_gc

    @Test
    void abandonedOnesAreGarbageCyclesIncluded() throws Exception {
        List<WeakReference<Object>> held = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            held.add(abandon());
        }
        for (int i = 0; i < 100 && held.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            Thread.yield();
        }
        assertTrue(held.stream().allMatch(r -> r.get() == null));
    }

    /** A suspended one that holds itself and an object. */
    private WeakReference<Object> abandon() {
        Object object = new Object();
        List<Object> cycle = new ArrayList<>();
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        x -> {
                            main.switchTo(null);
                            return List.of(cycle, object);
                        });
        cycle.add(g);
        g.switchTo(null);
        return new WeakReference<>(object);
    }

    @Test
    void deadOneHoldsNothingOfItsBody() {
        Object object = new Object();
        WeakReference<Object> ref = new WeakReference<>(object);
        SymmetricCoroutine<Object> g = SymmetricCoroutine.of(x -> main.switchTo(x) == x);
        g.switchTo(object);
        g.switchTo(null);
        object = null;
        for (int i = 0; i < 100 && ref.get() != null; i++) {
            System.gc();
            Thread.yield();
        }
        assertNull(ref.get());
        assertTrue(g.isDead());
    }
}
