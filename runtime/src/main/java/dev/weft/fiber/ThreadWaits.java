package dev.weft.fiber;

import dev.weft.woven.StackTraces;
import java.util.concurrent.locks.LockSupport;

/**
 * The waits of threads: plain ones, and carriers whose fiber is pinned. A pinned wait first gives
 * the carrier's queue away, so that only this fiber waits.
 */
final class ThreadWaits {
    /**
     * Withdraws a park: nothing else refers to the waiter. Also says that a permit ends the wait.
     */
    static final Canceller PARK = waiter -> true;

    /** Withdraws a sleep: nothing else refers to the waiter. */
    static final Canceller SLEEP = waiter -> true;

    private static final ThreadLocal<Waiter> CACHE = new ThreadLocal<>();

    private ThreadWaits() {}

    /** An outcome that is an exception. */
    static final class Failure {
        final Throwable thrown;

        Failure(Throwable thrown) {
            this.thrown = thrown;
        }
    }

    /** Starts a wait of the current thread, or of the pinned fiber on it. */
    static Waiter begin() {
        Fiber<?> fiber = Fiber.current();
        if (fiber != null && fiber.scheduler.waitsPinnedAsFiber()) {
            return fiber.beginWait();
        }
        Waiter waiter = CACHE.get();
        if (waiter == null) {
            waiter = new Waiter(Thread.currentThread());
            CACHE.set(waiter);
        }
        waiter.reset();
        return waiter;
    }

    static void forget(Waiter waiter) {
        if (CACHE.get() == waiter) {
            CACHE.remove();
        }
    }

    static void wake(Thread thread) {
        LockSupport.unpark(thread);
    }

    static Object await(Waiter waiter, long nanos, Object timeoutValue) {
        if (waiter.owner instanceof Fiber) {
            Fiber<?> pinned = (Fiber<?>) waiter.owner;
            long begun = System.nanoTime();
            try {
                return pinned.scheduler.awaitPinned(pinned, waiter);
            } finally {
                Pins.waited(pinned, System.nanoTime() - begun);
            }
        }
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            return awaitThread(waiter, null, nanos, timeoutValue);
        }
        enter(fiber, waiter);
        long begun = System.nanoTime();
        try {
            return awaitThread(waiter, fiber, nanos, timeoutValue);
        } finally {
            fiber.extras().pinned = null;
            HandOff.exit(fiber);
            Pins.waited(fiber, System.nanoTime() - begun);
        }
    }

    /** Gives the carrier away. Takes the wait back when there is no memory for that. */
    private static void enter(Fiber<?> fiber, Waiter waiter) {
        try {
            fiber.extras().pinned = waiter;
            HandOff.enter(fiber);
        } catch (OutOfMemoryError error) {
            Extras extras = fiber.extrasOrNull();
            if (extras != null) {
                extras.pinned = null;
            }
            takeBack(waiter);
            throw error;
        }
    }

    /** Takes back a wait that has begun; what a waker has given already is dropped. */
    static void takeBack(Waiter waiter) {
        if (waiter.owner instanceof Fiber) {
            Parking.takeBack((Fiber<?>) waiter.owner);
        } else if (!waiter.canceller.withdraw(waiter)) {
            awaitUninterruptibly(waiter);
        }
    }

    private static Object awaitThread(
            Waiter waiter, Fiber<?> fiber, long nanos, Object timeoutValue) {
        long deadline = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
        while (!waiter.isDelivered()) {
            if (isInterrupted(fiber)) {
                return interrupt(waiter, fiber);
            }
            if (fiber != null
                    && waiter.canceller == PARK
                    && Parking.clearFlag(fiber, Parking.PERMIT)) {
                return null;
            }
            if (nanos == Long.MAX_VALUE) {
                LockSupport.park(waiter.reason);
                continue;
            }
            long left = deadline - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(waiter.reason, left);
            } else if (waiter.canceller.withdraw(waiter)) {
                waiter.item = timeoutValue;
                return outcome(waiter);
            } else {
                awaitUninterruptibly(waiter);
            }
        }
        return outcome(waiter);
    }

    private static boolean isInterrupted(Fiber<?> fiber) {
        return Thread.currentThread().isInterrupted()
                || fiber != null && Parking.isInterrupting(fiber.flags);
    }

    private static Object interrupt(Waiter waiter, Fiber<?> fiber) {
        if (!waiter.canceller.withdraw(waiter)) {
            awaitUninterruptibly(waiter);
            return outcome(waiter);
        }
        boolean cancelled = false;
        boolean thread = Thread.interrupted();
        if (!thread) {
            cancelled = Parking.takeInterrupt(fiber);
        }
        Throwable thrown = waiter.canceller.interruption(cancelled);
        if (thread && !(thrown instanceof InterruptedException)) {
            Thread.currentThread().interrupt();
        }
        throw Sneaky.raise(thrown);
    }

    /** A waker has taken the waiter; its outcome comes in a moment. */
    private static void awaitUninterruptibly(Waiter waiter) {
        boolean interrupted = false;
        while (!waiter.isDelivered()) {
            LockSupport.park(waiter.reason);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Object outcome(Waiter waiter) {
        Object value = waiter.item;
        waiter.item = null;
        waiter.reason = null;
        if (value instanceof Failure) {
            Throwable thrown = ((Failure) value).thrown;
            StackTraces.arrive(thrown, null);
            throw Sneaky.raise(thrown);
        }
        return value;
    }
}
