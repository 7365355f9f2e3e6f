package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import dev.weft.channel.Both;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each synchroniser, on threads and on every scheduler. */
@Timeout(60)
class SyncTest {
    private int plain;

    @ParameterizedTest
    @EnumSource(Both.class)
    void mutexExcludes(Both how) throws Exception {
        Mutex mutex = new Mutex();
        how.run(
                times(
                        4,
                        () -> {
                            for (int i = 0; i < 1000; i++) {
                                mutex.lock();
                                try {
                                    int seen = plain;
                                    Weft.yield();
                                    plain = seen + 1;
                                } finally {
                                    mutex.unlock();
                                }
                            }
                            return null;
                        }));
        assertEquals(4000, plain);
        assertFalse(mutex.isLocked());
    }

    @Test
    void mutexRefusesMisuse() {
        Mutex mutex = new Mutex();
        assertThrows(IllegalMonitorStateException.class, mutex::unlock);
        mutex.lock();
        assertThrows(IllegalStateException.class, mutex::lock);
        assertFalse(mutex.tryLock());
        mutex.unlock();
        assertTrue(mutex.tryLock());
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void timedLockGivesUpAndTakesOver(Both how) throws Exception {
        Mutex mutex = new Mutex();
        Latch held = new Latch(1);
        Latch tried = new Latch(1);
        List<Object> results =
                how.run(
                        List.of(
                                () -> {
                                    mutex.lock();
                                    held.countDown();
                                    tried.await();
                                    mutex.unlock();
                                    return null;
                                },
                                () -> {
                                    held.await();
                                    boolean early = mutex.tryLock(1, TimeUnit.MILLISECONDS);
                                    tried.countDown();
                                    boolean late = mutex.tryLock(1, TimeUnit.HOURS);
                                    mutex.unlock();
                                    return early + "," + late;
                                }));
        assertEquals("false,true", results.get(1));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void reentrantLockCountsItsHolds(Both how) throws Exception {
        ReentrantLock lock = new ReentrantLock();
        how.run(
                times(
                        4,
                        () -> {
                            for (int i = 0; i < 500; i++) {
                                lock.lock();
                                assertTrue(lock.tryLock());
                                int seen = plain;
                                lock.unlock();
                                Weft.yield();
                                assertTrue(lock.isHeldByCurrent());
                                plain = seen + 1;
                                lock.unlock();
                            }
                            return null;
                        }));
        assertEquals(2000, plain);
        assertThrows(IllegalMonitorStateException.class, lock::unlock);
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void condPassesABallBothWays(Both how) throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Cond changed = lock.newCondition();
        how.run(List.of(turns(lock, changed, 0), turns(lock, changed, 1)));
        assertEquals(1000, plain);
    }

    private SuspendableCallable<Object> turns(ReentrantLock lock, Cond changed, int parity) {
        return () -> {
            for (int i = 0; i < 500; i++) {
                lock.lock();
                lock.lock();
                try {
                    while (plain % 2 != parity) {
                        changed.await();
                    }
                    plain++;
                    changed.signalAll();
                } finally {
                    lock.unlock();
                    lock.unlock();
                }
            }
            return null;
        };
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void condTimesOutWithTheLockHeld(Both how) throws Exception {
        Mutex mutex = new Mutex();
        Cond cond = mutex.newCond();
        how.run(
                times(
                        3,
                        () -> {
                            mutex.lock();
                            assertFalse(cond.await(1, TimeUnit.MILLISECONDS));
                            mutex.unlock();
                            return null;
                        }));
        assertThrows(IllegalMonitorStateException.class, cond::signal);
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void semaphoreBoundsConcurrency(Both how) throws Exception {
        Semaphore semaphore = new Semaphore(3);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        how.run(
                times(
                        8,
                        () -> {
                            for (int i = 0; i < 200; i++) {
                                semaphore.acquirePermit();
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                Weft.yield();
                                inside.decrementAndGet();
                                semaphore.releasePermit();
                            }
                            return null;
                        }));
        assertTrue(most.get() <= 3, "inside at once: " + most);
        assertEquals(3, semaphore.available());
    }

    @Test
    void semaphoreCountsAndChecks() {
        Semaphore semaphore = new Semaphore(2);
        assertFalse(semaphore.tryAcquire(3));
        assertTrue(semaphore.tryAcquire(2));
        assertFalse(semaphore.tryAcquire(1, 1, TimeUnit.MILLISECONDS));
        assertThrows(IllegalArgumentException.class, () -> semaphore.tryAcquire(-1));
        semaphore.releasePermits(1);
        assertEquals(1, semaphore.available());
        assertThrows(
                IllegalStateException.class, () -> semaphore.releasePermits(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void writersExcludeReaders(Both how) throws Exception {
        RWMutex lock = new RWMutex();
        List<SuspendableCallable<Object>> bodies = new ArrayList<>(times(2, writer(lock)));
        bodies.addAll(times(4, reader(lock)));
        how.run(bodies);
        assertEquals(400, plain);
        assertThrows(IllegalMonitorStateException.class, lock::unlockRead);
        assertThrows(IllegalMonitorStateException.class, lock::unlockWrite);
    }

    private SuspendableCallable<Object> writer(RWMutex lock) {
        return () -> {
            for (int i = 0; i < 100; i++) {
                lock.lockWrite();
                plain++;
                Weft.yield();
                plain++;
                lock.unlockWrite();
            }
            return null;
        };
    }

    private SuspendableCallable<Object> reader(RWMutex lock) {
        return () -> {
            for (int i = 0; i < 100; i++) {
                lock.lockRead();
                assertEquals(0, plain % 2, "a writer was inside");
                Weft.yield();
                assertEquals(0, plain % 2, "a writer was inside");
                lock.unlockRead();
            }
            return null;
        };
    }

    static List<SuspendableCallable<Object>> times(int n, SuspendableCallable<Object> body) {
        return Collections.nCopies(n, body);
    }
}
