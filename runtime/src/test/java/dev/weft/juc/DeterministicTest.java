package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.AllAsleepException;
import dev.weft.Suspendable;
import dev.weft.concurrent.FiberReentrantLock;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocking code of the JDK's under a seed: the same interleaving again, and hours in no time. */
@Timeout(30)
class DeterministicTest {
    @Test
    void aSeedRepeatsTheInterleaving() {
        Set<List<String>> different = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            List<String> first = trace(seed);
            assertEquals(first, trace(seed), "seed " + seed);
            different.add(first);
        }
        assertTrue(different.size() > 5, () -> "only " + different.size() + " interleavings");
    }

    private static List<String> trace(int seed) {
        return Weft.run(
                Scheduler.deterministic(seed),
                () -> {
                    Work work = new Work();
                    List<Fiber<Void>> fibers = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        int number = i;
                        fibers.add(Weft.go(() -> work.party(number)));
                    }
                    for (Fiber<Void> fiber : fibers) {
                        fiber.join();
                    }
                    return work.trace;
                });
    }

    /** A lock, a condition, a queue, a semaphore, a barrier and sleeps, used by four. */
    private static final class Work {
        private final List<String> trace = new ArrayList<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition even = lock.newCondition();
        private final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(1);
        private final Semaphore semaphore = new Semaphore(2);
        private final CyclicBarrier barrier = new CyclicBarrier(4);
        private int turns;

        @Suspendable
        void party(int number) throws Exception {
            for (int round = 0; round < 3; round++) {
                lock.lock();
                try {
                    turns++;
                    trace.add(number + " has the lock");
                    Thread.sleep(number);
                    even.signal();
                    if (turns % 2 == 1) {
                        even.await(1, TimeUnit.HOURS);
                    }
                } finally {
                    lock.unlock();
                }
                semaphore.acquire();
                queue.put(number);
                trace.add(number + " takes " + queue.take());
                semaphore.release();
                barrier.await();
            }
        }
    }

    @Test
    void waitsOfHoursTakeNoTime() {
        long hours =
                Weft.run(
                        Scheduler.deterministic(1),
                        () -> {
                            long start = Weft.currentScheduler().time().nanoTime();
                            ReentrantLock lock = new ReentrantLock();
                            CyclicBarrier barrier = new CyclicBarrier(2);
                            BlockingQueue<String> queue = new LinkedBlockingQueue<>();
                            Weft.go(
                                    () -> {
                                        lock.lock();
                                        TimeUnit.HOURS.sleep(1); // the others wait for the lock
                                        lock.unlock();
                                        TimeUnit.HOURS.sleep(1);
                                        barrier.await();
                                        TimeUnit.HOURS.sleep(1);
                                        queue.put("done");
                                    });
                            Weft.yield();
                            lock.lock();
                            lock.unlock();
                            barrier.await();
                            assertEquals("done", queue.poll(5, TimeUnit.HOURS));
                            new CountDownLatch(1).await(1, TimeUnit.HOURS);
                            long nanos = Weft.currentScheduler().time().nanoTime() - start;
                            return TimeUnit.NANOSECONDS.toHours(nanos);
                        });
        assertEquals(4, hours);
    }

    @Test
    void aDeadlockIsFoundAndSaysWhatIsWaitedFor() {
        ReentrantLock lock = new ReentrantLock();
        AllAsleepException asleep =
                assertThrows(
                        AllAsleepException.class,
                        () ->
                                Weft.run(
                                        Scheduler.deterministic(1),
                                        () -> {
                                            CountDownLatch never = new CountDownLatch(1);
                                            Weft.go(
                                                    () -> {
                                                        lock.lock();
                                                        never.await();
                                                    });
                                            Thread.sleep(1);
                                            lock.lock();
                                            return null;
                                        }));
        assertTrue(
                asleep.getMessage().contains(FiberReentrantLock.class.getName()),
                asleep::getMessage);
        assertTrue(asleep.getMessage().contains("[Locked by fiber "), asleep::getMessage);
    }
}
