package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import dev.weft.channel.Both;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What many fibers or threads meet at: wait groups, events, promises, barriers, exchangers, once.
 */
@Timeout(60)
class GatheringTest {
    private int plain;

    @ParameterizedTest
    @EnumSource(Both.class)
    void waitGroupWaitsForAll(Both how) throws Exception {
        WaitGroup group = new WaitGroup();
        group.add(5);
        AtomicInteger finished = new AtomicInteger();
        List<SuspendableCallable<Object>> bodies =
                new ArrayList<>(
                        SyncTest.times(
                                5,
                                () -> {
                                    Weft.yield();
                                    finished.incrementAndGet();
                                    group.done();
                                    return null;
                                }));
        bodies.add(
                () -> {
                    group.await();
                    return finished.get();
                });
        assertEquals(5, how.run(bodies).get(5));
        assertThrows(IllegalStateException.class, group::done);
        assertEquals(0, group.count());
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void eventLetsAllGo(Both how) throws Exception {
        Event event = new Event();
        List<SuspendableCallable<Object>> bodies =
                new ArrayList<>(
                        SyncTest.times(
                                4,
                                () -> {
                                    event.await();
                                    return event.isSet();
                                }));
        bodies.add(
                () -> {
                    event.set();
                    return true;
                });
        assertEquals(Collections.nCopies(5, true), how.run(bodies));
        event.clear();
        assertFalse(event.await(1, TimeUnit.MILLISECONDS));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void promiseReachesAllWaiters(Both how) throws Exception {
        Promise<String> promise = new Promise<>();
        List<SuspendableCallable<Object>> bodies = new ArrayList<>(SyncTest.times(3, promise::get));
        bodies.add(() -> promise.complete("yes"));
        assertEquals(List.of("yes", "yes", "yes", true), how.run(bodies));
        assertFalse(promise.complete("no"));
    }

    @Test
    void promiseFails() {
        Promise<String> promise = new Promise<>();
        assertThrows(TimeoutException.class, () -> promise.get(1, TimeUnit.MILLISECONDS));
        Exception cause = new Exception("why");
        assertTrue(promise.fail(cause));
        assertSame(cause, assertThrows(CompletionException.class, promise::get).getCause());
        assertTrue(promise.isDone());
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void barrierKeepsRoundsTogether(Both how) throws Exception {
        List<Integer> perRound = new ArrayList<>();
        AtomicInteger arrived = new AtomicInteger();
        Barrier barrier = new Barrier(4, () -> perRound.add(arrived.getAndSet(0)));
        how.run(
                SyncTest.times(
                        4,
                        () -> {
                            for (int i = 0; i < 50; i++) {
                                arrived.incrementAndGet();
                                barrier.await();
                            }
                            return null;
                        }));
        assertEquals(Collections.nCopies(50, 4), perRound);
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void exchangerSwapsPairs(Both how) throws Exception {
        Exchanger<Integer> exchanger = new Exchanger<>();
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int mine = i;
            bodies.add(() -> exchanger.exchange(mine));
        }
        List<Object> results = how.run(bodies);
        Set<Object> all = new TreeSet<>(results);
        assertEquals(6, all.size());
        for (int i = 0; i < 6; i++) {
            assertEquals(i, results.get((int) results.get(i)), "swaps are mutual");
        }
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void onceRunsOnce(Both how) throws Exception {
        Once once = new Once();
        how.run(
                SyncTest.times(
                        5,
                        () -> {
                            once.run(
                                    () -> {
                                        Weft.yield();
                                        plain++;
                                    });
                            assertEquals(1, plain);
                            return null;
                        }));
        assertTrue(once.isDone());
    }
}
