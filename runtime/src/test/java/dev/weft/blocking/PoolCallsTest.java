package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code invokeAll} and {@code invokeAny} in a fiber, on a deterministic scheduler: its virtual
 * time stands still while a thread is used, and the tasks sleep for hours.
 */
@Timeout(30)
@Suspendable
class PoolCallsTest {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitInVirtualTime(boolean scheduled) {
        List<Long> hours =
                Weft.run(
                        Scheduler.deterministic(1),
                        () -> {
                            ExecutorService pool =
                                    scheduled
                                            ? Pools.newScheduledThreadPool(9)
                                            : Pools.newFixedThreadPool(9);
                            long start = Caller.nanoTime();
                            List<Long> seen = new ArrayList<>();
                            for (Future<Long> f : pool.invokeAll(List.of(after(1), after(3)))) {
                                seen.add(f.get());
                            }
                            seen.add(hoursSince(start));
                            seen.add(pool.invokeAny(List.of(after(5), after(2))));
                            seen.add(hoursSince(start));
                            timeOut(pool);
                            seen.add(hoursSince(start));
                            pool.shutdown();
                            return seen;
                        });
        assertEquals(List.of(1L, 3L, 3L, 2L, 5L, 9L), hours);
    }

    private static void timeOut(ExecutorService pool) throws Exception {
        List<Future<Long>> two = pool.invokeAll(List.of(after(1), after(7)), 3, TimeUnit.HOURS);
        assertEquals(1, two.get(0).get());
        assertTrue(two.get(1).isCancelled());
        boolean late = false;
        try {
            pool.invokeAny(List.of(after(2)), 1, TimeUnit.HOURS);
        } catch (TimeoutException e) {
            late = true;
        }
        assertTrue(late);
        assertThrows(
                IllegalArgumentException.class, () -> pool.invokeAny(List.<Callable<Long>>of()));
    }

    private static Callable<Long> after(long hours) {
        return () -> {
            Thread.sleep(TimeUnit.HOURS.toMillis(hours));
            return hours;
        };
    }

    private static long hoursSince(long start) {
        return (Caller.nanoTime() - start) / HOUR;
    }
}
