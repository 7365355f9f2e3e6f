package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberReentrantLock;
import dev.weft.concurrent.Queued;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the specifications of ReentrantLock and Condition promise, for fibers and for threads. */
@Timeout(10)
class LockScenariosTest {
    static List<?> worlds() {
        List<Object> all = new ArrayList<>();
        World.all().forEach(all::add);
        return all;
    }

    @Test
    void newMakesTheFibersLock() {
        assertInstanceOf(FiberReentrantLock.class, new ReentrantLock());
        assertInstanceOf(FiberReentrantLock.class, new ReentrantLock(true));
        assertTrue(new ReentrantLock(true).isFair());
        assertFalse(new ReentrantLock().isFair());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void excludesAndIsReentrant(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    int[] inside = {0};
                    AtomicInteger most = new AtomicInteger();
                    List<World.Party> parties = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        parties.add(world.go(() -> enterOften(lock, inside, most)));
                    }
                    for (World.Party party : parties) {
                        party.end();
                    }
                    assertEquals(1, most.get());
                    assertEquals(8 * 200, inside[0]);
                    assertFalse(lock.isLocked());
                });
    }

    @Suspendable
    private static void enterOften(ReentrantLock lock, int[] count, AtomicInteger most)
            throws Exception {
        AtomicInteger now = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            lock.lock();
            try {
                lock.lock();
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                assertEquals(2, lock.getHoldCount());
                int seen = count[0];
                if (i % 8 == 0) {
                    Thread.yield(); // also while it is held
                }
                count[0] = seen + 1;
                now.decrementAndGet();
                lock.unlock();
            } finally {
                lock.unlock();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void holderSleepsAndOthersWaitInLine(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock(true);
                    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
                    lock.lock();
                    List<World.Party> parties = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        int number = i;
                        parties.add(
                                world.go(
                                                () -> {
                                                    lock.lock();
                                                    order.add(number);
                                                    Thread.sleep(1);
                                                    lock.unlock();
                                                })
                                        .awaitWaiting());
                        assertEquals(i + 1, lock.getQueueLength());
                    }
                    assertTrue(lock.hasQueuedThreads());
                    assertTrue(((Queued) lock).isWaiting(parties.get(2).identity()));
                    lock.unlock();
                    for (World.Party party : parties) {
                        party.end();
                    }
                    assertEquals(List.of(0, 1, 2, 3), order);
                    assertFalse(lock.hasQueuedThreads());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void onlyTheOwnerUnlocks(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    assertThrows(IllegalMonitorStateException.class, lock::unlock);
                    lock.lock();
                    World.Party other =
                            world.go(
                                    () -> {
                                        assertFalse(lock.isHeldByCurrentThread());
                                        assertEquals(0, lock.getHoldCount());
                                        assertFalse(lock.tryLock());
                                        assertFalse(lock.tryLock(1, TimeUnit.MILLISECONDS));
                                        lock.unlock();
                                    });
                    other.endsWith(IllegalMonitorStateException.class);
                    assertTrue(lock.isHeldByCurrentThread());
                    lock.unlock();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void interruptEndsTheInterruptibleWaitsOnly(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    lock.lock();
                    World.Party first = world.go(() -> lock.lockInterruptibly()).awaitWaiting();
                    World.Party second =
                            world.go(() -> lock.tryLock(1, TimeUnit.DAYS)).awaitWaiting();
                    AtomicInteger got = new AtomicInteger();
                    World.Party third =
                            world.go(
                                            () -> {
                                                lock.lock();
                                                got.incrementAndGet();
                                                lock.unlock();
                                                Thread.sleep(10_000); // the interrupt is pending
                                            })
                                    .awaitWaiting();
                    first.interrupt();
                    first.endsWith(InterruptedException.class);
                    second.interrupt();
                    second.endsWith(InterruptedException.class);
                    third.interrupt();
                    assertEquals(0, got.get());
                    lock.unlock();
                    third.endsWith(InterruptedException.class);
                    assertEquals(1, got.get());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void pendingInterruptEndsInterruptibleMethodsOnEntry(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    world.interruptSelf();
                    assertTrue(isInterrupted(() -> lock.lockInterruptibly()));
                    world.interruptSelf();
                    assertTrue(isInterrupted(() -> lock.tryLock(1, TimeUnit.DAYS)));
                    assertFalse(isInterrupted(() -> lock.lockInterruptibly()));
                    assertEquals(1, lock.getHoldCount());
                });
    }

    @Suspendable
    private static boolean isInterrupted(dev.weft.SuspendableRunnable body) throws Exception {
        try {
            body.run();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void conditionSignalsInOrderAndGivesTheLockBack(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    Condition condition = lock.newCondition();
                    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
                    List<World.Party> parties = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        int number = i;
                        parties.add(
                                world.go(
                                                () -> {
                                                    lock.lock();
                                                    lock.lock();
                                                    condition.await();
                                                    assertEquals(2, lock.getHoldCount());
                                                    order.add(number);
                                                    lock.unlock();
                                                    lock.unlock();
                                                })
                                        .awaitWaiting());
                    }
                    lock.lock();
                    assertTrue(lock.hasWaiters(condition));
                    assertEquals(3, lock.getWaitQueueLength(condition));
                    condition.signal();
                    lock.unlock();
                    parties.get(0).end();
                    assertEquals(List.of(0), order);
                    lock.lock();
                    condition.signalAll();
                    assertFalse(lock.hasWaiters(condition));
                    lock.unlock();
                    parties.get(1).end();
                    parties.get(2).end();
                    assertEquals(3, order.size());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void conditionNeedsItsLock(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    Condition condition = lock.newCondition();
                    assertThrows(IllegalMonitorStateException.class, condition::signal);
                    assertThrows(IllegalMonitorStateException.class, condition::signalAll);
                    World.Party party = world.go(() -> condition.await());
                    party.endsWith(IllegalMonitorStateException.class);
                    lock.lock();
                    Condition other = new ReentrantLock().newCondition();
                    assertThrows(IllegalArgumentException.class, () -> lock.hasWaiters(other));
                    assertThrows(NullPointerException.class, () -> lock.hasWaiters(null));
                    lock.unlock();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void conditionTimesOut(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    Condition condition = lock.newCondition();
                    lock.lock();
                    assertFalse(condition.await(5, TimeUnit.MILLISECONDS));
                    assertTrue(condition.awaitNanos(1_000) <= 0);
                    assertFalse(condition.awaitUntil(new Date(System.currentTimeMillis() + 5)));
                    assertEquals(1, lock.getHoldCount());
                    lock.unlock();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void interruptedAwaitHasTheLockWhenItThrows(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    Condition condition = lock.newCondition();
                    World.Party party =
                            world.go(
                                            () -> {
                                                lock.lock();
                                                try {
                                                    condition.await();
                                                } finally {
                                                    assertTrue(lock.isHeldByCurrentThread());
                                                    lock.unlock();
                                                }
                                            })
                                    .awaitWaiting();
                    party.interrupt();
                    party.endsWith(InterruptedException.class);
                    assertFalse(lock.isLocked());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void uninterruptibleAwaitStays(World world) throws Exception {
        world.run(
                () -> {
                    ReentrantLock lock = new ReentrantLock();
                    Condition condition = lock.newCondition();
                    World.Party party =
                            world.go(
                                            () -> {
                                                lock.lock();
                                                condition.awaitUninterruptibly();
                                                lock.unlock();
                                                Thread.sleep(10_000);
                                            })
                                    .awaitWaiting();
                    party.interrupt();
                    lock.lock();
                    assertEquals(1, lock.getWaitQueueLength(condition));
                    condition.signal();
                    lock.unlock();
                    party.endsWith(InterruptedException.class);
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void boundedBufferOfTwoConditions(World world) throws Exception {
        world.run(
                () -> {
                    Buffer buffer = new Buffer();
                    World.Party producer =
                            world.go(
                                    () -> {
                                        for (int i = 1; i <= 500; i++) {
                                            buffer.put(i);
                                        }
                                    });
                    long sum = 0;
                    for (int i = 1; i <= 500; i++) {
                        sum += buffer.take();
                    }
                    producer.end();
                    assertEquals(500 * 501 / 2, sum);
                });
    }

    private static final class Buffer {
        private final Lock lock = new ReentrantLock();
        private final Condition notEmpty = lock.newCondition();
        private final Condition notFull = lock.newCondition();
        private final int[] items = new int[3];
        private int count;

        @Suspendable
        void put(int item) throws InterruptedException {
            lock.lock();
            try {
                while (count == items.length) {
                    notFull.await();
                }
                items[count++] = item;
                notEmpty.signal();
            } finally {
                lock.unlock();
            }
        }

        @Suspendable
        int take() throws InterruptedException {
            lock.lock();
            try {
                while (count == 0) {
                    notEmpty.await();
                }
                notFull.signal();
                return items[--count];
            } finally {
                lock.unlock();
            }
        }
    }

    @Test
    void showsItselfAndIsSerialisedAsTheJdksLock() throws Exception {
        ReentrantLock lock = new ReentrantLock(true);
        assertTrue(lock.toString().endsWith("[Unlocked]"), lock.toString());
        lock.lock();
        assertTrue(lock.toString().contains("[Locked by thread "), lock.toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(lock);
        }
        Object read =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(ReentrantLock.class, read.getClass());
        assertTrue(((ReentrantLock) read).isFair());
        assertFalse(((ReentrantLock) read).isLocked());
    }
}
