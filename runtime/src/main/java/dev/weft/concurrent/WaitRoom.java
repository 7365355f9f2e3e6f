package dev.weft.concurrent;

import dev.weft.fiber.Caller;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.CheckedCanceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.SpinLocked;
import dev.weft.fiber.WaitQueue;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A queue of fibers and threads that wait, and the lock that guards it. What this package's
 * synchronizers have in common.
 */
abstract class WaitRoom extends SpinLocked {
    /** No time limit. */
    static final long FOR_EVER = Long.MAX_VALUE;

    /** What a wait of a thread returns when its time is over. */
    static final Object TIMED_OUT = new Object();

    /** The wait can't be ended early, as in methods that do not declare an interrupt. */
    static final Canceller SHIELDED = w -> false;

    /** The wait is ended by interrupts and cancellations. */
    static final Canceller CHECKED =
            (CheckedCanceller) waiter -> ((WaitRoom) waiter.reason()).withdraw(waiter);

    /** What is waited for, in the eyes of users; its {@code toString} is shown in dumps. */
    private final Object shown;

    private Waiter first;

    WaitRoom(Object shown) {
        this.shown = shown;
    }

    /**
     * Starts a wait in this room; before the waiter is put in the queue. Within something that has
     * claimed the stack for a wait.
     */
    final Waiter begin(Stack stack, Canceller canceller) {
        stack.root().prim = 0; // what a time-out leaves in a fiber's register
        return Waiter.begin(stack, this, canceller);
    }

    /** With the lock held: puts a waiter at the end of the queue. */
    final void append(Waiter w) {
        first = WaitQueue.append(first, w);
    }

    /** With the lock held: puts a waiter before all others. */
    final void prepend(Waiter w) {
        WaitQueue.append(first, w);
        first = w;
    }

    /** With the lock held: who is next; null when nobody waits. */
    final Waiter peekFirst() {
        return first;
    }

    /** With the lock held: takes the next out of the queue; null when nobody waits. */
    final Waiter pollFirst() {
        Waiter w = first;
        if (w != null) {
            first = WaitQueue.remove(w, w);
        }
        return w;
    }

    /** Takes a waiter back; false when a waker has it. */
    final boolean withdraw(Waiter w) {
        acquireWithin();
        boolean queued = WaitQueue.isQueued(w);
        if (queued) {
            first = WaitQueue.remove(first, w);
            w.item = null;
        }
        release();
        return queued;
    }

    /** How many wait, at one moment. */
    final int countWaiting() {
        return callers(w -> true).size();
    }

    /** Whether a fiber or thread is among those who wait. */
    final boolean isWaiting(Object caller) {
        return callers(w -> true).contains(Objects.requireNonNull(caller));
    }

    /** The threads among those who wait and fit, at one moment. */
    final Collection<Thread> threadsWaiting(Predicate<Waiter> fits) {
        List<Thread> threads = new ArrayList<>();
        for (Object caller : callers(fits)) {
            if (caller instanceof Thread) {
                threads.add((Thread) caller);
            }
        }
        return threads;
    }

    /** Who waits, at one moment, in the order of waking. */
    final List<Object> callers(Predicate<Waiter> fits) {
        List<Object> found = new ArrayList<>();
        acquire();
        Waiter w = first;
        if (w != null) {
            do {
                if (fits.test(w)) {
                    found.add(w.caller());
                }
                w = w.next;
            } while (w != first);
        }
        release();
        return found;
    }

    /**
     * The last act of a leaf with a boolean result: waits in the queue that the waiter is in; false
     * when the time is over. Whoever wakes it calls {@code resumePrim(1)}.
     */
    static boolean await(Waiter w, long nanos, Stack stack) {
        if (nanos == FOR_EVER) {
            w.await(stack);
            return true;
        }
        return w.await(stack, nanos, TIMED_OUT) != TIMED_OUT;
    }

    /** When a wait of so long ends; never for {@link #FOR_EVER}. */
    static long deadline(long nanos) {
        return nanos == FOR_EVER ? 0 : Caller.nanoTime() + nanos;
    }

    /** How long it is until then. */
    static long left(long nanos, long deadline) {
        return nanos == FOR_EVER ? FOR_EVER : deadline - Caller.nanoTime();
    }

    /** How an object of this package shows itself: as the JDK's class would, under its own name. */
    static String text(Object o, String state) {
        return o.getClass().getName()
                + "@"
                + Integer.toHexString(System.identityHashCode(o))
                + state;
    }

    /** " by fiber x" or " by thread x". */
    static String by(Object owner) {
        return (owner instanceof Fiber ? " by fiber " : " by thread ") + Caller.nameOf(owner);
    }

    @Override
    public String toString() {
        // a queue's own text is what is in it
        return shown instanceof Collection
                ? text(shown, "[" + ((Collection<?>) shown).size() + " elements]")
                : String.valueOf(shown);
    }
}
