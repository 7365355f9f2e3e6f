package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.woven.StackReserve;
import java.util.Iterator;

/**
 * The two bells of a queue whose elements the JDK's own class keeps: rung when there may be an
 * element, and when there may be room. Attempts are the JDK's non-blocking methods; only the
 * waiting is done here, for fibers and threads in one line.
 */
final class Bells {
    final Bell elements;
    final Bell room;

    Bells(Object shown) {
        elements = new Bell(shown);
        room = new Bell(shown);
    }

    /**
     * A call that does not wait.
     *
     * @param <E> the type of its result
     */
    interface Attempt<E> {
        /** Null when there is nothing now. */
        E make();
    }

    /** An attempt that succeeds or not. */
    interface Offer {
        boolean make();
    }

    /** Waits until the attempt gives something; null when the time is over. */
    @Suspendable
    static <E> E await(Bell bell, Attempt<E> attempt, long nanos) throws InterruptedException {
        StackReserve.claimMost();
        long deadline = WaitRoom.deadline(nanos);
        bell.enter();
        try {
            for (; ; ) {
                int seen = bell.count();
                E result = attempt.make();
                if (result != null) {
                    return result;
                }
                long left = WaitRoom.left(nanos, deadline);
                if (!bell.await(seen, left, WaitRoom.CHECKED)) {
                    return attempt.make();
                }
            }
        } finally {
            bell.leave();
        }
    }

    /** Waits for room; false when the time is over. */
    @Suspendable
    boolean put(Offer offer, long nanos) throws InterruptedException {
        return added(await(room, () -> offer.make() ? Boolean.TRUE : null, nanos) != null);
    }

    /** Waits for an element; null when the time is over. */
    @Suspendable
    <E> E take(Attempt<E> poll, long nanos) throws InterruptedException {
        return taken(await(elements, poll, nanos));
    }

    /** There is one more, if really. */
    boolean added(boolean really) {
        if (really) {
            elements.ring();
        }
        return really;
    }

    /** There are more. */
    boolean addedMany(boolean really) {
        elements.ringAll();
        return really;
    }

    /** There is one less, unless it is null. */
    <E> E taken(E element) {
        if (element != null) {
            room.ring();
        }
        return element;
    }

    /** There may be fewer. */
    boolean removed(boolean any) {
        room.ringAll();
        return any;
    }

    /** There may be fewer. */
    int removed(int number) {
        room.ringAll();
        return number;
    }

    /** An iterator that says so when it removes. */
    <E> Iterator<E> iterator(Iterator<E> of) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return of.hasNext();
            }

            @Override
            public E next() {
                return of.next();
            }

            @Override
            public void remove() {
                of.remove();
                room.ringAll();
            }
        };
    }
}
