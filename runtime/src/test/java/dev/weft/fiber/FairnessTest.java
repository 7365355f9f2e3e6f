package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody starves: fibers that never suspend, pairs that wake each other without end, timers without
 * end. Written after what Go's proc_test.go tests (PingPongHog, TimerFairness, YieldProgress).
 */
@Timeout(60)
@Suspendable
class FairnessTest {
    /** Never suspends; what Go preempts, the watchdog goes round. */
    private static void hog(AtomicBoolean stop, CountDownLatch running) {
        running.countDown();
        compute(stop);
    }

    /** Not {@code Thread.onSpinWait()}, which gives up a fiber's turn. */
    private static long compute(AtomicBoolean stop) {
        long computed = 0;
        while (!stop.get()) {
            computed += computed ^ 1;
        }
        return computed;
    }

    /** As many hogs as carriers: the others get carriers that are added for them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void hogsDoNotStarveOthers(int carriers) {
        Scheduler scheduler = Scheduler.workStealing(carriers);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(carriers);
        for (int i = 0; i < carriers; i++) {
            Weft.go(scheduler, () -> hog(stop, running));
        }
        awaitPlainly(running);
        int sum = Weft.run(scheduler, () -> pingPong(1000));
        stop.set(true);
        assertEquals(1000, sum);
    }

    private static int pingPong(int rounds) {
        Channel<Integer> there = Channel.rendezvous();
        Channel<Integer> back = Channel.rendezvous();
        Weft.go(() -> echo(there, back, rounds));
        int sum = 0;
        for (int i = 0; i < rounds; i++) {
            there.send(i);
            sum += back.receive() - i;
        }
        return sum;
    }

    private static void echo(Channel<Integer> there, Channel<Integer> back, int rounds) {
        for (int i = 0; i < rounds; i++) {
            back.send(there.receive() + 1);
        }
    }

    /** Not suspendable: the test's own thread waits. */
    private static void awaitPlainly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PingPongHog: a pair that always has somebody to run next leaves room for a third. */
    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#all")
    void aPairDoesNotStarveAThird(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    Channel<Integer> there = Channel.rendezvous();
                    Channel<Integer> back = Channel.rendezvous();
                    Fiber<Void> first = Weft.go(() -> serve(there, back, stop));
                    Fiber<Void> second = Weft.go(() -> serve(back, there, stop));
                    Weft.go(() -> there.send(0));
                    for (int i = 0; i < 1000; i++) {
                        Weft.yield();
                    }
                    stop.set(true);
                    first.cancel();
                    second.cancel();
                    Fibers.joinAll(List.of(first, second));
                    return null;
                });
    }

    private static void serve(Channel<Integer> in, Channel<Integer> out, AtomicBoolean stop) {
        while (!stop.get()) {
            out.send(in.receive() + 1);
        }
    }

    /** A chain in which each fiber starts the next one has no end until an older one has run. */
    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#all")
    void newFibersDoNotStarveOlderOnes(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    Fiber<Void> older = Weft.go(() -> stop.set(true));
                    Fiber<Void> chain = Weft.go(() -> startAnother(stop));
                    older.join();
                    chain.join();
                    return null;
                });
    }

    private static void startAnother(AtomicBoolean stop) {
        if (!stop.get()) {
            Weft.go(() -> startAnother(stop));
        }
    }

    /** TimerFairness: timers that are always due leave room for what is queued. */
    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#all")
    void timersDoNotStarveOthers(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    for (int i = 0; i < 4; i++) {
                        Weft.go(() -> sleepAgain(stop));
                    }
                    for (int i = 0; i < 1000; i++) {
                        Weft.yield();
                    }
                    stop.set(true);
                    return null;
                });
    }

    private static void sleepAgain(AtomicBoolean stop) {
        while (!stop.get()) {
            Weft.sleep(0);
        }
    }

    /** The other way round: those who always yield leave room for timers. */
    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#all")
    void yieldingFibersDoNotStarveTimers(Scheduler scheduler) {
        if (scheduler.time() instanceof VirtualTime) {
            return; // time stands still while fibers are runnable: that is what it promises
        }
        Weft.run(
                scheduler,
                () -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    for (int i = 0; i < 4; i++) {
                        Weft.go(() -> yieldAgain(stop));
                    }
                    Weft.sleep(5);
                    stop.set(true);
                    return null;
                });
    }

    private static void yieldAgain(AtomicBoolean stop) {
        while (!stop.get()) {
            Weft.yield();
        }
    }

    /** A fiber that hogs the only carrier does not keep a timer from ending another's wait. */
    @Test
    void aHogDoesNotStarveTimers() {
        Scheduler scheduler = Scheduler.workStealing(1);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger slept = new AtomicInteger();
        Fiber<Void> sleeper =
                Weft.go(
                        scheduler,
                        () -> {
                            for (int i = 0; i < 20; i++) {
                                Weft.sleep(1);
                                slept.incrementAndGet();
                            }
                        });
        CountDownLatch running = new CountDownLatch(1);
        Fiber<Void> hog = Weft.go(scheduler, () -> hog(stop, running));
        awaitPlainly(running);
        joinPlainly(sleeper);
        assertEquals(20, slept.get());
        stop.set(true);
        joinPlainly(hog);
    }

    private static void joinPlainly(Fiber<?> fiber) {
        fiber.join();
    }

    /** A call that nobody marked: the others get another carrier, and the site is told once. */
    @Test
    void anUnmarkedBlockingCallIsFoundAndReportedOnce() throws InterruptedException {
        BlockingQueue<PinSite> told = new LinkedBlockingQueue<>();
        PinReport.onStuck(told::add);
        try {
            Scheduler scheduler = Scheduler.workStealing(1);
            Object lock = new Object();
            Fiber<Void> first = Weft.go(scheduler, () -> holdUp(lock));
            PinSite site = told.take();
            assertEquals("holdUpPlainly", site.frame().getMethodName(), site.toString());
            assertEquals(PinReason.LONG_TURN, site.reason());
            assertEquals(1, Weft.run(scheduler, () -> 1), "others run");
            Fiber<Void> second = Weft.go(scheduler, () -> holdUp(lock));
            while (site.count() < 2) {
                Thread.onSpinWait();
            }
            synchronized (lock) {
                lock.notifyAll();
            }
            joinPlainly(first);
            joinPlainly(second);
            assertTrue(told.isEmpty(), "once a site");
            assertTrue(PinReport.text().contains("LONG_TURN at "), PinReport.text());
        } finally {
            PinReport.onStuck(Pins::print);
        }
    }

    private static void holdUp(Object lock) {
        holdUpPlainly(lock);
    }

    private static void holdUpPlainly(Object lock) {
        synchronized (lock) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Added carriers go when the hogs have gone. */
    @Test
    void addedCarriersAreDropped() {
        StealingScheduler scheduler = (StealingScheduler) Scheduler.workStealing(2);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            Weft.go(scheduler, () -> hog(stop, running));
        }
        awaitPlainly(running);
        assertTrue(scheduler.carriers().length >= 8);
        stop.set(true);
        while (scheduler.carriers().length > 2) {
            Weft.run(scheduler, () -> 1);
        }
        assertEquals(8, Weft.run(scheduler, () -> pingPong(8)));
    }

    static Stream<Scheduler> oneAtATime() {
        return Stream.of(Scheduler.singleThreaded(), Scheduler.workStealing(1));
    }

    /** With turns of milliseconds a look at timers after so many turns as usual is too late. */
    @ParameterizedTest
    @MethodSource("oneAtATime")
    void longTurnsDoNotKeepTimersWaitingForManyTurns(Scheduler scheduler) {
        int turns =
                Weft.run(
                        scheduler,
                        () -> {
                            for (int i = 0; i < 10_000; i++) {
                                Weft.yield(); // short ones, to begin with
                            }
                            longTurnsUntilWoken(10);
                            return longTurnsUntilWoken(10);
                        });
        assertTrue(turns <= 40, turns + " turns of 3 ms for a sleep of 10 ms");
    }

    private static int longTurnsUntilWoken(int millis) {
        Fiber<Void> sleeper = Weft.go(() -> Weft.sleep(millis));
        int turns = 0;
        while (!sleeper.isDone()) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 3_000_000) {
                Thread.onSpinWait();
            }
            turns++;
            Weft.yield();
        }
        return turns;
    }
}
