package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The queue in front of a lock or semaphore: who can't have it now waits, who gives it back wakes
 * the first, and the first tries again.
 *
 * <p><b>Barging.</b> A lock that is given back is free for whoever comes first. Handing it to the
 * longest waiting at once (as {@code dev.weft.sync} does) would make each transfer cost a switch,
 * and for threads one of the operating system. So the first is woken and tries again; when it comes
 * too late it waits at the head of the queue. Only a <em>fair</em> gate makes newcomers queue up
 * while anybody is waiting or has been woken but not yet tried ({@code awoken}).
 *
 * <p><b>No wake-up is lost.</b> Who is going to wait raises {@code interested}, then tries under
 * the lock, then enters the queue, still under the lock. Who gives back changes the state, then
 * looks at {@code interested}, then wakes the first under the lock. All of these are volatile, so
 * either the one who waits sees the new state or the one who gives back sees the interest, and then
 * finds it in the queue or has it try after the change. Who leaves without having got it wakes the
 * next one in its place. Who has been woken always tries once; while it has not, no other is woken,
 * or it could be overtaken by the one behind it.
 */
abstract class Gate extends WaitRoom {
    private static final VarHandle INTERESTED;

    /** Result of an attempt: the time is over. */
    private static final long LATE = 0;

    /** Result of an attempt: woken, try again. */
    private static final long WOKEN = 1;

    /** Result of an attempt: granted. */
    private static final long GRANTED = 2;

    static {
        try {
            INTERESTED = MethodHandles.lookup().findVarHandle(Gate.class, "interested", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final boolean fair;

    /** How many are in {@link #obtain}. */
    private volatile int interested;

    /** How many have been woken and not tried yet: 0 or 1. Guarded by the lock. */
    private int awoken;

    Gate(Object shown, boolean fair) {
        super(shown);
        this.fair = fair;
    }

    /** Grants what is asked for, or returns false. May run with the lock held; must not throw. */
    abstract boolean grant(int how, Object who);

    /** Whether another request might be granted now that this one was. */
    abstract boolean leavesRoom(int how);

    /** With the lock held: whether a newcomer may try before those who wait. */
    boolean mayBarge(int how, Object who) {
        return !fair || isQuiet();
    }

    /** With the lock held: whether nobody waits or is about to try again. */
    final boolean isQuiet() {
        return peekFirst() == null && awoken == 0;
    }

    final boolean isFair() {
        return fair;
    }

    /** Whether a fast path may try without a look at the queue. */
    final boolean isOpen() {
        return !fair || interested == 0;
    }

    /** Waits until it is granted; false when the time is over. */
    @Suspendable
    final boolean obtain(int how, Object who, long nanos, Canceller canceller)
            throws InterruptedException {
        StackReserve.claimMost();
        return obtainWithin(how, who, nanos, canceller);
    }

    /** The same within something that has claimed the stack for a wait. */
    @Suspendable
    private boolean obtainWithin(int how, Object who, long nanos, Canceller canceller)
            throws InterruptedException {
        long deadline = deadline(nanos);
        boolean granted = false;
        INTERESTED.getAndAdd(this, 1);
        try {
            long result = attempt(how, who, false, nanos, canceller);
            while (result == WOKEN) {
                result = attempt(how, who, true, left(nanos, deadline), canceller);
            }
            granted = result == GRANTED;
            return granted;
        } finally {
            INTERESTED.getAndAdd(this, -1);
            if (!granted || leavesRoom(how)) {
                settle();
            }
        }
    }

    /** As {@link #obtain}, not to be interrupted and without an end. */
    @Suspendable
    final void obtainShielded(int how, Object who) {
        StackReserve.claimMost();
        obtainShieldedWithin(how, who);
    }

    /** The same within something that has claimed the stack for a wait. */
    @Suspendable
    final void obtainShieldedWithin(int how, Object who) {
        try {
            obtainWithin(how, who, FOR_EVER, SHIELDED);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a shielded wait was interrupted", e);
        }
    }

    /** Something was given back: wakes the first of those who wait. */
    final void settle() {
        if (interested == 0) {
            return;
        }
        acquireWithin();
        Waiter w = awoken == 0 ? pollFirst() : null; // who is awake tries, and then wakes the next
        if (w != null) {
            awoken = 1;
        }
        release();
        if (w != null) {
            w.item = null;
            w.resumePrim(WOKEN);
        }
    }

    /** Tries, and waits to be woken if that fails. */
    @Suspendable
    private long attempt(int how, Object who, boolean again, long nanos, Canceller canceller)
            throws InterruptedException {
        return attempt(how, who, again, nanos, canceller, Stack.PINNED);
    }

    /** Leaf. */
    private long attempt(
            int how, Object who, boolean again, long nanos, Canceller canceller, Stack stack)
            throws InterruptedException {
        acquireWithin();
        if (again) {
            awoken = 0;
        }
        if ((again || mayBarge(how, who)) && grant(how, who)) {
            release();
            return GRANTED;
        }
        if (nanos <= 0) {
            release();
            return LATE;
        }
        Waiter w = begin(stack, canceller);
        w.index = how;
        if (again) {
            prepend(w);
        } else {
            append(w);
        }
        release();
        return await(w, nanos, stack) ? WOKEN : LATE;
    }
}
