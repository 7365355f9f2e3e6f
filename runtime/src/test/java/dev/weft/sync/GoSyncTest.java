package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.channel.Both;
import dev.weft.channel.Channel;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios of the tests of Go's package sync, under the names they have there. */
@Timeout(60)
class GoSyncTest {
    /** TestMutexFairness: who locks again and again does not keep another one out. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void mutexFairness(Both how) throws Exception {
        Mutex mutex = new Mutex();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger got = new AtomicInteger();
        how.run(
                List.of(
                        () -> {
                            while (!stop.get()) {
                                mutex.lock();
                                Weft.yield();
                                mutex.unlock();
                                Weft.yield(); // cooperative: otherwise nobody else runs on one
                                // thread
                            }
                            return null;
                        },
                        () -> {
                            for (int i = 0; i < 10; i++) {
                                mutex.lock();
                                got.incrementAndGet();
                                mutex.unlock();
                            }
                            stop.set(true);
                            return null;
                        }));
        assertEquals(10, got.get());
    }

    /**
     * TestCondSignalStealing: a signal goes to who waited when it was given, not to who comes then.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void condSignalStealing(Both how) throws Exception {
        for (int round = 0; round < 300; round++) {
            Mutex mutex = new Mutex();
            Cond cond = mutex.newCond();
            Channel<Integer> waiting = Channel.rendezvous();
            boolean[] released = new boolean[1];
            how.run(
                    List.of(
                            () -> {
                                mutex.lock();
                                waiting.send(1);
                                cond.await();
                                released[0] = true;
                                mutex.unlock();
                                return null;
                            },
                            () -> {
                                waiting.receive();
                                mutex.lock(); // the other one waits once this is granted
                                cond.signal();
                                boolean late =
                                        cond.await(
                                                1,
                                                TimeUnit.MICROSECONDS); // comes too late for that
                                // signal
                                mutex.unlock();
                                return late;
                            }));
            assertTrue(released[0]);
        }
    }

    /**
     * TestWaitGroupMisuse: more done than added is an error of the one who does it, and changes
     * nothing.
     */
    @Test
    void waitGroupMisuse() {
        WaitGroup group = new WaitGroup();
        group.add(1);
        group.done();
        assertThrows(IllegalStateException.class, group::done);
        assertEquals(0, group.count());
        group.add(Integer.MAX_VALUE);
        assertThrows(IllegalStateException.class, () -> group.add(1));
    }

    /** TestWaitGroup: reuse after the wait, which Go makes its users be careful with, is fine. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void waitGroupReuse(Both how) throws Exception {
        WaitGroup group = new WaitGroup();
        AtomicInteger done = new AtomicInteger();
        how.run(
                List.of(
                        () -> {
                            for (int round = 1; round <= 50; round++) {
                                group.add(4);
                                for (int i = 0; i < 4; i++) {
                                    Weft.go(
                                            () -> {
                                                done.incrementAndGet();
                                                group.done();
                                            });
                                }
                                group.await();
                                assertEquals(4 * round, done.get());
                            }
                            return null;
                        }));
        assertEquals(200, done.get());
    }

    /** TestOncePanic: an action that failed has run. */
    @Test
    void oncePanic() throws Exception {
        Once once = new Once();
        assertThrows(
                IllegalStateException.class,
                () ->
                        once.run(
                                () -> {
                                    throw new IllegalStateException("on purpose");
                                }));
        once.run(
                () -> {
                    throw new AssertionError("ran twice");
                });
        assertTrue(once.isDone());
    }

    /** TestRWMutex: readers together, a waiting writer before later readers. */
    @Test
    void rwMutexWriterGoesBeforeLaterReaders() {
        List<String> log = new ArrayList<>();
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    RWMutex mutex = new RWMutex();
                    mutex.lockRead();
                    assertTrue(mutex.tryLockRead());
                    Weft.go(
                            () -> {
                                mutex.lockWrite();
                                log.add("write");
                                mutex.unlockWrite();
                            });
                    Weft.yield();
                    assertTrue(!mutex.tryLockRead());
                    Weft.go(
                            () -> {
                                mutex.lockRead();
                                log.add("read");
                                mutex.unlockRead();
                            });
                    Weft.yield();
                    mutex.unlockRead();
                    Weft.yield();
                    assertEquals(List.of(), log);
                    mutex.unlockRead();
                    Weft.yield();
                    Weft.yield();
                });
        assertEquals(List.of("write", "read"), log);
    }

    /**
     * Timed waits of a condition go by the scheduler's clock: an hour of virtual time takes no
     * time.
     */
    @Test
    void condWaitsOnVirtualTime() {
        long left =
                Weft.run(
                        Scheduler.deterministic(1),
                        () -> {
                            ReentrantLock lock = new ReentrantLock();
                            Cond cond = lock.newCondition();
                            lock.lock();
                            long late = cond.awaitNanos(TimeUnit.HOURS.toNanos(1));
                            assertTrue(late <= 0, "left: " + late);
                            Weft.go(
                                    () -> {
                                        Weft.sleep(10_000);
                                        lock.lock();
                                        cond.signal();
                                        lock.unlock();
                                    });
                            long rest = cond.awaitNanos(TimeUnit.HOURS.toNanos(1));
                            lock.unlock();
                            return rest;
                        });
        assertEquals(TimeUnit.HOURS.toNanos(1) - TimeUnit.SECONDS.toNanos(10), left);
    }
}
