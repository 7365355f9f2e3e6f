package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.AllAsleepException;
import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dumps and errors say of fibers, and that they keep none alive. */
@Timeout(60)
class DumpTest {
    @Suspendable
    private static void outer(Channel<String> channel) {
        inner(channel);
    }

    @Suspendable
    private static void inner(Channel<String> channel) {
        channel.receive();
    }

    @Test
    void aDumpShowsTheLogicalStack() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<String> channel = Channel.rendezvous();
                    Fiber<Void> fiber = Weft.go(() -> outer(channel)).named("waiting \"one\"");
                    Weft.yield();
                    FiberInfo info = infoOf(fiber);
                    assertEquals(Fiber.State.WAITING, info.state());
                    assertEquals(List.of("inner", "outer"), methods(info).subList(0, 2));
                    assertEquals("a value from " + channel, info.waitsFor());
                    assertNull(info.scope());
                    assertTrue(
                            Weft.dump()
                                    .contains(
                                            "\"waiting \"one\"\" #"
                                                    + fiber.id()
                                                    + " WAITING, waits for "),
                            Weft.dump());
                    assertTrue(
                            Weft.dumpJson()
                                    .contains(
                                            "\"name\": \"waiting \\\"one\\\"\", \"state\": \"WAITING\""),
                            Weft.dumpJson());
                    channel.send("go on");
                    fiber.join();
                    return null;
                });
    }

    private static FiberInfo infoOf(Fiber<?> fiber) {
        return Weft.fibers().stream().filter(i -> i.id() == fiber.id()).findAny().orElseThrow();
    }

    private static List<String> methods(FiberInfo info) {
        return info.stack().stream()
                .map(StackTraceElement::getMethodName)
                .collect(Collectors.toList());
    }

    @Test
    void aDumpFromAnotherThreadAsksTheOneThatRuns() throws InterruptedException {
        BlockingQueue<Fiber<?>> started = new LinkedBlockingQueue<>();
        Channel<String> channel = Channel.rendezvous();
        Thread thread =
                new Thread(
                        () ->
                                Weft.run(
                                        Scheduler.singleThreaded(),
                                        () -> {
                                            started.add(Fiber.current());
                                            outer(channel);
                                            return null;
                                        }));
        thread.setDaemon(true);
        thread.start();
        Fiber<?> main = started.take();
        while (main.state() != Fiber.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(List.of("inner", "outer"), methods(infoOf(main)).subList(0, 2));
        channel.send("go on");
        thread.join();
    }

    @Test
    void scopesAreNamed() {
        Weft.run(
                Scheduler.deterministic(3),
                () ->
                        Scope.run(
                                scope -> {
                                    scope.named("requests");
                                    Fiber<Void> child = scope.go(() -> Weft.park());
                                    Weft.sleep(1);
                                    assertEquals("Scope[requests]", infoOf(child).scope());
                                    child.unpark();
                                    return null;
                                }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allAsleepListsEveryFiber(boolean pinned) {
        AllAsleepException thrown =
                assertThrows(
                        AllAsleepException.class,
                        () ->
                                Weft.run(
                                        Scheduler.deterministic(1),
                                        () -> {
                                            Channel<String> channel = Channel.rendezvous();
                                            Weft.go(() -> outer(channel)).named("first");
                                            Weft.go(() -> Weft.park()).named("second");
                                            if (pinned) {
                                                runPinned(() -> Weft.park());
                                            }
                                            Weft.park();
                                            return null;
                                        }));
        String text = thrown.getMessage();
        assertTrue(text.startsWith("all fibers are asleep: 3 fibers\n"), text);
        assertTrue(
                text.contains("\"first\" #") && text.contains("DumpTest.inner(DumpTest.java:"),
                text);
        assertTrue(text.contains("\"second\" #") && text.contains("waits for park"), text);
        assertTrue(text.contains("\"main\" #"), text);
    }

    /** Not suspendable, so nothing below it is. */
    private static void runPinned(Runnable body) {
        body.run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abandonedFibersAreCollected(boolean tracked) {
        Weft.track(tracked);
        try {
            WeakReference<Fiber<?>> abandoned = abandon();
            while (abandoned.get() != null) {
                System.gc();
            }
        } finally {
            Weft.track(false);
        }
    }

    private static WeakReference<Fiber<?>> abandon() {
        Fiber<Void> fiber = Weft.go(() -> outer(Channel.rendezvous()));
        while (fiber.state() != Fiber.State.WAITING) {
            Thread.onSpinWait();
        }
        return new WeakReference<>(fiber);
    }

    @Test
    void aFailureThatNobodySawIsReported() throws InterruptedException {
        BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
        Weft.onUncaught((name, thrown) -> reported.add(thrown));
        try {
            IllegalStateException expected = new IllegalStateException("expected");
            fail(expected);
            Throwable got = reported.poll();
            while (got == null) {
                System.gc();
                got = reported.poll();
            }
            assertEquals(expected, got);
        } finally {
            Weft.onUncaught(UncaughtHandler.PRINT);
        }
    }

    private static void fail(RuntimeException thrown) {
        Fiber<Void> fiber =
                Weft.go(
                        () -> {
                            throw thrown;
                        });
        while (!fiber.isDone()) {
            Thread.onSpinWait();
        }
    }
}
