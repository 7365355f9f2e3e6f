package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A typed conduit between fibers, plain threads, or both: values go in at one end and come out at
 * the other, first in, first out. Pass it as a {@link SendChannel} or {@link ReceiveChannel} to
 * give away one end only.
 *
 * <table>
 * <caption>Kinds</caption>
 * <tr><th>made by</th><th>a send</th></tr>
 * <tr><td>{@link #rendezvous()}</td><td>waits for a receiver</td></tr>
 * <tr><td>{@link #buffered(int)}</td><td>waits while that many values are buffered</td></tr>
 * <tr><td>{@link #buffered(int, Overflow)}</td><td>waits, or drops the oldest or the new value</td></tr>
 * <tr><td>{@link #unlimited()}</td><td>never waits</td></tr>
 * <tr><td>{@link #conflated()}</td><td>replaces the value that was not received yet</td></tr>
 * </table>
 *
 * <p>Waiters are served in the order they came. Values are handed directly to a waiting receiver.
 * Thread-safe; equality is identity. Semantics follow Go's channels; where they differ on purpose
 * docs/channels.md says why.
 *
 * @param <T> the elements; never null
 */
public final class Channel<T> extends ChannelCore implements SendChannel<T>, ReceiveChannel<T> {
    private static final long FOR_EVER = -1;

    private Channel(Buffer buffer) {
        super(buffer);
    }

    /**
     * A channel without a buffer: a send completes when a receiver has the value.
     *
     * @param <T> the elements
     * @return a new channel
     */
    public static <T> Channel<T> rendezvous() {
        return new Channel<>(null);
    }

    /**
     * A channel whose sends wait while it is full.
     *
     * @param capacity how many values it holds; 0 makes a rendezvous channel
     * @param <T> the elements
     * @return a new channel
     * @throws IllegalArgumentException when the capacity is negative
     */
    public static <T> Channel<T> buffered(int capacity) {
        return buffered(capacity, Overflow.SUSPEND);
    }

    /**
     * A channel with a policy for when it is full.
     *
     * @param capacity how many values it holds; 0 makes a rendezvous channel, which only can
     *     suspend
     * @param overflow what a send does when that many are buffered; not null
     * @param <T> the elements
     * @return a new channel
     * @throws IllegalArgumentException when the capacity is negative, or 0 with a dropping policy
     */
    public static <T> Channel<T> buffered(int capacity, Overflow overflow) {
        Objects.requireNonNull(overflow, "overflow");
        if (capacity < 0 || (capacity == 0 && overflow != Overflow.SUSPEND)) {
            throw new IllegalArgumentException(
                    "capacity " + capacity + " with overflow " + overflow);
        }
        return new Channel<>(capacity == 0 ? null : new Buffer(capacity, overflow));
    }

    /**
     * A channel whose sends never wait; bounded by memory only.
     *
     * @param <T> the elements
     * @return a new channel
     */
    public static <T> Channel<T> unlimited() {
        return buffered(Integer.MAX_VALUE);
    }

    /**
     * A channel that keeps the latest value only: sends never wait.
     *
     * @param <T> the elements
     * @return a new channel
     */
    public static <T> Channel<T> conflated() {
        return buffered(1, Overflow.DROP_OLDEST);
    }

    @Override
    @Suspendable
    public void send(T value) {
        send(value, Stack.PINNED);
    }

    @Override
    public void send(T value, Stack stack) {
        sendItem(Objects.requireNonNull(value, "value"), stack);
    }

    @Override
    @Suspendable
    public void sendException(Throwable exception) {
        sendException(exception, Stack.PINNED);
    }

    @Override
    public void sendException(Throwable exception, Stack stack) {
        sendItem(new Thrown(exception), stack);
    }

    private void sendItem(Object value, Stack stack) {
        acquire();
        SendResult result = pass(value);
        if (result == SendResult.FULL) {
            awaitTaker(stack, value, FOR_EVER);
        } else if (result == SendResult.CLOSED) {
            throw closingNow().onSend();
        }
    }

    @Override
    public SendResult trySend(T value) {
        Objects.requireNonNull(value, "value");
        if (looksFull()) {
            return SendResult.FULL;
        }
        acquire();
        SendResult result = pass(value);
        if (result == SendResult.FULL) {
            release();
        }
        return result;
    }

    @Override
    @Suspendable
    public SendResult trySend(T value, long timeout, TimeUnit unit) {
        return trySend(value, timeout, unit, Stack.PINNED);
    }

    @Override
    public SendResult trySend(T value, long timeout, TimeUnit unit, Stack stack) {
        if (timeout <= 0) {
            return trySend(value);
        }
        Objects.requireNonNull(value, "value");
        long nanos = unit.toNanos(timeout);
        acquire();
        SendResult result = pass(value);
        return result == SendResult.FULL ? (SendResult) awaitTaker(stack, value, nanos) : result;
    }

    @Override
    @Suspendable
    public T receive() {
        return receive(Stack.PINNED);
    }

    @Override
    public T receive(Stack stack) {
        acquire();
        Object value = pull();
        if (value == null) {
            Closing how = closing();
            if (how == null) {
                return cast(awaitValue(stack, null, FOR_EVER, null));
            }
            release();
            throw how.onReceive();
        }
        return open(value);
    }

    @Override
    @Suspendable
    public T receiveOrNull() {
        return receiveOrNull(Stack.PINNED);
    }

    @Override
    public T receiveOrNull(Stack stack) {
        return receiveOrNull(FOR_EVER, stack);
    }

    private T receiveOrNull(long nanos, Stack stack) {
        acquire();
        Object value = pull();
        if (value != null) {
            return open(value);
        }
        Closing how = closing();
        if (how == null) {
            return cast(awaitValue(stack, ReceiveMode.NULLABLE, nanos, null));
        }
        release();
        if (how.cause != null) {
            throw how.onReceive();
        }
        return null;
    }

    @Override
    public T poll() {
        if (looksEmpty()) {
            return null;
        }
        acquire();
        Object value = pull();
        if (value == null) {
            release();
            return null;
        }
        return open(value);
    }

    @Override
    @Suspendable
    public T poll(long timeout, TimeUnit unit) {
        return poll(timeout, unit, Stack.PINNED);
    }

    @Override
    public T poll(long timeout, TimeUnit unit, Stack stack) {
        return timeout <= 0 ? poll() : receiveOrNull(unit.toNanos(timeout), stack);
    }

    @Override
    public Received<T> tryReceive() {
        T value = poll();
        if (value != null) {
            return Received.of(value);
        }
        return isDrained() ? Received.closed(closingNow().cause) : Received.empty();
    }

    @Override
    @Suspendable
    public Received<T> tryReceive(long timeout, TimeUnit unit) {
        return tryReceive(timeout, unit, Stack.PINNED);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Received<T> tryReceive(long timeout, TimeUnit unit, Stack stack) {
        if (timeout <= 0) {
            return tryReceive();
        }
        long nanos = unit.toNanos(timeout);
        acquire();
        Object value = pull();
        if (value != null) {
            return Received.of(open(value));
        }
        Closing how = closing();
        if (how == null) {
            return (Received<T>) awaitValue(stack, ReceiveMode.RESULT, nanos, Received.empty());
        }
        release();
        return Received.closed(how.cause);
    }

    /** For the iterator: fetches its next value; false at the end. */
    boolean advance(ChannelIterator<T> iterator, Stack stack) {
        acquire();
        Object value = pull();
        if (value != null) {
            iterator.keep(value);
            return true;
        }
        Closing how = closing();
        if (how == null) {
            awaitValue(stack, iterator, FOR_EVER, null);
            return iterator.hasTaken();
        }
        release();
        if (how.cause != null) {
            throw how.onReceive();
        }
        return false;
    }

    @Override
    public boolean close(Throwable cause) {
        return close(cause == null ? Closing.PLAIN : new Closing(cause, false), false);
    }

    @Override
    public boolean cancel(Throwable cause) {
        return close(new Closing(cause, true), true);
    }

    @Override
    public boolean isClosed() {
        return closingNow() != null;
    }

    @Override
    public boolean isDrained() {
        return closingNow() != null && buffered() == 0;
    }

    @Override
    public int length() {
        return buffered();
    }

    @Override
    public int capacity() {
        return buffer == null ? 0 : buffer.capacity;
    }

    @Override
    public ChannelIterator<T> iterator() {
        return new ChannelIterator<>(this);
    }

    @Override
    public Stream<T> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false);
    }

    @Override
    public String toString() {
        return "Channel@"
                + Integer.toHexString(hashCode())
                + "["
                + length()
                + "/"
                + capacity()
                + (isClosed() ? ", closed]" : "]");
    }

    private T open(Object value) {
        return cast(Thrown.open(value));
    }

    @SuppressWarnings("unchecked")
    private T cast(Object value) {
        return (T) value;
    }
}
