package dev.weft.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.AllAsleepException;
import dev.weft.channel.Both;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SelectExpression;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.sync.Mutex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios of the tests of Go's packages time and internal/synctest, and of those of its scheduler
 * that are about turns, under the names they have there. Virtual time where Go's would sleep.
 */
@Timeout(60)
class GoTimeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** TestAfterQueuing: timers fire in the order of their times, not of their making. */
    @Test
    void afterQueuing() {
        int[] slots = {5, 3, 6, 6, 6, 1, 1, 2, 7, 9, 4, 8, 0};
        Both.on(
                Scheduler.deterministic(4),
                () -> {
                    Channel<Integer> result = Channel.unlimited();
                    List<Fiber<Void>> fibers = new ArrayList<>();
                    for (int slot : slots) {
                        ReceiveChannel<Long> at = Timer.after(Duration.ofMillis(slot * 100L));
                        fibers.add(
                                Weft.go(
                                        () -> {
                                            at.receive();
                                            result.send(slot);
                                        }));
                    }
                    int last = -1;
                    for (int i = 0; i < slots.length; i++) {
                        int slot = result.receive();
                        assertTrue(slot >= last, slot + " after " + last);
                        last = slot;
                    }
                });
    }

    /**
     * TestTimerStopStress: a timer that was stopped in time does nothing, whatever else is going
     * on.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void timerStopStress(int carriers) {
        AtomicInteger wrong = new AtomicInteger();
        Both.on(
                Scheduler.workStealing(carriers),
                () -> {
                    List<Fiber<Void>> fibers = new ArrayList<>();
                    for (int i = 0; i < 100; i++) {
                        fibers.add(
                                Weft.go(
                                        () -> {
                                            Timer timer =
                                                    Timer.afterFunc(HOUR, wrong::incrementAndGet);
                                            Weft.yield();
                                            assertTrue(timer.stop());
                                            assertTrue(!timer.stop());
                                            assertTrue(!timer.reset(HOUR));
                                            assertTrue(timer.stop());
                                        }));
                    }
                    for (Fiber<Void> fiber : fibers) {
                        fiber.join();
                    }
                });
        assertEquals(0, wrong.get());
    }

    /** TestSleepZeroDeadlock: sleeping for no time lets others run, while collections go on. */
    @Test
    void sleepZeroDeadlock() {
        AtomicInteger turns = new AtomicInteger();
        Both.on(
                Scheduler.workStealing(2),
                () -> {
                    Fiber<Void> collector =
                            Weft.go(
                                    () -> {
                                        for (int i = 0; i < 5; i++) {
                                            System.gc();
                                            Weft.sleep(0);
                                        }
                                    });
                    for (int i = 0; i < 100; i++) {
                        Weft.sleep(0);
                        Channel<Integer> c = Channel.rendezvous();
                        Weft.go(() -> c.send(turns.incrementAndGet()));
                        c.receive();
                    }
                    collector.join();
                });
        assertEquals(100, turns.get());
    }

    /** TestReset: a timer that is set anew fires at the new time only. */
    @Test
    void reset() {
        Both.on(
                Scheduler.deterministic(8),
                () -> {
                    Timer timer = Timer.of(Duration.ofMillis(100));
                    Weft.sleep(50);
                    assertTrue(timer.reset(Duration.ofMillis(150)));
                    Weft.sleep(100);
                    assertNull(timer.channel().poll());
                    Weft.sleep(100);
                    assertEquals(TimeUnit.MILLISECONDS.toNanos(200), timer.channel().poll());
                    assertTrue(!timer.reset(Duration.ofMillis(50)));
                    Weft.sleep(50);
                    assertEquals(TimeUnit.MILLISECONDS.toNanos(300), timer.channel().receive());
                });
    }

    /** TestTicker and TestTeardown: a ticker's channel alone; cancelling it ends the ticks. */
    @Test
    void tickerChannelEndsWhenCancelled() {
        Both.on(
                Scheduler.deterministic(2),
                () -> {
                    ReceiveChannel<Long> ticks = Ticker.channel(Duration.ofSeconds(1));
                    for (int i = 1; i <= 3; i++) {
                        assertEquals(TimeUnit.SECONDS.toNanos(i), ticks.receive());
                    }
                    ticks.cancel();
                    // With a ticker that still ticked the world would not fall asleep but tick for
                    // ever.
                    Channel<Integer> never = Channel.rendezvous();
                    assertNull(never.poll(1, TimeUnit.DAYS));
                });
        assertThrows(IllegalArgumentException.class, () -> Ticker.channel(Duration.ZERO));
    }

    /**
     * synctest TestNow, TestMonotonicClock, TestTimerAfter: time stands still while anything can
     * run, then jumps.
     */
    @Test
    void synctestTimeJumps() {
        Both.on(
                Scheduler.deterministic(11),
                () -> {
                    long start = Weft.currentScheduler().time().nanoTime();
                    for (int i = 0; i < 1000; i++) {
                        Weft.yield();
                    }
                    assertEquals(start, Weft.currentScheduler().time().nanoTime());
                    Weft.sleep(Duration.ofDays(365));
                    assertEquals(
                            Duration.ofDays(365).toNanos(),
                            Weft.currentScheduler().time().nanoTime() - start);
                });
    }

    /** synctest TestMutex, which Go's can't: a fiber that waits for a lock lets time go on. */
    @Test
    void synctestMutexIsDurablyBlocked() {
        long waited =
                Weft.run(
                        Scheduler.deterministic(12),
                        () -> {
                            Mutex mutex = new Mutex();
                            mutex.lock();
                            Fiber<Long> other =
                                    Weft.go(
                                            () -> {
                                                mutex.lock();
                                                mutex.unlock();
                                                return Weft.currentScheduler().time().nanoTime();
                                            });
                            Weft.sleep(1000);
                            mutex.unlock();
                            return other.join();
                        });
        assertEquals(TimeUnit.SECONDS.toNanos(1), waited);
    }

    /**
     * synctest TestDeadlockRoot, TestDeadlockChild: a world in which nothing can happen any more
     * says so.
     */
    @Test
    void synctestDeadlock() {
        AllAsleepException root =
                assertThrows(
                        AllAsleepException.class,
                        () ->
                                Weft.run(
                                        Scheduler.deterministic(1),
                                        () -> Channel.<Integer>never().receive()));
        assertTrue(root.getMessage().contains("waits for"), root.getMessage());
        assertThrows(
                AllAsleepException.class,
                () ->
                        Weft.run(
                                Scheduler.deterministic(1),
                                () -> Weft.go(() -> Channel.<Integer>never().receive()).join()));
    }

    /** synctest TestSelect, TestTimeAfter: select over a timer and a channel, on virtual time. */
    @Test
    void synctestSelect() {
        String got =
                Weft.run(
                        Scheduler.deterministic(13),
                        () -> {
                            Channel<String> c = Channel.rendezvous();
                            Weft.go(
                                    () -> {
                                        Weft.sleep(5000);
                                        c.send("sent");
                                    });
                            String first =
                                    SelectExpression.<String>fair()
                                            .onReceive(c, s -> s)
                                            .onReceive(
                                                    Timer.after(Duration.ofSeconds(4)),
                                                    t -> "timer")
                                            .get();
                            return first
                                    + ", "
                                    + SelectExpression.<String>fair()
                                            .onReceive(c, s -> s)
                                            .onTimeout(4, TimeUnit.SECONDS, () -> "time-out")
                                            .get();
                        });
        assertEquals("timer, sent", got);
    }

    /**
     * synctest TestTimerFromInsideBubble, afterFunc part: a body in a fiber of its own, at its
     * time.
     */
    @Test
    void synctestAfterFunc() {
        long at =
                Weft.run(
                        Scheduler.deterministic(14),
                        () -> {
                            Channel<Long> c = Channel.rendezvous();
                            Timer.afterFunc(
                                    HOUR, () -> c.send(Weft.currentScheduler().time().nanoTime()));
                            return c.receive();
                        });
        assertEquals(HOUR.toNanos(), at);
    }
}
