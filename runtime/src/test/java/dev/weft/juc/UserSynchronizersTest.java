package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberQueuedSynchronizer;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Synchronizers that users build on {@link AbstractQueuedSynchronizer}, in woven code. */
@Timeout(120)
class UserSynchronizersTest {
    /** A reentrant lock, fair or not, that knows its owner as a thread. */
    @Suspendable
    static final class Mutex extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;
        private final boolean fair;

        Mutex(boolean fair) {
            this.fair = fair;
        }

        @Override
        protected boolean tryAcquire(int more) {
            Thread me = Thread.currentThread();
            if (getExclusiveOwnerThread() == me) {
                setState(getState() + more);
                return true;
            }
            boolean free = !(fair && hasQueuedPredecessors()) && compareAndSetState(0, more);
            if (free) {
                setExclusiveOwnerThread(me);
            }
            return free;
        }

        @Override
        protected boolean tryRelease(int less) {
            if (!isHeldExclusively()) {
                throw new IllegalMonitorStateException("not the owner");
            }
            int left = getState() - less;
            if (left == 0) {
                setExclusiveOwnerThread(null);
            }
            setState(left);
            return left == 0;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() > 0 && getExclusiveOwnerThread() == Thread.currentThread();
        }

        Condition condition() {
            return new ConditionObject();
        }
    }

    /** Opened once, for all. */
    @Suspendable
    static final class Latch extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected int tryAcquireShared(int ignored) {
            return getState() == 0 ? -1 : 1;
        }

        @Override
        protected boolean tryReleaseShared(int ignored) {
            setState(1);
            return true;
        }
    }

    @Test
    void extendTheRuntimes() {
        assertInstanceOf(FiberQueuedSynchronizer.class, new Mutex(false));
        assertInstanceOf(FiberQueuedSynchronizer.Condition.class, new Mutex(false).condition());
    }

    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void oneAtATime(World world) throws Exception {
        for (boolean fair : new boolean[] {false, true}) {
            Mutex mutex = new Mutex(fair);
            int[] counter = new int[1];
            world.run(
                    () -> {
                        List<World.Party> all = new ArrayList<>();
                        for (int i = 0; i < 8; i++) {
                            all.add(world.go(() -> count(mutex, counter)));
                        }
                        for (World.Party p : all) {
                            p.end();
                        }
                    });
            assertEquals(8 * 200, counter[0]);
            assertFalse(mutex.hasQueuedThreads());
        }
    }

    @Suspendable
    private static void count(Mutex mutex, int[] counter) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            mutex.acquire(1);
            try {
                mutex.acquireInterruptibly(1);
                int seen = counter[0];
                if (i % 20 == 0) {
                    Weft.yield(); // the owner moves, and others of its carrier try
                }
                counter[0] = seen + 1;
                mutex.release(1);
            } finally {
                mutex.release(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void waitsEndByTimeAndInterrupt(World world) throws Exception {
        world.run(
                () -> {
                    Mutex mutex = new Mutex(false);
                    mutex.acquire(1);
                    AtomicInteger ended = new AtomicInteger();
                    World.Party late =
                            world.go(
                                    () -> {
                                        assertFalse(mutex.tryAcquireNanos(1, 1_000_000));
                                        assertFalse(mutex.tryAcquireNanos(1, 0));
                                        ended.incrementAndGet();
                                    });
                    late.end();
                    World.Party waiting = world.go(() -> mutex.acquireInterruptibly(1));
                    waiting.awaitWaiting();
                    waiting.interrupt();
                    waiting.endsWith(InterruptedException.class);
                    assertEquals(1, ended.get());
                    assertFalse(mutex.hasQueuedThreads());
                    mutex.release(1);
                    assertThrows(IllegalMonitorStateException.class, () -> mutex.release(1));
                });
    }

    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void fairOnesServeInOrder(World world) throws Exception {
        world.run(
                () -> {
                    Mutex mutex = new Mutex(true);
                    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
                    mutex.acquire(1);
                    List<World.Party> all = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        int number = i;
                        all.add(
                                world.go(
                                                () -> {
                                                    mutex.acquire(1);
                                                    order.add(number);
                                                    mutex.release(1);
                                                })
                                        .awaitWaiting());
                        assertEquals(i + 1, mutex.getQueueLength());
                    }
                    mutex.release(1);
                    for (World.Party p : all) {
                        p.end();
                    }
                    assertEquals(List.of(0, 1, 2, 3, 4), order);
                });
    }

    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void conditionsOfABuffer(World world) throws Exception {
        world.run(
                () -> {
                    Mutex mutex = new Mutex(false);
                    Condition filled = mutex.condition();
                    Condition emptied = mutex.condition();
                    ArrayDeque<Integer> buffer = new ArrayDeque<>();
                    World.Party producer =
                            world.go(
                                    () -> {
                                        for (int i = 0; i < 100; i++) {
                                            put(mutex, buffer, filled, emptied, i);
                                        }
                                    });
                    int sum = 0;
                    for (int i = 0; i < 100; i++) {
                        sum += take(mutex, buffer, filled, emptied);
                    }
                    producer.end();
                    assertEquals(4950, sum);
                    assertThrows(IllegalMonitorStateException.class, filled::signal);
                    mutex.acquire(1);
                    assertTrue(filled.awaitNanos(1_000) <= 0);
                    assertFalse(filled.await(1, TimeUnit.MICROSECONDS));
                    filled.signalAll();
                    mutex.release(1);
                });
    }

    @Suspendable
    private static void put(
            Mutex mutex, ArrayDeque<Integer> buffer, Condition filled, Condition emptied, int i)
            throws InterruptedException {
        mutex.acquire(1);
        try {
            while (buffer.size() == 3) {
                emptied.await();
            }
            buffer.add(i);
            filled.signal();
        } finally {
            mutex.release(1);
        }
    }

    @Suspendable
    private static int take(
            Mutex mutex, ArrayDeque<Integer> buffer, Condition filled, Condition emptied)
            throws InterruptedException {
        mutex.acquire(1);
        try {
            while (buffer.isEmpty()) {
                filled.awaitUninterruptibly();
            }
            emptied.signalAll();
            return buffer.remove();
        } finally {
            mutex.release(1);
        }
    }

    @Test
    void waitingTakesNoThreads() {
        int before = Thread.activeCount();
        Latch latch = new Latch();
        int most =
                Weft.run(
                        Scheduler.workStealing(2),
                        () -> {
                            List<Fiber<Integer>> all = new ArrayList<>();
                            for (int i = 0; i < 10_000; i++) {
                                all.add(Weft.go(() -> pass(latch)));
                            }
                            while (latch.getQueueLength() < 10_000) {
                                Weft.yield();
                            }
                            int threads = Thread.activeCount();
                            latch.releaseShared(1);
                            int sum = 0;
                            for (Fiber<Integer> f : all) {
                                sum += f.join();
                            }
                            assertEquals(10_000, sum);
                            return threads;
                        });
        assertTrue(most - before < 50, "threads: " + before + " and then " + most);
    }

    @Suspendable
    private static int pass(Latch latch) throws InterruptedException {
        latch.acquireSharedInterruptibly(1);
        return 1;
    }

    /** A thread of code that is not woven waits in the JDK's line; woven releases wake it. */
    @Test
    void threadsOfUnwovenCodeAreWokenToo() throws Exception {
        Mutex mutex = new Mutex(false);
        mutex.acquire(1);
        Thread thread = UnwovenBodies.acquiring(mutex);
        thread.start();
        while (mutex.getQueueLength() == 0) {
            Thread.onSpinWait();
        }
        mutex.release(1);
        thread.join();
        assertFalse(mutex.isHeldExclusively());
    }
}
