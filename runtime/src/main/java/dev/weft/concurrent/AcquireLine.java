package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Canceller;
import dev.weft.woven.StackReserve;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Those who wait for a synchronizer whose state is its own: fibers and threads, first come, first
 * served. A newcomer tries once; then it joins the line, and only who is first tries again,
 * whenever something has been given back.
 *
 * <p><b>No wake-up is lost.</b> Who joins looks at the state after it has joined; who gives back
 * looks at the line after it has changed the state. Who leaves the line passes on a wake-up that
 * came meanwhile, and so does who shares what it has got, or leaves without.
 */
final class AcquireLine {
    /** Tries; may be code of the user's. */
    interface Attempt {
        boolean make();
    }

    /** One that waits. */
    private static final class Place {
        final Object caller = Caller.self();
        final Bell bell;

        /** The bell's count before the last attempt. */
        int seen;

        Place(Object shown) {
            bell = new Bell(shown);
        }
    }

    private final Object shown;
    private final Queue<Place> places = new ConcurrentLinkedQueue<>();

    AcquireLine(Object shown) {
        this.shown = shown;
    }

    /** Waits until an attempt succeeds; false when the time is over. */
    @Suspendable
    boolean obtain(Attempt attempt, boolean shared, long nanos, Canceller canceller)
            throws InterruptedException {
        StackReserve.claimMost();
        return obtainWithin(attempt, shared, nanos, canceller);
    }

    /** The same within something that has claimed the stack for a wait. */
    @Suspendable
    boolean obtainWithin(Attempt attempt, boolean shared, long nanos, Canceller canceller)
            throws InterruptedException {
        if (attempt.make()) {
            return true;
        }
        if (nanos <= 0) {
            return false;
        }
        Place place = new Place(shown);
        place.bell.enter();
        places.add(place);
        boolean alone = false;
        try {
            boolean got = await(place, attempt, nanos, canceller);
            alone = got && !shared;
            return got;
        } finally {
            places.remove(place);
            place.bell.leave();
            if (!alone || place.bell.count() != place.seen) {
                wake();
            }
        }
    }

    @Suspendable
    private boolean await(Place place, Attempt attempt, long nanos, Canceller canceller)
            throws InterruptedException {
        long deadline = WaitRoom.deadline(nanos);
        for (; ; ) {
            place.seen = place.bell.count();
            if (places.peek() == place && attempt.make()) {
                return true;
            }
            if (!place.bell.await(place.seen, WaitRoom.left(nanos, deadline), canceller)) {
                return false;
            }
        }
    }

    /** Something was given back: the first looks again. */
    void wake() {
        Place first = places.peek();
        if (first != null) {
            first.bell.ring();
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    int length() {
        return places.size();
    }

    /** Whether another than the caller is first. */
    boolean isBehind() {
        Place first = places.peek();
        return first != null && first.caller != Caller.self();
    }

    /** Whether a fiber or thread waits. */
    boolean contains(Object caller) {
        return places.stream().anyMatch(p -> p.caller == caller);
    }
}
