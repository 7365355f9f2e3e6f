package dev.weft.blocking;

import dev.weft.concurrent.FiberCompletionService;
import dev.weft.concurrent.FiberCountDownLatch;
import dev.weft.concurrent.FiberCyclicBarrier;
import dev.weft.concurrent.FiberExchanger;
import dev.weft.concurrent.FiberFutureTask;
import dev.weft.concurrent.FiberPhaser;
import dev.weft.concurrent.FiberReentrantLock;
import dev.weft.concurrent.FiberReentrantReadWriteLock;
import dev.weft.concurrent.FiberSemaphore;
import dev.weft.concurrent.FiberStampedLock;
import dev.weft.concurrent.Queued;
import dev.weft.woven.StandIn;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * The locks, synchronizers and futures that woven code makes: those of {@code dev.weft.concurrent},
 * in which fibers park. And the methods of them that are final in the JDK.
 */
public final class NewSynchronizers {
    private NewSynchronizers() {}

    /** {@link ReentrantLock#ReentrantLock()}. */
    @StandIn(
            value = ReentrantLock.class,
            constructor = true,
            superclass = FiberReentrantLock.class,
            mode = StandIn.Mode.PARKS)
    public static ReentrantLock newReentrantLock() {
        return new FiberReentrantLock();
    }

    /** {@link ReentrantLock#ReentrantLock(boolean)}. */
    @StandIn(
            value = ReentrantLock.class,
            constructor = true,
            superclass = FiberReentrantLock.class,
            mode = StandIn.Mode.PARKS)
    public static ReentrantLock newReentrantLock(boolean fair) {
        return new FiberReentrantLock(fair);
    }

    /** {@link ReentrantReadWriteLock#ReentrantReadWriteLock()}. */
    @StandIn(
            value = ReentrantReadWriteLock.class,
            constructor = true,
            superclass = FiberReentrantReadWriteLock.class,
            mode = StandIn.Mode.PARKS)
    public static ReentrantReadWriteLock newReentrantReadWriteLock() {
        return new FiberReentrantReadWriteLock();
    }

    /** {@link ReentrantReadWriteLock#ReentrantReadWriteLock(boolean)}. */
    @StandIn(
            value = ReentrantReadWriteLock.class,
            constructor = true,
            superclass = FiberReentrantReadWriteLock.class,
            mode = StandIn.Mode.PARKS)
    public static ReentrantReadWriteLock newReentrantReadWriteLock(boolean fair) {
        return new FiberReentrantReadWriteLock(fair);
    }

    /** {@link StampedLock#StampedLock()}. */
    @StandIn(
            value = StampedLock.class,
            constructor = true,
            superclass = FiberStampedLock.class,
            mode = StandIn.Mode.PARKS)
    public static StampedLock newStampedLock() {
        return new FiberStampedLock();
    }

    /** {@link Semaphore#Semaphore(int)}. */
    @StandIn(
            value = Semaphore.class,
            constructor = true,
            superclass = FiberSemaphore.class,
            mode = StandIn.Mode.PARKS)
    public static Semaphore newSemaphore(int permits) {
        return new FiberSemaphore(permits);
    }

    /** {@link Semaphore#Semaphore(int, boolean)}. */
    @StandIn(
            value = Semaphore.class,
            constructor = true,
            superclass = FiberSemaphore.class,
            mode = StandIn.Mode.PARKS)
    public static Semaphore newSemaphore(int permits, boolean fair) {
        return new FiberSemaphore(permits, fair);
    }

    /** {@link CountDownLatch#CountDownLatch(int)}. */
    @StandIn(
            value = CountDownLatch.class,
            constructor = true,
            superclass = FiberCountDownLatch.class,
            mode = StandIn.Mode.PARKS)
    public static CountDownLatch newCountDownLatch(int count) {
        return new FiberCountDownLatch(count);
    }

    /** {@link CyclicBarrier#CyclicBarrier(int)}. */
    @StandIn(
            value = CyclicBarrier.class,
            constructor = true,
            superclass = FiberCyclicBarrier.class,
            mode = StandIn.Mode.PARKS)
    public static CyclicBarrier newCyclicBarrier(int parties) {
        return new FiberCyclicBarrier(parties);
    }

    /** {@link CyclicBarrier#CyclicBarrier(int, Runnable)}. */
    @StandIn(
            value = CyclicBarrier.class,
            constructor = true,
            superclass = FiberCyclicBarrier.class,
            mode = StandIn.Mode.PARKS)
    public static CyclicBarrier newCyclicBarrier(int parties, Runnable action) {
        return new FiberCyclicBarrier(parties, action);
    }

    /** {@link Phaser#Phaser()}. */
    @StandIn(
            value = Phaser.class,
            constructor = true,
            superclass = FiberPhaser.class,
            mode = StandIn.Mode.PARKS)
    public static Phaser newPhaser() {
        return new FiberPhaser();
    }

    /** {@link Phaser#Phaser(int)}. */
    @StandIn(
            value = Phaser.class,
            constructor = true,
            superclass = FiberPhaser.class,
            mode = StandIn.Mode.PARKS)
    public static Phaser newPhaser(int parties) {
        return new FiberPhaser(parties);
    }

    /** {@link Phaser#Phaser(Phaser)}. */
    @StandIn(
            value = Phaser.class,
            constructor = true,
            superclass = FiberPhaser.class,
            mode = StandIn.Mode.PARKS)
    public static Phaser newPhaser(Phaser parent) {
        return newPhaser(parent, 0);
    }

    /** {@link Phaser#Phaser(Phaser, int)}. */
    @StandIn(
            value = Phaser.class,
            constructor = true,
            superclass = FiberPhaser.class,
            mode = StandIn.Mode.PARKS)
    public static Phaser newPhaser(Phaser parent, int parties) {
        return new FiberPhaser(parent, parties);
    }

    /** {@link Exchanger#Exchanger()}. */
    @StandIn(
            value = Exchanger.class,
            constructor = true,
            superclass = FiberExchanger.class,
            mode = StandIn.Mode.PARKS)
    public static <V> Exchanger<V> newExchanger() {
        return new FiberExchanger<>();
    }

    /** {@link FutureTask#FutureTask(Callable)}. */
    @StandIn(
            value = FutureTask.class,
            constructor = true,
            superclass = FiberFutureTask.class,
            mode = StandIn.Mode.PARKS)
    public static <V> FutureTask<V> newFutureTask(Callable<V> body) {
        return new FiberFutureTask<>(body);
    }

    /** {@link FutureTask#FutureTask(Runnable, V)}. */
    @StandIn(
            value = FutureTask.class,
            constructor = true,
            superclass = FiberFutureTask.class,
            mode = StandIn.Mode.PARKS)
    public static <V> FutureTask<V> newFutureTask(Runnable body, V result) {
        return new FiberFutureTask<>(body, result);
    }

    /** {@link ExecutorCompletionService#ExecutorCompletionService(Executor)}. */
    @StandIn(
            value = ExecutorCompletionService.class,
            constructor = true,
            superclass = FiberCompletionService.class,
            mode = StandIn.Mode.PARKS)
    public static <V> ExecutorCompletionService<V> newExecutorCompletionService(Executor executor) {
        return new FiberCompletionService<>(executor);
    }

    /** {@link ExecutorCompletionService#ExecutorCompletionService(Executor, BlockingQueue)}. */
    @StandIn(
            value = ExecutorCompletionService.class,
            constructor = true,
            superclass = FiberCompletionService.class,
            mode = StandIn.Mode.PARKS)
    public static <V> ExecutorCompletionService<V> newExecutorCompletionService(
            Executor executor, BlockingQueue<Future<V>> queue) {
        return new FiberCompletionService<>(executor, queue);
    }

    /** {@link ReentrantLock#hasQueuedThreads()}: fibers too. */
    @StandIn(value = ReentrantLock.class, mode = StandIn.Mode.PARKS)
    public static boolean hasQueuedThreads(ReentrantLock it) {
        return it instanceof Queued ? ((Queued) it).waiting() > 0 : it.hasQueuedThreads();
    }

    /** {@link ReentrantLock#getQueueLength()}: fibers too. */
    @StandIn(value = ReentrantLock.class, mode = StandIn.Mode.PARKS)
    public static int getQueueLength(ReentrantLock it) {
        return it instanceof Queued ? ((Queued) it).waiting() : it.getQueueLength();
    }

    /** {@link ReentrantLock#hasQueuedThread(Thread)}. */
    @StandIn(value = ReentrantLock.class, mode = StandIn.Mode.PARKS)
    public static boolean hasQueuedThread(ReentrantLock it, Thread thread) {
        return it instanceof Queued ? ((Queued) it).isWaiting(thread) : it.hasQueuedThread(thread);
    }

    /** {@link ReentrantReadWriteLock#hasQueuedThreads()}: fibers too. */
    @StandIn(value = ReentrantReadWriteLock.class, mode = StandIn.Mode.PARKS)
    public static boolean hasQueuedThreads(ReentrantReadWriteLock it) {
        return it instanceof Queued ? ((Queued) it).waiting() > 0 : it.hasQueuedThreads();
    }

    /** {@link ReentrantReadWriteLock#getQueueLength()}: fibers too. */
    @StandIn(value = ReentrantReadWriteLock.class, mode = StandIn.Mode.PARKS)
    public static int getQueueLength(ReentrantReadWriteLock it) {
        return it instanceof Queued ? ((Queued) it).waiting() : it.getQueueLength();
    }

    /** {@link ReentrantReadWriteLock#hasQueuedThread(Thread)}. */
    @StandIn(value = ReentrantReadWriteLock.class, mode = StandIn.Mode.PARKS)
    public static boolean hasQueuedThread(ReentrantReadWriteLock it, Thread thread) {
        return it instanceof Queued ? ((Queued) it).isWaiting(thread) : it.hasQueuedThread(thread);
    }

    /** {@link Semaphore#hasQueuedThreads()}: fibers too. */
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS)
    public static boolean hasQueuedThreads(Semaphore it) {
        return it instanceof Queued ? ((Queued) it).waiting() > 0 : it.hasQueuedThreads();
    }

    /** {@link Semaphore#getQueueLength()}: fibers too. */
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS)
    public static int getQueueLength(Semaphore it) {
        return it instanceof Queued ? ((Queued) it).waiting() : it.getQueueLength();
    }
}
