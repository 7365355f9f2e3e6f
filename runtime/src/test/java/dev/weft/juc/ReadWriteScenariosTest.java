package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the specifications of ReentrantReadWriteLock and StampedLock promise. */
@Timeout(30)
class ReadWriteScenariosTest {
    static List<?> worlds() {
        List<Object> all = new ArrayList<>();
        World.all().forEach(all::add);
        return all;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void readersShareAndWritersExclude(World world) throws Exception {
        world.run(
                () -> {
                    for (boolean fair : new boolean[] {false, true}) {
                        ReadWriteLock lock = new ReentrantReadWriteLock(fair);
                        int[] value = new int[2];
                        List<World.Party> all = new ArrayList<>();
                        for (int i = 0; i < 3; i++) {
                            all.add(world.go(() -> write(lock, value)));
                            all.add(world.go(() -> read(lock, value)));
                        }
                        for (World.Party p : all) {
                            p.end();
                        }
                        assertEquals(3 * 100, value[0]);
                        assertEquals(3 * 100, value[1]);
                    }
                });
    }

    @Suspendable
    private static void write(ReadWriteLock lock, int[] value) {
        for (int i = 0; i < 100; i++) {
            lock.writeLock().lock();
            try {
                value[0]++;
                if (i % 8 == 0) {
                    Thread.yield(); // nobody sees one changed and not the other
                }
                value[1]++;
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    @Suspendable
    private static void read(ReadWriteLock lock, int[] value) {
        for (int i = 0; i < 100; i++) {
            lock.readLock().lock();
            try {
                int first = value[0];
                if (i % 8 == 0) {
                    Thread.yield();
                }
                assertEquals(first, value[1]);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void readersAreInsideTogether(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                    lock.readLock().lock();
                    World.Party other =
                            world.go(
                                    () -> {
                                        lock.readLock().lock();
                                        assertEquals(2, lock.getReadLockCount());
                                        assertFalse(lock.writeLock().tryLock());
                                        lock.readLock().unlock();
                                    });
                    other.end();
                    assertEquals(1, lock.getReadHoldCount());
                    assertFalse(lock.writeLock().tryLock(1, TimeUnit.MILLISECONDS));
                    lock.readLock().unlock();
                    assertTrue(lock.writeLock().tryLock());
                    lock.writeLock().unlock();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void writersMayBecomeReaders(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                    lock.writeLock().lock();
                    lock.writeLock().lock();
                    lock.readLock().lock();
                    assertEquals(2, lock.getWriteHoldCount());
                    lock.writeLock().unlock();
                    assertTrue(lock.isWriteLockedByCurrentThread());
                    World.Party reader =
                            world.go(
                                            () -> {
                                                lock.readLock().lock();
                                                lock.readLock().unlock();
                                            })
                                    .awaitWaiting();
                    lock.writeLock().unlock();
                    reader.end();
                    assertFalse(lock.isWriteLocked());
                    lock.readLock().unlock();
                    assertThrows(
                            IllegalMonitorStateException.class, () -> lock.readLock().unlock());
                    assertThrows(
                            IllegalMonitorStateException.class, () -> lock.writeLock().unlock());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void interruptsEndWaitsThatSaySo(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                    lock.writeLock().lock();
                    World.Party reader = world.go(() -> lock.readLock().lockInterruptibly());
                    reader.awaitWaiting().interrupt();
                    reader.endsWith(InterruptedException.class);
                    World.Party writer = world.go(() -> lock.writeLock().lockInterruptibly());
                    writer.awaitWaiting().interrupt();
                    writer.endsWith(InterruptedException.class);
                    assertEquals(0, lock.getQueueLength());
                    lock.writeLock().unlock();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void writersHaveConditionsAndReadersNone(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                    Condition changed = lock.writeLock().newCondition();
                    int[] value = new int[1];
                    World.Party waiter = world.go(() -> awaitValue(lock, changed, value));
                    waiter.awaitWaiting();
                    lock.writeLock().lock();
                    value[0] = 1;
                    changed.signalAll();
                    lock.writeLock().unlock();
                    waiter.end();
                    Lock reading = lock.readLock();
                    assertThrows(UnsupportedOperationException.class, reading::newCondition);
                });
    }

    @Suspendable
    private static void awaitValue(ReentrantReadWriteLock lock, Condition changed, int[] value)
            throws InterruptedException {
        lock.writeLock().lock();
        try {
            while (value[0] == 0) {
                changed.await();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void stampsAreValidUntilAWriterComes(World world) throws Exception {
        world.run(
                () -> {
                    StampedLock lock = new StampedLock();
                    long seen = lock.tryOptimisticRead();
                    assertNotEquals(0, seen);
                    assertTrue(lock.validate(seen));
                    long read = lock.readLock();
                    assertTrue(lock.validate(seen));
                    assertEquals(0, lock.tryWriteLock());
                    lock.unlockRead(read);
                    long write = lock.writeLock();
                    assertFalse(lock.validate(seen));
                    assertEquals(0, lock.tryOptimisticRead());
                    assertEquals(0, lock.tryReadLock(1, TimeUnit.MILLISECONDS));
                    assertEquals(0, lock.tryWriteLock(1, TimeUnit.MILLISECONDS));
                    lock.unlockWrite(write);
                    assertFalse(lock.validate(seen));
                    assertThrows(IllegalMonitorStateException.class, () -> lock.unlockWrite(write));
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void stampsAreConverted(World world) throws Exception {
        world.run(
                () -> {
                    StampedLock lock = new StampedLock();
                    long write = lock.tryConvertToWriteLock(lock.readLock());
                    assertNotEquals(0, write);
                    long read = lock.tryConvertToReadLock(write);
                    assertTrue(lock.isReadLocked());
                    long other = lock.readLock();
                    assertEquals(0, lock.tryConvertToWriteLock(read));
                    lock.unlock(other);
                    long seen = lock.tryConvertToOptimisticRead(read);
                    assertTrue(lock.validate(seen));
                    assertFalse(lock.isReadLocked() || lock.isWriteLocked());
                    assertFalse(lock.tryUnlockRead() || lock.tryUnlockWrite());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void stampedWritersExclude(World world) throws Exception {
        world.run(
                () -> {
                    StampedLock lock = new StampedLock();
                    int[] value = new int[2];
                    AtomicInteger optimistic = new AtomicInteger();
                    List<World.Party> all = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        all.add(world.go(() -> stampedWrite(lock, value)));
                        all.add(world.go(() -> stampedRead(lock, value, optimistic)));
                    }
                    for (World.Party p : all) {
                        p.end();
                    }
                    assertEquals(300, value[1]);
                    assertTrue(optimistic.get() <= 300);
                    assertFalse(lock.isReadLocked() || lock.isWriteLocked());
                });
    }

    @Suspendable
    private static void stampedWrite(StampedLock lock, int[] value) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            long stamp = i % 2 == 0 ? lock.writeLock() : lock.writeLockInterruptibly();
            value[0]++;
            if (i % 8 == 0) {
                Thread.yield();
            }
            value[1]++;
            lock.unlockWrite(stamp);
        }
    }

    @Suspendable
    private static void stampedRead(StampedLock lock, int[] value, AtomicInteger optimistic)
            throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            long stamp = lock.readLockInterruptibly();
            try {
                int first = value[0];
                if (i % 8 == 0) {
                    Thread.yield();
                }
                assertEquals(first, value[1]);
            } finally {
                lock.unlockRead(stamp);
            }
            if (lock.validate(lock.tryOptimisticRead())) {
                optimistic.incrementAndGet();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void stampedWaitsEndByInterrupt(World world) throws Exception {
        world.run(
                () -> {
                    StampedLock lock = new StampedLock();
                    long stamp = lock.writeLock();
                    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
                    World.Party reader = world.go(() -> lock.readLockInterruptibly());
                    reader.awaitWaiting().interrupt();
                    reader.endsWith(InterruptedException.class);
                    World.Party writer =
                            world.go(
                                            () -> {
                                                long own = lock.writeLock();
                                                order.add(1);
                                                lock.unlockWrite(own);
                                            })
                                    .awaitWaiting();
                    order.add(0);
                    lock.unlockWrite(stamp);
                    writer.end();
                    assertEquals(List.of(0, 1), order);
                });
    }
}
