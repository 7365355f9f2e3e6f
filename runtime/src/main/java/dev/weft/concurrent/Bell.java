package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Tells those who wait that something may have changed: an event count, for structures whose state
 * is the JDK's own and can't be looked at under a lock of ours.
 *
 * <pre>{@code
 * bell.enter();
 * try {
 *     for (int seen = bell.count(); !done(); seen = bell.count()) {
 *         bell.await(seen, nanos, canceller);
 *     }
 * } finally { bell.leave(); }
 * }</pre>
 *
 * <p>Whoever changes the state calls {@link #ring()} after it. Either it sees that somebody has
 * entered, and then wakes one who waits and makes one who is about to wait look again (the count
 * has changed), or the change comes before the entry, and {@code done()} sees it. When nobody has
 * entered ringing is one volatile read. Who is woken looks again before it leaves.
 */
final class Bell extends WaitRoom {
    private static final VarHandle ENTERED;

    static {
        try {
            ENTERED = MethodHandles.lookup().findVarHandle(Bell.class, "entered", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int entered;

    /** How often it has been rung; written with the lock held. */
    private volatile int count;

    Bell(Object shown) {
        super(shown);
    }

    void enter() {
        ENTERED.getAndAdd(this, 1);
    }

    void leave() {
        ENTERED.getAndAdd(this, -1);
    }

    /** How many have entered and not left. */
    int entered() {
        return entered;
    }

    int count() {
        return count;
    }

    /** Wakes one. */
    void ring() {
        if (entered != 0) {
            ring(1);
        }
    }

    /** Wakes all. */
    void ringAll() {
        if (entered != 0) {
            ring(Integer.MAX_VALUE);
        }
    }

    /** Wakes so many. */
    void ring(int most) {
        acquireWithin();
        int next = count + 1;
        count = next;
        Waiter head = null;
        Waiter tail = null;
        for (int n = most; n > 0 && peekFirst() != null; n--) {
            Waiter w = pollFirst();
            if (head == null) {
                head = w;
            } else {
                tail.previous = w; // not a queue's link: a canceller must not take it for queued
            }
            tail = w;
        }
        release();
        deliver(head);
    }

    private static void deliver(Waiter chain) {
        Waiter w = chain;
        while (w != null) {
            Waiter following = w.previous;
            w.previous = null;
            w.resumePrim(1);
            w = following;
        }
    }

    /** Waits until rung after {@code seen}; false when the time is over. */
    @Suspendable
    boolean await(int seen, long nanos, Canceller canceller) throws InterruptedException {
        return await(seen, nanos, canceller, Stack.PINNED);
    }

    /** Leaf. */
    boolean await(int seen, long nanos, Canceller canceller, Stack stack)
            throws InterruptedException {
        if (nanos <= 0) {
            return false;
        }
        acquireWithin();
        if (count != seen) {
            release();
            return true;
        }
        Waiter w = begin(stack, canceller);
        append(w);
        release();
        return await(w, nanos, stack);
    }
}
