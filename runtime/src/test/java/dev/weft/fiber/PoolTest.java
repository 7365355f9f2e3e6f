package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pools' waits with a time, and forms for bodies without a result. */
@Timeout(60)
class PoolTest {
    @Test
    void bodiesWithoutAResult() {
        List<String> seen = new ArrayList<>();
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Pool pool = Pool.of(1);
                    pool.go(() -> seen.add("first")).join();
                    pool.go(
                            () -> {
                                Weft.sleep(10);
                                seen.add("second");
                            });
                    pool.join();
                });
        assertEquals(List.of("first", "second"), seen);
    }

    @Test
    void joinsForAtMostATime() {
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Pool pool = Pool.unbounded();
                    pool.go(() -> Weft.sleep(20));
                    pool.go(() -> Weft.sleep(50));
                    long begun = Weft.currentScheduler().time().nanoTime();
                    assertFalse(pool.join(Duration.ofMillis(30)));
                    long took = Weft.currentScheduler().time().nanoTime() - begun;
                    assertEquals(30, Duration.ofNanos(took).toMillis());
                    assertEquals(1, pool.fibers().size());
                    assertTrue(pool.join(Duration.ofMillis(30)));
                    assertTrue(pool.join(Duration.ZERO));
                });
    }

    /** What fails between the taking of a place and the start gives it back. */
    @Test
    void aFailedStartKeepsNoPlace() {
        boolean[] failing = {true};
        FiberLocal<String> local =
                FiberLocal.inheriting(
                        () -> "none",
                        value -> {
                            if (failing[0]) {
                                throw new IllegalStateException("not to be handed on");
                            }
                            return value;
                        });
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    local.set("mine");
                    Pool pool = Pool.of(1);
                    assertThrows(IllegalStateException.class, () -> pool.go(() -> 1));
                    assertEquals(0, pool.fibers().size());
                    failing[0] = false;
                    assertEquals("mine", pool.go(local::get).join());
                });
    }

    /** With one place each ends before the next begins; without a bound they end as they like. */
    @Test
    void resultsComeAsTheyAreReady() {
        for (int n : new int[] {1, 10_000}) {
            List<Integer> seen = new ArrayList<>();
            Weft.run(
                    Scheduler.deterministic(1),
                    () -> {
                        Pool pool = n == 1 ? Pool.of(1) : Pool.unbounded();
                        List<Integer> items = List.of(30, 10, 20, 10, 0);
                        pool.mapUnordered(
                                items,
                                i -> {
                                    Weft.sleep(i);
                                    return i;
                                },
                                seen::add);
                    });
            assertEquals(n == 1 ? List.of(30, 10, 20, 10, 0) : List.of(0, 10, 10, 20, 30), seen);
        }
    }

    /** Linear: each of them was looked at for each result once, and left something with each. */
    @Test
    void manyResults() {
        int[] sum = {0};
        int many = 30_000;
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    List<Integer> items = new ArrayList<>();
                    for (int i = 0; i < many; i++) {
                        items.add(i);
                    }
                    Pool.unbounded()
                            .mapUnordered(
                                    items,
                                    i -> {
                                        Weft.sleep(1 + i % 100);
                                        return 1;
                                    },
                                    one -> sum[0] += one);
                });
        assertEquals(many, sum[0]);
    }

    @Test
    void waitingForSomeLeavesNothingBehind() {
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Fiber<Void> stays = Weft.go(() -> Weft.sleep(1000));
                    for (int i = 0; i < 3; i++) {
                        Fiber<Void> ends = Weft.go(() -> Weft.sleep(1));
                        Fibers.joinAll(List.of(stays, ends), 1, null);
                        assertTrue(ends.isDone());
                    }
                    Fiber<Void> done = Weft.go(() -> {});
                    done.join();
                    Fibers.joinAll(List.of(done, stays), 1, null);
                    assertEquals(0, stays.extras().enders());
                    Fibers.joinAll(List.of(stays), 1, Duration.ofMillis(1));
                    assertEquals(0, stays.extras().enders());
                });
    }

    @Test
    void aValueIsHandedOnAsItIs() {
        FiberLocal<String> local = FiberLocal.inheriting(() -> "none");
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    assertEquals("none", Weft.go(local::get).join());
                    local.set("mine");
                    assertEquals("mine", Weft.go(local::get).join());
                });
    }
}
