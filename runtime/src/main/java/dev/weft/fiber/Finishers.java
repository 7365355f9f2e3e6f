package dev.weft.fiber;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.function.Consumer;

/**
 * Fibers in the order in which they end, for one who takes them. Each has its place, made when it
 * is added: so nothing has to be allocated at its end, and taking all of n fibers takes n steps.
 *
 * @param <R> the type of the fibers' results
 */
final class Finishers<R> {
    /** A fiber's place: linked once it has ended. */
    private final class Place implements Consumer<Fiber<?>> {
        private final Fiber<R> fiber;
        private Place next;

        Place(Fiber<R> fiber) {
            this.fiber = fiber;
        }

        @Override
        public void accept(Fiber<?> ended) {
            link(this);
        }
    }

    private Place first;
    private Place last;

    /** Who waits; null when nobody does. */
    private Callback<Fiber<R>> taker;

    /** How many have been added and not taken; by the taker alone. */
    private int left;

    void add(Fiber<R> fiber) {
        Place place = new Place(fiber);
        left++;
        if (!fiber.extras().onEnd(fiber, place)) {
            link(place);
        }
    }

    boolean isEmpty() {
        return left == 0;
    }

    /** One that has ended; null when none has. */
    Fiber<R> poll() {
        Fiber<R> fiber = pollPlace();
        left -= fiber == null ? 0 : 1;
        return fiber;
    }

    /** The next one to end; waits for it. There must be one. */
    @Suspendable
    Fiber<R> take() {
        Fiber<R> fiber = pollPlace();
        if (fiber == null) {
            fiber = await();
        }
        left--;
        return fiber;
    }

    @Suspendable
    private Fiber<R> await() {
        return await(Stack.PINNED);
    }

    private Fiber<R> await(Stack stack) {
        return Callback.await(stack, this, Long.MAX_VALUE, this::enqueue);
    }

    private void enqueue(Callback<Fiber<R>> callback) {
        Fiber<R> fiber;
        synchronized (this) {
            fiber = pollPlace();
            taker = fiber == null ? callback : null;
        }
        if (fiber != null) {
            callback.resume(fiber);
        }
    }

    private synchronized Fiber<R> pollPlace() {
        Place place = first;
        if (place == null) {
            return null;
        }
        first = place.next;
        return place.fiber;
    }

    /** The taker may have been cancelled meanwhile: then nobody will ask any more. */
    private void link(Place place) {
        Callback<Fiber<R>> waiting;
        synchronized (this) {
            waiting = taker;
            taker = null;
            if (waiting == null) {
                if (first == null) {
                    first = place;
                } else {
                    last.next = place;
                }
                last = place;
            }
        }
        if (waiting != null) {
            waiting.resume(place.fiber);
        }
    }

    @Override
    public String toString() {
        return "the end of one of " + left + " fibers";
    }
}
