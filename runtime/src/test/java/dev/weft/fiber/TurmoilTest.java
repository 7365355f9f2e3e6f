package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A slice of {@link Turmoil} on each scheduler. For hours of it: {@code -Dtest=TurmoilTest
 * -Dweft.turmoil.rounds=1000000 -Dweft.turmoil.seed=7}. What fails names its seed; on the
 * deterministic scheduler the seed repeats it.
 */
@Timeout(value = 2, unit = TimeUnit.DAYS) // each round has its own, see below
class TurmoilTest {
    private static final int ROUND_SECONDS = 60;
    private static final int ROUNDS = Integer.getInteger("weft.turmoil.rounds", 150);
    private static final long SEED = Long.getLong("weft.turmoil.seed", 1);

    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#all")
    void invariantsHoldWhateverHappens(Scheduler scheduler) throws InterruptedException {
        rounds(scheduler, false);
    }

    /** As a program that was not woven at all: threads take turns, see {@link Baton}. */
    @ParameterizedTest
    @MethodSource("dev.weft.fiber.Schedulers#confined")
    void invariantsHoldWhenAllFibersArePinned(Scheduler scheduler) throws InterruptedException {
        rounds(scheduler, true);
    }

    private static void rounds(Scheduler scheduler, boolean pinned) throws InterruptedException {
        Weft.track(true);
        ExecutorService runner = Executors.newSingleThreadExecutor(TurmoilTest::daemon);
        long fibers = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            Turmoil turmoil = new Turmoil(scheduler, seed, pinned);
            fibers += await(runner.submit(turmoil::round), seed);
        }
        runner.shutdown();
        assertTrue(fibers > ROUNDS / 4, fibers + " fibers");
    }

    private static long await(Future<Long> round, long seed) throws InterruptedException {
        try {
            return round.get(ROUND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("seed " + seed + " hangs: " + Weft.dump(), e);
        }
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "turmoil");
        thread.setDaemon(true);
        return thread;
    }
}
