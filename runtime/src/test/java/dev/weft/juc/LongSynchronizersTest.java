package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberQueuedLongSynchronizer;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link UserSynchronizersTest}, on {@link AbstractQueuedLongSynchronizer}. */
@Timeout(120)
class LongSynchronizersTest {
    /** Each hold counts more than an int holds. */
    private static final long ONE = 1L << 40;

    /** A reentrant lock that knows its owner as a thread. */
    @Suspendable
    static final class Mutex extends AbstractQueuedLongSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean tryAcquire(long more) {
            Thread me = Thread.currentThread();
            if (getExclusiveOwnerThread() == me) {
                setState(getState() + more);
                return true;
            }
            boolean free = compareAndSetState(0, more);
            if (free) {
                setExclusiveOwnerThread(me);
            }
            return free;
        }

        @Override
        protected boolean tryRelease(long less) {
            if (!isHeldExclusively()) {
                throw new IllegalMonitorStateException("not the owner");
            }
            long left = getState() - less;
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

        long held() {
            return getState();
        }
    }

    /** Opened once, for all. */
    @Suspendable
    static final class Latch extends AbstractQueuedLongSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected long tryAcquireShared(long ignored) {
            return getState() == 0 ? -ONE : ONE;
        }

        @Override
        protected boolean tryReleaseShared(long ignored) {
            setState(1);
            return true;
        }
    }

    @Test
    void extendTheRuntimes() {
        assertInstanceOf(FiberQueuedLongSynchronizer.class, new Mutex());
        assertInstanceOf(FiberQueuedLongSynchronizer.Condition.class, new Mutex().condition());
    }

    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void oneAtATime(World world) throws Exception {
        Mutex mutex = new Mutex();
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

    @Suspendable
    private static void count(Mutex mutex, int[] counter) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            mutex.acquire(ONE);
            try {
                mutex.acquireInterruptibly(ONE);
                int seen = counter[0];
                if (i % 20 == 0) {
                    Weft.yield(); // the owner moves, and others of its carrier try
                }
                counter[0] = seen + 1;
                mutex.release(ONE);
            } finally {
                mutex.release(ONE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void waitsEndByTimeAndInterrupt(World world) throws Exception {
        world.run(
                () -> {
                    Mutex mutex = new Mutex();
                    mutex.acquire(1);
                    World.Party late =
                            world.go(() -> assertFalse(mutex.tryAcquireNanos(1, 1_000_000)));
                    late.end();
                    World.Party waiting = world.go(() -> mutex.acquireInterruptibly(1));
                    waiting.awaitWaiting();
                    assertEquals(1, mutex.getQueueLength());
                    waiting.interrupt();
                    waiting.endsWith(InterruptedException.class);
                    mutex.release(1);
                    assertThrows(IllegalMonitorStateException.class, () -> mutex.release(1));
                });
    }

    /** A condition gives the whole state back, and takes it again. */
    @ParameterizedTest
    @MethodSource("dev.weft.juc.World#all")
    void conditions(World world) throws Exception {
        world.run(
                () -> {
                    Mutex mutex = new Mutex();
                    Condition go = mutex.condition();
                    boolean[] told = new boolean[1];
                    World.Party waits = world.go(() -> await(mutex, go, told));
                    waits.awaitWaiting();
                    mutex.acquire(1);
                    told[0] = true;
                    go.signalAll();
                    mutex.release(1);
                    waits.end();
                    assertEquals(0, mutex.held());
                    assertThrows(IllegalMonitorStateException.class, go::signal);
                });
    }

    @Suspendable
    private static void await(Mutex mutex, Condition go, boolean[] told)
            throws InterruptedException {
        mutex.acquire(ONE);
        mutex.acquire(ONE);
        while (!told[0]) {
            go.await();
        }
        assertEquals(2 * ONE, mutex.held());
        mutex.release(2 * ONE);
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
                            for (int i = 0; i < 1000; i++) {
                                all.add(Weft.go(() -> pass(latch)));
                            }
                            while (latch.getQueueLength() < 1000) {
                                Weft.yield();
                            }
                            int threads = Thread.activeCount();
                            latch.releaseShared(1);
                            int sum = 0;
                            for (Fiber<Integer> f : all) {
                                sum += f.join();
                            }
                            assertEquals(1000, sum);
                            return threads;
                        });
        assertTrue(most - before < 50, "threads: " + before + " and then " + most);
    }

    @Suspendable
    private static int pass(Latch latch) throws InterruptedException {
        latch.acquireSharedInterruptibly(1);
        return 1;
    }
}
