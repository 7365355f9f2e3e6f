package dev.weft.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a channel is where one thing happens after the other, waiting included: two lines of
 * requests, a bounded queue with a policy, an end. The specification of {@link LockstepTest}.
 */
final class ChannelModel {
    static final String SENT = "sent";
    static final String FULL = "full";
    static final String EMPTY = "empty";
    static final String CLOSED = "closed";

    /** One call that may wait, at one channel or, a select's, at several. */
    static final class Request {
        private final List<Place> places = new ArrayList<>();
        private Object outcome;
        private int chosen = -1;

        /** Null while it waits. */
        Object outcome() {
            return outcome;
        }

        /** The number of the case that ended the wait; -1 when it was withdrawn. */
        int chosen() {
            return chosen;
        }

        /** Ends the wait from outside: it leaves no trace in the lines. */
        void withdraw(Object why) {
            resolve(-1, why);
        }

        private void resolve(int number, Object how) {
            if (outcome != null) {
                throw new AssertionError("ended twice: " + outcome + ", " + how);
            }
            chosen = number;
            outcome = how;
            places.forEach(p -> p.line.remove(p));
        }
    }

    /** A request's place in a line. */
    private static final class Place {
        final Request request;
        final Deque<Place> line;
        final int number;
        final Object value;

        Place(Request request, Deque<Place> line, int number, Object value) {
            this.request = request;
            this.line = line;
            this.number = number;
            this.value = value;
            request.places.add(this);
            line.add(this);
        }
    }

    private final Deque<Object> values = new ArrayDeque<>();
    private final Deque<Place> senders = new ArrayDeque<>();
    private final Deque<Place> receivers = new ArrayDeque<>();
    private final int capacity;
    private final Overflow overflow;
    private boolean closed;

    ChannelModel(int capacity, Overflow overflow) {
        this.capacity = capacity;
        this.overflow = overflow;
    }

    int length() {
        return values.size();
    }

    int balance() {
        return senders.size() - receivers.size();
    }

    boolean isClosed() {
        return closed;
    }

    boolean wouldSend() {
        return closed
                || !receivers.isEmpty()
                || values.size() < capacity
                || overflow != Overflow.SUSPEND;
    }

    boolean wouldReceive() {
        return closed || !values.isEmpty() || !senders.isEmpty();
    }

    /** What sending without waiting says. */
    Object trySend(Object value) {
        if (closed) {
            return CLOSED;
        }
        Place receiver = receivers.peek();
        if (receiver != null) {
            receiver.request.resolve(receiver.number, value);
            return SENT;
        }
        if (values.size() == capacity) {
            if (overflow == Overflow.SUSPEND) {
                return FULL;
            }
            if (overflow == Overflow.DROP_LATEST) {
                return SENT;
            }
            values.poll();
        }
        values.add(value);
        return SENT;
    }

    /** What receiving without waiting gives. */
    Object tryReceive() {
        Object value = values.poll();
        Place sender = senders.peek();
        if (sender != null) {
            sender.request.resolve(sender.number, SENT);
            if (value == null) {
                return sender.value;
            }
            values.add(sender.value);
        }
        return value != null ? value : closed ? CLOSED : EMPTY;
    }

    /** A case of a request, or its only call, which can't be served at once. */
    void awaitTaker(Request request, int number, Object value) {
        new Place(request, senders, number, value);
    }

    void awaitValue(Request request, int number) {
        new Place(request, receivers, number, null);
    }

    Request send(Object value) {
        Request request = new Request();
        Object now = trySend(value);
        if (now == FULL) {
            awaitTaker(request, 0, value);
        } else {
            request.resolve(0, now);
        }
        return request;
    }

    Request receive() {
        Request request = new Request();
        Object now = tryReceive();
        if (now == EMPTY) {
            awaitValue(request, 0);
        } else {
            request.resolve(0, now);
        }
        return request;
    }

    /** Whether it was open. */
    boolean close() {
        boolean first = !closed;
        closed = true;
        new ArrayList<>(receivers).forEach(p -> end(p));
        new ArrayList<>(senders).forEach(p -> end(p));
        return first;
    }

    boolean cancel() {
        values.clear();
        return close();
    }

    private static void end(Place place) {
        if (place.request.outcome == null) { // one select may wait here twice
            place.request.resolve(place.number, CLOSED);
        }
    }
}
