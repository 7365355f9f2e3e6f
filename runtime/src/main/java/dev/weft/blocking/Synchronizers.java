package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberCountDownLatch;
import dev.weft.concurrent.FiberCyclicBarrier;
import dev.weft.concurrent.FiberExchanger;
import dev.weft.concurrent.FiberPhaser;
import dev.weft.concurrent.FiberSemaphore;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Stand-ins for the synchronizers of {@code java.util.concurrent}, none of which belongs to a
 * thread. Those that woven code makes are of {@code dev.weft.concurrent}, where fibers park. For
 * others: what can be had at once is; else the fiber waits, for semaphores and latches with one
 * thread for all that wait at one, for the others with a thread each.
 */
public final class Synchronizers {
    private Synchronizers() {}

    /** {@link Semaphore#acquire()}. */
    @Suspendable
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void acquire(Semaphore it) throws Exception {
        if (it instanceof FiberSemaphore) {
            ((FiberSemaphore) it).acquire();
            return;
        }
        if (Thread.currentThread().isInterrupted() || !it.tryAcquire(0, TimeUnit.SECONDS)) {
            Blocking.shared(it, "acquire", () -> done(() -> it.acquire()), Long.MAX_VALUE, null);
        }
    }

    /** {@link Semaphore#acquire(int)}. */
    @Suspendable
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void acquire(Semaphore it, int permits) throws Exception {
        if (it instanceof FiberSemaphore) {
            ((FiberSemaphore) it).acquire(permits);
            return;
        }
        if (Thread.currentThread().isInterrupted()
                || !it.tryAcquire(permits, 0, TimeUnit.SECONDS)) {
            Blocking.shared(
                    it, "acquire", () -> done(() -> it.acquire(permits)), Long.MAX_VALUE, null);
        }
    }

    /** {@link Semaphore#acquireUninterruptibly()}. */
    @Suspendable
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void acquireUninterruptibly(Semaphore it) throws Exception {
        if (it instanceof FiberSemaphore) {
            ((FiberSemaphore) it).acquireUninterruptibly();
            return;
        }
        if (Thread.currentThread().isInterrupted() || !it.tryAcquire(0, TimeUnit.SECONDS)) {
            Blocking.call(
                    () -> {
                        it.acquireUninterruptibly();
                        return null;
                    });
        }
    }

    /** {@link Semaphore#acquireUninterruptibly(int)}. */
    @Suspendable
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void acquireUninterruptibly(Semaphore it, int permits) throws Exception {
        if (it instanceof FiberSemaphore) {
            ((FiberSemaphore) it).acquireUninterruptibly(permits);
            return;
        }
        if (Thread.currentThread().isInterrupted()
                || !it.tryAcquire(permits, 0, TimeUnit.SECONDS)) {
            Blocking.call(
                    () -> {
                        it.acquireUninterruptibly(permits);
                        return null;
                    });
        }
    }

    /** {@link Semaphore#tryAcquire(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean tryAcquire(Semaphore it, long timeout, TimeUnit unit) throws Exception {
        if (it instanceof FiberSemaphore) {
            return ((FiberSemaphore) it).tryAcquire(timeout, unit);
        }
        if (!Thread.currentThread().isInterrupted() && it.tryAcquire(0, TimeUnit.SECONDS)) {
            return true;
        }
        return Blocking.shared(
                it, "acquire", () -> it.tryAcquire(timeout, unit), unit.toNanos(timeout), false);
    }

    /** {@link Semaphore#tryAcquire(int, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Semaphore.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean tryAcquire(Semaphore it, int permits, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberSemaphore) {
            return ((FiberSemaphore) it).tryAcquire(permits, timeout, unit);
        }
        if (!Thread.currentThread().isInterrupted()
                && it.tryAcquire(permits, 0, TimeUnit.SECONDS)) {
            return true;
        }
        return Blocking.shared(
                it,
                "acquire",
                () -> it.tryAcquire(permits, timeout, unit),
                unit.toNanos(timeout),
                false);
    }

    /** {@link CountDownLatch#await()}. */
    @Suspendable
    @StandIn(value = CountDownLatch.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void await(CountDownLatch it) throws Exception {
        if (it instanceof FiberCountDownLatch) {
            ((FiberCountDownLatch) it).await();
            return;
        }
        if (it.getCount() != 0 || Thread.currentThread().isInterrupted()) {
            Blocking.shared(it, "await", () -> done(() -> it.await()), Long.MAX_VALUE, null);
        }
    }

    /** {@link CountDownLatch#await(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = CountDownLatch.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean await(CountDownLatch it, long timeout, TimeUnit unit) throws Exception {
        if (it instanceof FiberCountDownLatch) {
            return ((FiberCountDownLatch) it).await(timeout, unit);
        }
        if (it.getCount() == 0 && !Thread.currentThread().isInterrupted()) {
            return true;
        }
        return Blocking.shared(
                it, "await", () -> it.await(timeout, unit), unit.toNanos(timeout), false);
    }

    /** {@link CyclicBarrier#await()}. */
    @Suspendable
    @StandIn(value = CyclicBarrier.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static int await(CyclicBarrier it) throws Exception {
        if (it instanceof FiberCyclicBarrier) {
            return ((FiberCyclicBarrier) it).await();
        }
        return Blocking.call(() -> it.await());
    }

    /** {@link CyclicBarrier#await(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = CyclicBarrier.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static int await(CyclicBarrier it, long timeout, TimeUnit unit) throws Exception {
        if (it instanceof FiberCyclicBarrier) {
            return ((FiberCyclicBarrier) it).await(timeout, unit);
        }
        return Blocking.call(() -> it.await(timeout, unit));
    }

    /** {@link Phaser#arriveAndAwaitAdvance()}. */
    @Suspendable
    @StandIn(value = Phaser.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static int arriveAndAwaitAdvance(Phaser it) throws Exception {
        if (it instanceof FiberPhaser) {
            return ((FiberPhaser) it).arriveAndAwaitAdvance();
        }
        return Blocking.call(() -> it.arriveAndAwaitAdvance());
    }

    /** {@link Phaser#awaitAdvance(int)}. */
    @Suspendable
    @StandIn(value = Phaser.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static int awaitAdvance(Phaser it, int phase) throws Exception {
        if (it instanceof FiberPhaser) {
            return ((FiberPhaser) it).awaitAdvance(phase);
        }
        return Blocking.call(() -> it.awaitAdvance(phase));
    }

    /** {@link Phaser#awaitAdvanceInterruptibly(int)}. */
    @Suspendable
    @StandIn(value = Phaser.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static int awaitAdvanceInterruptibly(Phaser it, int phase) throws Exception {
        if (it instanceof FiberPhaser) {
            return ((FiberPhaser) it).awaitAdvanceInterruptibly(phase);
        }
        return Blocking.call(() -> it.awaitAdvanceInterruptibly(phase));
    }

    /** {@link Phaser#awaitAdvanceInterruptibly(int, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Phaser.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static int awaitAdvanceInterruptibly(Phaser it, int phase, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberPhaser) {
            return ((FiberPhaser) it).awaitAdvanceInterruptibly(phase, timeout, unit);
        }
        return Blocking.call(() -> it.awaitAdvanceInterruptibly(phase, timeout, unit));
    }

    /** {@link Exchanger#exchange(Object)}. */
    @Suspendable
    @StandIn(value = Exchanger.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object exchange(Exchanger<Object> it, Object value) throws Exception {
        if (it instanceof FiberExchanger) {
            return ((FiberExchanger<Object>) it).exchange(value);
        }
        return Blocking.call(() -> it.exchange(value));
    }

    /** {@link Exchanger#exchange(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Exchanger.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object exchange(Exchanger<Object> it, Object value, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberExchanger) {
            return ((FiberExchanger<Object>) it).exchange(value, timeout, unit);
        }
        return Blocking.call(() -> it.exchange(value, timeout, unit));
    }

    /** Makes a call without a result. */
    private static Void done(Action action) throws Exception {
        action.run();
        return null;
    }

    /** Not suspendable: a stand-in inside must not suspend. */
    private interface Action {
        void run() throws Exception;
    }
}
