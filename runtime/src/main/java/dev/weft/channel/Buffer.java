package dev.weft.channel;

import java.util.Objects;

/**
 * The ring of a channel that has one. Starts small and doubles up to its capacity, so that many
 * channels with large capacities cost nothing until they are used.
 *
 * <p>Guarded by the channel's lock.
 */
final class Buffer {
    private static final int FIRST_SIZE = 8;

    final int capacity;
    private final Overflow overflow;
    private Object[] ring;
    private int head;

    /** Written under the lock; also read without it where a guess is enough. */
    int size;

    private Buffer(int capacity, Overflow overflow) {
        this.capacity = capacity;
        this.overflow = overflow;
    }

    /** Null for a rendezvous channel, which has none. */
    static Buffer of(int capacity, Overflow overflow) {
        Objects.requireNonNull(overflow, "overflow");
        if (capacity < 0 || (capacity == 0 && overflow != Overflow.SUSPEND)) {
            throw new IllegalArgumentException(
                    "capacity " + capacity + " with overflow " + overflow);
        }
        return capacity == 0 ? null : new Buffer(capacity, overflow);
    }

    /** Whether {@link #accept} would return true. */
    boolean accepts() {
        return size < capacity || overflow != Overflow.SUSPEND;
    }

    /** Takes a value, or drops one as the policy says; false when the sender must wait. */
    boolean accept(Object value) {
        if (size == capacity) {
            if (overflow == Overflow.SUSPEND) {
                return false;
            }
            if (overflow == Overflow.DROP_LATEST) {
                return true;
            }
            poll();
        }
        add(value);
        return true;
    }

    /** Adds behind the last; there must be room. */
    void add(Object value) {
        Object[] r = ring;
        if (r == null || size == r.length) {
            r = grow();
        }
        int at = head + size;
        r[at < r.length ? at : at - r.length] = value;
        size++;
    }

    /** Takes the first; there must be one. */
    Object poll() {
        Object[] r = ring;
        int at = head;
        Object value = r[at];
        r[at] = null;
        head = at + 1 == r.length ? 0 : at + 1;
        size--;
        return value;
    }

    void clear() {
        ring = null;
        head = 0;
        size = 0;
    }

    private Object[] grow() {
        Object[] old = ring;
        if (old == null) {
            ring = new Object[Math.min(capacity, FIRST_SIZE)];
            return ring;
        }
        long doubled = Math.min(2L * old.length, capacity);
        Object[] larger = new Object[(int) Math.min(doubled, Integer.MAX_VALUE - 8)];
        System.arraycopy(old, head, larger, 0, old.length - head);
        System.arraycopy(old, 0, larger, old.length - head, head);
        head = 0;
        ring = larger;
        return larger;
    }
}
