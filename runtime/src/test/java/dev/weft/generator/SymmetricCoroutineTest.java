package dev.weft.generator;

import static dev.weft.handwoven.Woven.symmetric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.continuation.CoroutineExit;
import dev.weft.continuation.PinnedException;
import dev.weft.handwoven.FakeFiber;
import dev.weft.handwoven.Script;
import dev.weft.handwoven.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scenarios of greenlet's test_greenlet, test_throw and test_tracing. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SymmetricCoroutineTest {
    private final List<Object> log = new ArrayList<>();
    private final SymmetricCoroutine<Object> main = SymmetricCoroutine.current();

    @AfterEach
    void nobodyTraces() {
        SymmetricCoroutine.trace(null);
        assertSame(main, SymmetricCoroutine.current());
    }

    private SymmetricCoroutine<Object> make(Script.Step... steps) {
        return SymmetricCoroutine.of(symmetric(Script.of(steps)));
    }

    @Test
    void mainSwitchesThereAndBack() {
        SymmetricCoroutine<Object> g =
                make(
                        (in, s) -> log.add(in),
                        (in, s) -> main.switchTo("to main", s),
                        (in, s) -> "result " + in);
        assertFalse(g.isActive());
        assertEquals("to main", g.switchTo("first"));
        assertTrue(g.isActive());
        assertEquals("result second", g.switchTo("second"));
        assertTrue(g.isDead());
        assertFalse(g.isActive());
        assertEquals(List.of("first"), log);
        assertEquals(
                "echo", g.switchTo("echo"), "a dead one's parent gets it: main, which is current");
    }

    @Test
    void twoPlayPingPong() {
        AtomicReference<SymmetricCoroutine<Object>> pong = new AtomicReference<>();
        SymmetricCoroutine<Object> ping =
                make(
                        (in, s) -> log.add("ping " + in),
                        (in, s) -> pong.get().switchTo(1, s),
                        (in, s) -> log.add("ping " + in),
                        (in, s) -> pong.get().switchTo(3, s));
        pong.set(
                make(
                        (in, s) -> log.add("pong " + in),
                        (in, s) -> ping.switchTo(2, s),
                        (in, s) -> log.add("pong " + in),
                        (in, s) -> "over"));
        assertEquals("over", ping.switchTo(0));
        assertEquals(List.of("ping 0", "pong 1", "ping 2", "pong 3"), log);
        assertTrue(pong.get().isDead());
        assertTrue(ping.isActive(), "nobody switched back to it");
    }

    @Test
    void resultGoesToTheParent() {
        AtomicReference<SymmetricCoroutine<Object>> child = new AtomicReference<>();
        SymmetricCoroutine<Object> parent =
                make((in, s) -> child.get().switchTo("down", s), (in, s) -> "parent got " + in);
        child.set(SymmetricCoroutine.childOf(parent, symmetric(Script.of((in, s) -> in + " up"))));
        assertSame(parent, child.get().parent());
        assertEquals("parent got down up", parent.switchTo(null));
    }

    @Test
    void resultMayStartAParentThatIsNew() {
        SymmetricCoroutine<Object> parent = make((in, s) -> "parent of " + in);
        SymmetricCoroutine<Object> child =
                SymmetricCoroutine.childOf(parent, symmetric(Script.of((in, s) -> "child")));
        assertEquals("parent of child", child.switchTo(null));
        assertTrue(parent.isDead());
    }

    @Test
    void deadParentIsSkipped() {
        SymmetricCoroutine<Object> parent = make((in, s) -> "dead soon");
        SymmetricCoroutine<Object> child =
                SymmetricCoroutine.childOf(parent, symmetric(Script.of((in, s) -> "child")));
        parent.switchTo(null);
        assertEquals("child", child.switchTo(null));
    }

    @Test
    void exceptionGoesToTheParentThenMain() {
        SymmetricCoroutine<Object> g =
                make(
                        (in, s) -> {
                            throw new ArithmeticException("died");
                        });
        assertEquals(
                "died",
                assertThrows(ArithmeticException.class, () -> g.switchTo(null)).getMessage());
        assertTrue(g.isDead());
    }

    @Test
    void throwInIsRaisedWhereItSwitchedAway() {
        SymmetricCoroutine<Object> g =
                SymmetricCoroutine.of(
                        symmetric(
                                Script.of((in, s) -> main.switchTo("waiting", s))
                                        .catching(
                                                (t, s) ->
                                                        "caught " + ((Throwable) t).getMessage())));
        assertEquals("waiting", g.switchTo(null));
        assertEquals("caught x", g.throwIn(new IllegalStateException("x")));
    }

    @Test
    void throwIntoANewOneKillsItAndReachesTheParent() {
        SymmetricCoroutine<Object> g = make((in, s) -> log.add("entered"));
        assertThrows(ArithmeticException.class, () -> g.throwIn(new ArithmeticException()));
        assertTrue(g.isDead());
        assertEquals(List.of(), log);
        assertThrows(
                ArithmeticException.class,
                () -> g.throwIn(new ArithmeticException()),
                "dead: raised in the parent");
    }

    @Test
    void exitIsPassedAsAValue() {
        SymmetricCoroutine<Object> g = make((in, s) -> main.switchTo("waiting", s));
        g.switchTo(null);
        CoroutineExit exit = new CoroutineExit();
        assertSame(exit, g.throwIn(exit));
        assertTrue(g.isDead());
    }

    @Test
    void parentCyclesAreRefused() {
        SymmetricCoroutine<Object> a = make((in, s) -> null);
        SymmetricCoroutine<Object> b = SymmetricCoroutine.childOf(a, symmetric(Script.of()));
        assertThrows(IllegalArgumentException.class, () -> a.setParent(b));
        assertThrows(IllegalArgumentException.class, () -> a.setParent(a));
        assertThrows(IllegalStateException.class, () -> main.setParent(a));
        b.setParent(main);
        a.setParent(b);
        assertSame(b, a.parent());
    }

    @Test
    void currentIsTheOneThatRuns() {
        AtomicReference<Object> seen = new AtomicReference<>();
        SymmetricCoroutine<Object> g =
                make(
                        (in, s) -> {
                            seen.set(SymmetricCoroutine.current(s));
                            assertSame(
                                    SymmetricCoroutine.current(),
                                    seen.get(),
                                    "plain code sees it too");
                            assertSame(
                                    seen.get(),
                                    SymmetricCoroutine.of(symmetric(Script.of()), s).parent());
                            return null;
                        });
        g.switchTo(null);
        assertSame(g, seen.get());
        assertNull(main.parent());
    }

    @Test
    void tracing() {
        SymmetricCoroutine<Object> g = make((in, s) -> main.switchTo(1, s), (in, s) -> 2);
        assertNull(
                SymmetricCoroutine.trace(
                        (event, from, to) ->
                                log.add(
                                        event
                                                + (from == main ? " main" : " g")
                                                + (to == g ? ">g" : ">main"))));
        g.switchTo(null);
        g.switchTo(null);
        SymmetricCoroutine<Object> h = make();
        assertThrows(ArithmeticException.class, () -> h.throwIn(new ArithmeticException()));
        assertEquals(
                List.of(
                        "SWITCH main>g",
                        "SWITCH g>main",
                        "SWITCH main>g",
                        "SWITCH g>main",
                        "THROW main>main",
                        "THROW g>main"),
                log);
    }

    @Test
    void anotherThreadMayNotSwitchToIt() throws Exception {
        SymmetricCoroutine<Object> g = make((in, s) -> main.switchTo("here", s));
        g.switchTo(null);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread t =
                new Thread(
                        () -> {
                            assertNotSame(main, SymmetricCoroutine.current());
                            try {
                                g.switchTo(null);
                            } catch (Throwable e) {
                                seen.set(e);
                            }
                        });
        t.start();
        t.join();
        assertEquals(IllegalStateException.class, seen.get().getClass());
        assertTrue(seen.get().getMessage().contains("another thread"), seen.get().getMessage());
    }

    @Test
    void pinnedSwitchInsideOneIsAnError() {
        SymmetricCoroutine<Object> other = make();
        SymmetricCoroutine<Object> g = make((in, s) -> other.switchTo(null));
        assertThrows(PinnedException.class, () -> g.switchTo(null));
    }

    @Test
    void selfSwitchReturnsTheValue() {
        AtomicReference<SymmetricCoroutine<Object>> self = new AtomicReference<>();
        self.set(make((in, s) -> self.get().switchTo("self", s)));
        assertEquals("self", self.get().switchTo(null));
    }

    @Test
    void oneMayWaitForItsFiber() {
        SymmetricCoroutine<Object> g = make((in, s) -> FakeFiber.await(s), (in, s) -> "got " + in);
        FakeFiber fiber =
                new FakeFiber(Script.of((p, s) -> g.switchTo(null, s), (p, s) -> log.add(p)));
        assertFalse(fiber.resume(null));
        assertTrue(fiber.resume("event"));
        assertEquals(List.of("got event"), log);
    }

    @Test
    void switchFromWithinAGeneratorSuspendsItToo() {
        SymmetricCoroutine<Object> g =
                make(
                        (in, s) -> {
                            Generator<Object> gen =
                                    Woven.generator(
                                            y ->
                                                    Script.of(
                                                            (p, t) ->
                                                                    main.switchTo(
                                                                            "from the generator",
                                                                            t),
                                                            (p, t) -> {
                                                                y.yield("yielded " + p, t);
                                                                return null;
                                                            }));
                            return gen.next(s);
                        });
        assertEquals("from the generator", g.switchTo(null));
        assertEquals("yielded back", g.switchTo("back"));
    }
}
