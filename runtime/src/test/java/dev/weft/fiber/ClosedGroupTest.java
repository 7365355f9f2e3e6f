package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.AllAsleepException;
import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A group that waits on itself is found, on every scheduler; one that may go on is left alone. */
@Timeout(60)
@Suspendable
class ClosedGroupTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    private static Void deadlock(Scope scope) {
        Channel<Integer> left = Channel.rendezvous();
        Channel<Integer> right = Channel.rendezvous();
        scope.named("dining");
        scope.go(() -> takeThenGive(left, right)).named("first");
        scope.go(() -> takeThenGive(right, left)).named("second");
        return null;
    }

    private static void takeThenGive(Channel<Integer> from, Channel<Integer> to) {
        to.send(from.receive());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aDeadlockIsReportedWithLogicalStacks(Scheduler scheduler) {
        AllAsleepException thrown =
                Weft.run(
                        scheduler,
                        () -> {
                            Fiber<Void> stranger = Weft.go(() -> Weft.park());
                            try {
                                return Scope.runClosed(ClosedGroupTest::deadlockAndReturn);
                            } catch (AllAsleepException e) {
                                return e;
                            } finally {
                                stranger.cancel();
                            }
                        });
        String text = thrown.getMessage();
        assertTrue(text.startsWith("all fibers of Scope[dining] are asleep: 3 fibers\n"), text);
        assertTrue(text.contains("\"first\" #") && text.contains("\"second\" #"), text);
        assertTrue(text.contains("ClosedGroupTest.takeThenGive(ClosedGroupTest.java:"), text);
        assertTrue(text.contains("waits for Fiber["), "the body joins: " + text);
    }

    private static AllAsleepException deadlockAndReturn(Scope scope) {
        deadlock(scope);
        return null;
    }

    /** On a plain scope nothing is said, since somebody outside may yet send. */
    @ParameterizedTest
    @MethodSource(ALL)
    void timersAndCallsElsewhereAreNotSleep(Scheduler scheduler) {
        int sum =
                Weft.run(
                        scheduler,
                        () ->
                                Scope.runClosed(
                                        scope -> {
                                            Fiber<Integer> one = scope.go(() -> sleeping());
                                            Fiber<Integer> two = scope.go(() -> blocking());
                                            return one.join() + two.join();
                                        }));
        assertEquals(3, sum);
    }

    private static int sleeping() {
        Weft.sleep(60);
        return 1;
    }

    private static int blocking() throws Exception {
        return Weft.blocking(ClosedGroupTest::sleepPlainly);
    }

    private static int sleepPlainly() throws InterruptedException {
        new java.util.concurrent.CountDownLatch(1)
                .await(60, java.util.concurrent.TimeUnit.MILLISECONDS);
        return 2;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void joiningAStrangerIsNotSleep(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Channel<Integer> gate = Channel.rendezvous();
                    Fiber<Integer> stranger = Weft.go(() -> gate.receive());
                    Weft.go(
                            () -> {
                                Weft.sleep(60);
                                gate.send(7);
                            });
                    int joined = Scope.runClosed(scope -> stranger.join());
                    assertEquals(7, joined);
                    return null;
                });
    }

    @Test
    void aPlainThreadIsRefused() {
        assertThrows(IllegalStateException.class, () -> Scope.runClosed(ClosedGroupTest::deadlock));
    }
}
