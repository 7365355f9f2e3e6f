package dev.weft.sync;

import dev.weft.fiber.Canceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.SpinLocked;
import dev.weft.fiber.WaitQueue;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;

/**
 * Base of the synchronisers: something that is asked for and granted, in the order of asking.
 *
 * <p>A request is a number ({@code how}) and an owner ({@code who}); a subclass says in {@link
 * #grant} whether the present state allows it and, if so, changes the state. Who asks while others
 * wait queues behind them, even if its request could be granted: nobody starves. Whoever changes
 * the state calls {@link #settle}, which grants the waiting requests from the first on, as far as
 * it goes, under the lock and resumes their waiters after it. A woken waiter thus has what it asked
 * for and never tries again.
 *
 * <p>A wait that is cancelled or times out leaves the queue under the same lock, so a grant is
 * either made and received, or never made.
 */
abstract class Granting extends SpinLocked {
    /** Wait for as long as it takes. */
    static final long FOR_EVER = -1;

    static final Object TIMED_OUT = new Object();

    private Waiter waiters;

    Granting() {}

    /** With the lock held: grants a request or returns false. Must not throw. */
    abstract boolean grant(int how, Object who);

    /** Resumes a waiter whose request was granted; without the lock. */
    void deliver(Waiter waiter) {
        waiter.resumePrim(1);
    }

    /** The fiber, or else the thread, that runs the caller. */
    static Object self(Stack stack) {
        Stack root = stack.root();
        return root instanceof Fiber ? root : self();
    }

    /** The fiber, or else the thread, that runs the caller. */
    static Object self() {
        Fiber<?> fiber = Fiber.current();
        return fiber == null ? Thread.currentThread() : fiber;
    }

    /** Grants at once or not at all. */
    final boolean tryObtain(int how, Object who) {
        int acquired = acquire();
        boolean granted = waiters == null && grant(how, who);
        release(acquired);
        return granted;
    }

    /** The last act of a leaf: waits for ever until the request is granted. */
    final void obtain(int how, Object who, Stack stack, Canceller canceller) {
        int acquired = acquire();
        if (waiters == null && grant(how, who)) {
            release(acquired);
            return;
        }
        enqueue(how, who, stack, canceller).await(stack);
    }

    /** {@link #obtain} within something that has claimed the stack for a wait. */
    final void obtainWithin(int how, Object who, Stack stack, Canceller canceller) {
        int acquired = acquireWithin();
        if (waiters == null && grant(how, who)) {
            release(acquired);
            return;
        }
        enqueueWithin(how, who, stack, canceller).await(stack);
    }

    /** The last act of a leaf with a boolean result: waits for so long; false on a time-out. */
    final boolean obtain(int how, Object who, Stack stack, Canceller canceller, long nanos) {
        int acquired = acquire();
        if (waiters == null && grant(how, who)) {
            release(acquired);
            return true;
        }
        if (nanos <= 0) {
            release(acquired);
            return false;
        }
        // What a time-out leaves in the register of a fiber; a grant puts 1 there.
        stack.root().prim = 0;
        return enqueue(how, who, stack, canceller).await(stack, nanos, TIMED_OUT) != TIMED_OUT;
    }

    /** Publishes a waiter and gives the lock back, which the caller holds. */
    final Waiter enqueue(int how, Object who, Stack stack, Canceller canceller) {
        if (stack.canSuspend()) {
            claimForWait();
        }
        return enqueueWithin(how, who, stack, canceller);
    }

    /** The same within something that has claimed the stack for a wait. */
    final Waiter enqueueWithin(int how, Object who, Stack stack, Canceller canceller) {
        Waiter w = Waiter.begin(stack, this, canceller);
        w.index = how;
        w.item = who;
        waiters = WaitQueue.append(waiters, w);
        release();
        return w;
    }

    /**
     * Grants what the state now allows, and gives the lock back, which the caller holds.
     *
     * @param acquired what acquiring it returned
     */
    final void settle(int acquired) {
        Waiter granted = takeGranted();
        release(acquired);
        deliverAll(granted);
    }

    /** With the lock held: takes those whose requests are granted out of the queue, as a chain. */
    final Waiter takeGranted() {
        Waiter head = null;
        Waiter tail = null;
        for (Waiter w = waiters; w != null && grant(w.index, w.item); w = waiters) {
            pollFirst();
            w.item = null;
            if (head == null) {
                head = w;
            } else {
                // Not a queue's link: a canceller must not take the waiter for queued.
                tail.previous = w;
            }
            tail = w;
        }
        return head;
    }

    /** Resumes a chain of waiters; without the lock. */
    final void deliverAll(Waiter chain) {
        Waiter w = chain;
        while (w != null) {
            Waiter following = w.previous;
            w.previous = null;
            deliver(w);
            w = following;
        }
    }

    /** With the lock held: takes the longest waiting out of the queue; null when none waits. */
    final Waiter pollFirst() {
        Waiter first = waiters;
        if (first != null) {
            waiters = WaitQueue.remove(first, first);
        }
        return first;
    }

    /** Takes a waiter back; those behind it may then get what they wait for. */
    final boolean withdraw(Waiter w) {
        int acquired = acquireWithin();
        if (!WaitQueue.isQueued(w)) {
            release(acquired);
            return false;
        }
        waiters = WaitQueue.remove(waiters, w);
        w.item = null;
        settle(acquired);
        return true;
    }

    /** With the lock held: how many wait. */
    final int waiting() {
        int n = 0;
        Waiter w = waiters;
        if (w != null) {
            do {
                n++;
                w = w.next;
            } while (w != waiters);
        }
        return n;
    }

    /** How many wait, at one moment. */
    final int countWaiting() {
        acquire();
        int n = waiting();
        release();
        return n;
    }
}
