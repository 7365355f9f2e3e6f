package dev.weft.fiber;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The states of a fiber and the two-phase parking between them.
 *
 * <pre>
 * QUEUED → RUNNING → PARKING → PARKED → QUEUED       the usual way
 *                    PARKING → NOTIFIED → RUNNING    woken before its frames were saved: goes on
 *          RUNNING → YIELDING → QUEUED
 *                               PARKED → HELD        somebody looks whether to end the wait early
 *                                 HELD → PARKED | QUEUED | HELD_NOTIFIED → QUEUED
 *          RUNNING → LATE → LOCKED → TAKEN → RUNNING   where a lock guards it, see WaitPlace
 *                             LOCKED → PARKED          brought there to be held
 *          RUNNING → DONE
 * </pre>
 *
 * <p>A leaf sets PARKING and then publishes its waiter; the carrier sets PARKED once the frames are
 * saved. Between the two a waker may come. Waker and carrier each do one compare-and-set; the one
 * that is second makes the fiber go on.
 *
 * <p>HELD is a short lock for what comes from outside the wait queue: a timer, a cancellation, an
 * interrupt, an unpark. While a fiber is held it can't run, so the wait that the holder looks at
 * can't be replaced by the next one under its hands; a waker that comes meanwhile leaves
 * HELD_NOTIFIED and the holder wakes the fiber. Whoever wants something of a fiber sets a flag
 * first and then calls {@link #attend}; the carrier and each holder look at the flags after PARKED
 * is visible, so one of them sees it.
 */
final class Parking {
    static final byte QUEUED = 0;
    static final byte RUNNING = 1;
    static final byte PARKING = 2;
    static final byte PARKED = 3;
    static final byte NOTIFIED = 4;
    static final byte HELD = 5;
    static final byte HELD_NOTIFIED = 6;
    static final byte YIELDING = 7;
    static final byte DONE = 8;

    /** To be queued once the frames are saved; see {@link WaitPlace}. */
    static final byte LATE = 9;

    /** Waits in a {@link WaitPlace}, whose lock guards the state. */
    static final byte LOCKED = 10;

    /** Has been taken out of a {@link WaitPlace}'s queue and is about to be woken. */
    static final byte TAKEN = 11;

    /** Flag: cancelled; stays set. */
    static final byte CANCEL = 1;

    /** Flag: interrupted; taken by the wait that it ends. */
    static final byte INTERRUPT = 2;

    /** Flag: cancellation is not seen now. */
    static final byte SHIELD = 4;

    /** Flag: an unpark that no park has taken yet. */
    static final byte PERMIT = 8;

    /** Flag: the outcome is an exception. */
    static final byte FAILED = 16;

    /** Flag: the body has no result. */
    static final byte VOID = 32;

    /** Flag: on a confined scheduler: the fiber's turn is that of the thread it blocks. */
    static final byte BLOCKED = 64;

    /** Flag: a scope whose body it runs is cancelled; cleared when that scope is left. */
    static final byte SCOPED = -128;

    /** Flags that may end a wait. */
    static final byte ATTENTION = CANCEL | INTERRUPT | PERMIT | SCOPED;

    static final VarHandle STATE;
    static final VarHandle FLAGS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Fiber.class, "state", byte.class);
            FLAGS = lookup.findVarHandle(Fiber.class, "flags", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Parking() {}

    /**
     * The carrier's side, after the frames were saved, where others may wake at the same time.
     *
     * @return false when the fiber has been woken and must go on; after true don't touch it
     */
    static boolean park(Fiber<?> fiber) {
        if (fiber.state == LATE) {
            Waiter waiter = fiber.waiter;
            return ((WaitPlace) waiter.reason).settle(waiter);
        }
        if (STATE.compareAndSet(fiber, PARKING, PARKED)) {
            if ((fiber.flags & ATTENTION) != 0) {
                attend(fiber);
            }
            return true;
        }
        return false;
    }

    /**
     * The waker's side.
     *
     * @return true when the fiber was parked and the caller must queue it
     */
    static boolean wake(Fiber<?> fiber) {
        if (fiber.state == TAKEN) {
            return true;
        }
        if (fiber.state == LATE) {
            fiber.state = NOTIFIED; // by its own carrier, in settle
            return false;
        }
        for (; ; ) {
            if (STATE.compareAndSet(fiber, PARKED, QUEUED)) {
                return true;
            }
            if (STATE.compareAndSet(fiber, PARKING, NOTIFIED)
                    || STATE.compareAndSet(fiber, HELD, HELD_NOTIFIED)) {
                return false;
            }
            byte seen = (byte) STATE.getVolatile(fiber);
            if (seen != PARKED && seen != PARKING && seen != HELD) {
                throw new IllegalStateException(
                        "woken twice, or not waiting: " + fiber + " in state " + seen);
            }
        }
    }

    static void setFlag(Fiber<?> fiber, byte flag) {
        FLAGS.getAndBitwiseOr(fiber, flag);
    }

    /** Returns whether it was set. */
    static boolean clearFlag(Fiber<?> fiber, byte flag) {
        return (fiber.flags & flag) != 0
                && ((byte) FLAGS.getAndBitwiseAnd(fiber, (byte) ~flag) & flag) != 0;
    }

    /** Whether a wait should end now for a cancellation or an interrupt. */
    static boolean isInterrupting(int flags) {
        return (flags & INTERRUPT) != 0
                || (flags & SHIELD) == 0 && (flags & (CANCEL | SCOPED)) != 0;
    }

    /**
     * Holds a parked fiber. False when it isn't parked (or held by another, who will look again).
     */
    static boolean hold(Fiber<?> fiber) {
        byte seen = (byte) STATE.getVolatile(fiber);
        if (seen == LATE || seen == LOCKED) {
            WaitPlace.expose(fiber);
        }
        return STATE.compareAndSet(fiber, PARKED, HELD);
    }

    /** Ends a hold without ending the wait. */
    static void release(Fiber<?> fiber) {
        if (!STATE.compareAndSet(fiber, HELD, PARKED)) {
            wakeHeld(fiber);
        } else if ((fiber.flags & ATTENTION) != 0) {
            attend(fiber);
        }
    }

    /** Ends a hold and the wait: the outcome is in the registers. */
    static void wakeHeld(Fiber<?> fiber) {
        STATE.setVolatile(fiber, QUEUED);
        fiber.scheduler.next(fiber);
    }

    /** Looks at the flags of a fiber that may be parked and ends its wait when they say so. */
    static void attend(Fiber<?> fiber) {
        int flags;
        do {
            if (!hold(fiber)) {
                return;
            }
            flags = fiber.flags;
            if (endsWait(fiber, flags)) {
                wakeHeld(fiber);
                return;
            }
            if (!STATE.compareAndSet(fiber, HELD, PARKED)) {
                wakeHeld(fiber);
                return;
            }
        } while (fiber.flags != flags);
    }

    private static boolean endsWait(Fiber<?> fiber, int flags) {
        Waiter waiter = fiber.waiter;
        Canceller canceller = waiter.canceller;
        if ((flags & PERMIT) != 0 && canceller == ThreadWaits.PARK) {
            clearFlag(fiber, PERMIT);
        } else if (isInterrupting(flags) && canceller.withdraw(waiter)) {
            fiber.failure = interruption(canceller, takeInterrupt(fiber));
        } else {
            return false;
        }
        dropTimer(waiter);
        return true;
    }

    /**
     * Takes back a wait that has begun, whose frames can't be saved; also a yield. When a waker has
     * ended it already, what that gave is dropped. One that was still to be queued (LATE) is in
     * nobody's hand, but who looks at the fiber from outside would look again for ever. By the
     * thread that runs the fiber.
     */
    static void takeBack(Fiber<?> fiber) {
        byte seen = (byte) STATE.getVolatile(fiber);
        if (seen == PARKING) {
            dropTimer(fiber.waiter);
            if (!fiber.waiter.canceller.withdraw(fiber.waiter)) {
                while ((byte) STATE.getVolatile(fiber) == PARKING) {
                    fiber.scheduler.receiveWakes();
                    Thread.onSpinWait();
                }
            }
        } else if (seen != NOTIFIED && seen != YIELDING && seen != LATE) {
            return;
        }
        fiber.ref = null;
        fiber.failure = null;
        STATE.setVolatile(fiber, RUNNING);
    }

    /** Ends the wait of a parked fiber with an exception. False when it is being woken already. */
    static boolean failParked(Fiber<?> fiber, Throwable thrown) {
        if (!hold(fiber)) {
            return false;
        }
        Waiter waiter = fiber.waiter;
        if (!waiter.canceller.withdraw(waiter)) {
            release(fiber);
            return false;
        }
        fiber.failure = thrown;
        dropTimer(waiter);
        wakeHeld(fiber);
        return true;
    }

    private static Throwable interruption(Canceller canceller, boolean cancelled) {
        try {
            return canceller.interruption(cancelled);
        } catch (OutOfMemoryError error) {
            return error; // the wait is withdrawn: it must end with something
        }
    }

    private static void dropTimer(Waiter waiter) {
        WaitTimeout timeout = waiter.timer;
        if (timeout != null) {
            waiter.timer = null;
            timeout.cancel();
        }
    }

    /** Takes the interrupt or, without one, leaves the cancellation. True for a cancellation. */
    static boolean takeInterrupt(Fiber<?> fiber) {
        return !clearFlag(fiber, INTERRUPT);
    }
}
