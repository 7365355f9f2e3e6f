package dev.weft.channel;

import java.util.NoSuchElementException;

/**
 * What a receive that does not throw found: a value, nothing (yet), or a closed channel.
 *
 * <p>Immutable.
 *
 * @param <T> the channel's elements
 */
public final class Received<T> {
    private static final Received<?> EMPTY = new Received<>(null, false, null);
    private static final Received<?> CLOSED = new Received<>(null, true, null);

    private final T value;
    private final boolean closed;
    private final Throwable cause;

    private Received(T value, boolean closed, Throwable cause) {
        this.value = value;
        this.closed = closed;
        this.cause = cause;
    }

    static <T> Received<T> of(T value) {
        return new Received<>(value, false, null);
    }

    @SuppressWarnings("unchecked")
    static <T> Received<T> empty() {
        return (Received<T>) EMPTY;
    }

    @SuppressWarnings("unchecked")
    static <T> Received<T> closed(Throwable cause) {
        return cause == null ? (Received<T>) CLOSED : new Received<>(null, true, cause);
    }

    /**
     * Whether a value was received.
     *
     * @return true when {@link #get} returns
     */
    public boolean isValue() {
        return value != null;
    }

    /**
     * Whether the channel was closed and drained.
     *
     * @return false also when it was merely empty
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Why the channel was closed.
     *
     * @return null when it is open, or was closed without a cause
     */
    public Throwable cause() {
        return cause;
    }

    /**
     * The value.
     *
     * @return never null
     * @throws NoSuchElementException when there is none
     */
    public T get() {
        if (value == null) {
            throw new NoSuchElementException(
                    closed ? "the channel is closed" : "nothing was received");
        }
        return value;
    }

    /**
     * The value, if any.
     *
     * @return null when there is none
     */
    public T orNull() {
        return value;
    }

    @Override
    public String toString() {
        if (value != null) {
            return "Received[" + value + "]";
        }
        return closed
                ? "Received[closed" + (cause == null ? "" : ": " + cause) + "]"
                : "Received[empty]";
    }
}
