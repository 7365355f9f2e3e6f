package dev.weft.concurrency;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a channel is when one operation happens after the other: a bounded queue with a policy and
 * an end.
 */
public abstract class ChannelSpecification {
    private final Deque<Integer> values = new ArrayDeque<>();
    private final int capacity;
    private final boolean dropOldest;
    private final boolean dropLatest;
    private boolean closed;

    ChannelSpecification(int capacity, boolean dropOldest, boolean dropLatest) {
        this.capacity = capacity;
        this.dropOldest = dropOldest;
        this.dropLatest = dropLatest;
    }

    public String trySend(int value) {
        if (closed) {
            return "CLOSED";
        }
        if (values.size() == capacity) {
            if (!dropOldest) {
                return dropLatest ? "SENT" : "FULL";
            }
            values.poll();
        }
        values.add(value);
        return "SENT";
    }

    public Integer poll() {
        return values.poll();
    }

    public String tryReceive() {
        Integer value = values.poll();
        if (value != null) {
            return "Received[" + value + "]";
        }
        return closed ? "Received[closed]" : "Received[empty]";
    }

    public boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    public boolean cancel() {
        values.clear();
        return close();
    }
}
