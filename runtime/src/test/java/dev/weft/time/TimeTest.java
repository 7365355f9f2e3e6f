package dev.weft.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import dev.weft.channel.Channel;
import dev.weft.channel.Select;
import dev.weft.channel.TimeoutCase;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.sync.Latch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Timers on virtual time, where every figure is exact. */
@Timeout(60)
class TimeTest {
    private static <T> T virtual(SuspendableCallable<T> body) {
        return Weft.run(Scheduler.deterministic(1), body);
    }

    private static long now() {
        return Weft.currentScheduler().time().nanoTime();
    }

    @Test
    void afterDeliversOnTime() {
        long took =
                virtual(
                        () -> {
                            long start = now();
                            return Timer.after(Duration.ofHours(3)).receive() - start;
                        });
        assertEquals(Duration.ofHours(3).toNanos(), took);
    }

    @Test
    void laterTimersFireLater() {
        List<Integer> order = new ArrayList<>();
        virtual(
                () -> {
                    Latch all = new Latch(3);
                    for (int i : new int[] {30, 10, 20}) {
                        Timer.afterFunc(
                                Duration.ofMillis(i),
                                () -> {
                                    order.add(i);
                                    all.countDown();
                                });
                    }
                    all.await();
                    return null;
                });
        assertEquals(List.of(10, 20, 30), order);
    }

    @Test
    void stoppedTimerIsSilent() {
        virtual(
                () -> {
                    Timer timer = Timer.of(Duration.ofMillis(5));
                    assertTrue(timer.stop());
                    assertFalse(timer.stop());
                    Weft.sleep(10);
                    assertNull(timer.channel().poll());
                    return null;
                });
    }

    @Test
    void resetTakesAStaleValueBack() {
        virtual(
                () -> {
                    Timer timer = Timer.of(Duration.ofMillis(5));
                    Weft.sleep(10);
                    long start = now();
                    assertFalse(timer.reset(Duration.ofMillis(7)));
                    assertEquals(7_000_000, timer.channel().receive() - start);
                    return null;
                });
    }

    @Test
    void tickerTicksWithoutDriftAndDropsWhatIsMissed() {
        virtual(
                () -> {
                    long start = now();
                    try (Ticker ticker = Ticker.every(Duration.ofMillis(10))) {
                        for (int i = 1; i <= 5; i++) {
                            assertEquals(i * 10_000_000L, ticker.channel().receive() - start);
                        }
                        Weft.sleep(35);
                        assertEquals(60_000_000, ticker.channel().receive() - start);
                        assertEquals(90_000_000, ticker.channel().receive() - start);
                    }
                    return null;
                });
        assertThrows(IllegalArgumentException.class, () -> Ticker.every(Duration.ZERO));
    }

    @Test
    void selectTimesOutOnTheSameClock() {
        virtual(
                () -> {
                    Select select = Select.fair();
                    select.receive(Channel.<Integer>rendezvous());
                    TimeoutCase late = select.timeout(1, TimeUnit.DAYS);
                    long start = now();
                    assertSame(late, select.select());
                    assertEquals(Duration.ofDays(1).toNanos(), now() - start);
                    return null;
                });
    }
}
