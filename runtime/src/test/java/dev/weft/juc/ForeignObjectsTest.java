package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects of the JDK's own classes, which woven code did not make: nobody blocks the others. */
@Timeout(30)
class ForeignObjectsTest {
    static Stream<Scheduler> schedulers() {
        return Stream.of(Scheduler.shared(), Scheduler.singleThreaded());
    }

    /** As code that is not woven makes it. */
    private static <T> T make(Class<T> type, int... arguments) throws Exception {
        T made =
                arguments.length == 0
                        ? type.getConstructor().newInstance()
                        : type.getConstructor(int.class).newInstance(arguments[0]);
        assertSame(type, made.getClass());
        return made;
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void locksKeepTheFiberOnItsThread(Scheduler scheduler) throws Exception {
        ReentrantLock lock = make(ReentrantLock.class);
        int[] count = {0};
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<Void>> fibers = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        fibers.add(
                                Weft.go(
                                        () -> {
                                            lock.lock();
                                            int seen = count[0];
                                            Thread.sleep(2);
                                            count[0] = seen + 1;
                                            lock.unlock();
                                        }));
                    }
                    for (Fiber<Void> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
        assertEquals(5, count[0]);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void conditionsOfForeignLocks(Scheduler scheduler) throws Exception {
        ReentrantLock lock = make(ReentrantLock.class);
        Condition condition = lock.newCondition();
        boolean[] ready = {false};
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> waits =
                            Weft.go(
                                    () -> {
                                        lock.lock();
                                        while (!ready[0]) {
                                            condition.await();
                                        }
                                        lock.unlock();
                                    });
                    Thread.sleep(2);
                    lock.lock();
                    ready[0] = true;
                    condition.signalAll();
                    lock.unlock();
                    waits.join();
                    return null;
                });
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    @SuppressWarnings("unchecked")
    void queuesSemaphoresLatchesAndBarriers(Scheduler scheduler) throws Exception {
        BlockingQueue<Integer> queue = make(LinkedBlockingQueue.class);
        Semaphore semaphore = make(Semaphore.class, 0);
        CountDownLatch latch = make(CountDownLatch.class, 1);
        CyclicBarrier barrier = make(CyclicBarrier.class, 2);
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Integer> waits =
                            Weft.go(
                                    () -> {
                                        int sum = queue.take();
                                        semaphore.acquire(2);
                                        latch.await();
                                        barrier.await();
                                        return sum + queue.poll(1, TimeUnit.DAYS);
                                    });
                    queue.put(1);
                    semaphore.release(2);
                    latch.countDown();
                    barrier.await();
                    queue.put(2);
                    assertEquals(3, waits.join());
                    assertTrue(queue.isEmpty());
                    return null;
                });
    }

    /** Taken by the thread, in code that is not woven; given back by a fiber of another one. */
    @Test
    void aForeignLockGivenBackElsewhereSaysWhy() throws Exception {
        ReentrantLock lock = UnwovenBodies.lock();
        Thread holder = UnwovenBodies.holding(lock);
        IllegalMonitorStateException thrown =
                Weft.run(Scheduler.workStealing(1), () -> refused(lock));
        assertTrue(thrown.getMessage().contains("code that is not woven"), thrown::getMessage);
        UnwovenBodies.let(holder);
        holder.join();
        assertNull(refused(lock).getMessage(), "a thread gets the JDK's own");
    }

    @Suspendable
    private static IllegalMonitorStateException refused(ReentrantLock lock) {
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            return e;
        }
        throw new AssertionError("it was given back");
    }
}
