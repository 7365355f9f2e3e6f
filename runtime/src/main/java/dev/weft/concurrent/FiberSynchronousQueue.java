package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * A {@link SynchronousQueue} in which waiting fibers use no thread. Who waits longest is served
 * first, also in a queue that is not fair. Serialised as the JDK's.
 *
 * @param <E> what is handed over
 */
public class FiberSynchronousQueue<E> extends SynchronousQueue<E> implements FiberQueue<E> {
    private static final long serialVersionUID = 1L;

    private final transient Meeting meeting = new Meeting(this);
    private final boolean fair;

    /** Makes a queue. */
    public FiberSynchronousQueue() {
        this(false);
    }

    /**
     * Makes a queue.
     *
     * @param fair as the JDK's; this class is always fair
     */
    public FiberSynchronousQueue(boolean fair) {
        super(fair);
        this.fair = fair;
    }

    @Override
    @Suspendable
    public void put(E element) throws InterruptedException {
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        meeting.meet(element, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        return meeting.meet(element, unit.toNanos(timeout)) != null;
    }

    @Override
    public boolean offer(E element) {
        return meeting.tryMeet(Objects.requireNonNull(element)) != null;
    }

    @Override
    @Suspendable
    @SuppressWarnings("unchecked")
    public E take() throws InterruptedException {
        Caller.checkInterrupt();
        return (E) meeting.meet(null, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    @SuppressWarnings("unchecked")
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        Caller.checkInterrupt();
        return (E) meeting.meet(null, unit.toNanos(timeout));
    }

    @Override
    @SuppressWarnings("unchecked")
    public E poll() {
        return (E) meeting.tryMeet(null);
    }

    @Override
    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        return Meetings.drain(this, c, maxElements);
    }

    /**
     * What is written when this queue is serialised: one of the JDK's.
     *
     * @return a new queue
     */
    protected Object writeReplace() {
        return new SynchronousQueue<E>(fair);
    }

    /** Those who wait are all givers or all takers; a giver's waiter carries what it gives. */
    private static final class Meeting extends WaitRoom {
        Meeting(Object shown) {
            super(shown);
        }

        /** Meets somebody who waits already; null when nobody does. */
        Object tryMeet(Object mine) {
            acquire();
            Waiter other = peekFirst();
            if (other == null || (mine == null) == (other.item == null)) {
                release();
                return null;
            }
            pollFirst();
            release();
            Object theirs = other.item;
            other.item = null;
            other.resume(mine == null ? Boolean.TRUE : mine);
            return mine == null ? theirs : Boolean.TRUE;
        }

        /**
         * Gives {@code mine} (true) or, for null, takes (what is given). Null when the time is
         * over.
         */
        @Suspendable
        Object meet(Object mine, long nanos) throws InterruptedException {
            return meet(mine, nanos, Stack.PINNED);
        }

        /** Leaf. */
        Object meet(Object mine, long nanos, Stack stack) throws InterruptedException {
            StackReserve.claimForWait(stack);
            for (; ; ) {
                Object met = tryMeet(mine);
                if (met != null || nanos <= 0) {
                    return met;
                }
                acquire();
                Waiter other = peekFirst();
                if (other == null || (mine == null) == (other.item == null)) {
                    break;
                }
                release(); // somebody came in between
            }
            Waiter w = begin(stack, CHECKED);
            w.item = mine;
            append(w);
            release();
            return nanos == FOR_EVER ? w.await(stack) : w.await(stack, nanos, null);
        }
    }
}
