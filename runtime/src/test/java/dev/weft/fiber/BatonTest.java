package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The threads that stand in for the caller's while a fiber blocks it. */
@Timeout(60)
class BatonTest {
    private static final String CONFINED = "dev.weft.fiber.Schedulers#confined";
    private static final long PATIENCE_MILLIS = 30_000;

    /**
     * The helper hands the baton to the thread that comes back, and is dismissed while it rests.
     */
    @ParameterizedTest
    @MethodSource(CONFINED)
    void helperEndsWithTheRun(Scheduler scheduler) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread helper = Weft.run(scheduler, () -> blockPinned(thrown));
        assertNotSame(Thread.currentThread(), helper);
        helper.join(PATIENCE_MILLIS);
        assertFalse(helper.isAlive(), () -> helper + " outlives the run");
        assertNull(thrown.get());
    }

    /** A helper that went on would take the next run's fibers, or call them all asleep. */
    @ParameterizedTest
    @MethodSource(CONFINED)
    void nextRunIsNotDisturbed(Scheduler scheduler) {
        for (int i = 0; i < 200; i++) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Weft.run(scheduler, () -> blockPinned(thrown));
            int expected = i;
            assertEquals(expected, Weft.run(scheduler, () -> sleepPinned(expected)));
            assertNull(thrown.get());
        }
    }

    /** Blocks the caller's thread until a helper has run a fiber. Returns the helper. */
    private static Thread blockPinned(AtomicReference<Throwable> thrown) throws Exception {
        Thread[] helper = new Thread[1];
        CountDownLatch helped = new CountDownLatch(1);
        Weft.go(
                () -> {
                    helper[0] = Thread.currentThread();
                    helper[0].setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
                    helped.countDown();
                });
        synchronized (new Object()) {
            Weft.blocking(
                    () -> {
                        helped.await();
                        return null;
                    });
        }
        return helper[0];
    }

    private static int sleepPinned(int value) {
        synchronized (new Object()) {
            Weft.sleep(Duration.ofNanos(10_000));
        }
        return value;
    }
}
