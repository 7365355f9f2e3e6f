package dev.weft.flow;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.Overflow;
import dev.weft.channel.ReceiveChannel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sends every value to all who have subscribed by then. Each subscription has a buffer of its own
 * and says what happens when that is full: the publisher waits, or a value is dropped for this
 * subscriber alone. Who cancels its channel no longer takes part. Thread-safe; values of one
 * publisher arrive in order.
 *
 * @param <T> the values; never null
 */
public final class Topic<T> {
    private final List<Channel<T>> subscribers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile Throwable cause;

    /** Makes a topic without subscribers. */
    public Topic() {}

    /**
     * Subscribes; the publisher waits while so many values have not been received.
     *
     * @param capacity not negative; 0 makes the publisher wait for each receive
     * @return delivers what is published from now on; cancel it to unsubscribe; closed when the
     *     topic is
     */
    public ReceiveChannel<T> subscribe(int capacity) {
        return subscribe(capacity, Overflow.SUSPEND);
    }

    /**
     * Subscribes.
     *
     * @param capacity how many values are kept; at least 1 where one may be dropped
     * @param overflow what happens when they are; not null
     * @return delivers what is published from now on; cancel it to unsubscribe; closed when the
     *     topic is
     */
    public ReceiveChannel<T> subscribe(int capacity, Overflow overflow) {
        Channel<T> channel = Channel.buffered(capacity, overflow);
        subscribers.add(channel);
        if (closed) {
            channel.close(cause);
        }
        return channel.receiveOnly();
    }

    /**
     * Sends a value to each subscriber; waits for those that want it so.
     *
     * @param value not null
     * @return how many got it, or dropped one for it
     * @throws ChannelClosedException when the topic is closed
     */
    @Suspendable
    public int publish(T value) {
        Objects.requireNonNull(value, "value");
        if (closed) {
            throw new ChannelClosedException("publish to a closed topic", cause);
        }
        int reached = 0;
        Object[] now = subscribers.toArray();
        for (int i = 0; i < now.length; i++) {
            @SuppressWarnings("unchecked")
            Channel<T> subscriber = (Channel<T>) now[i];
            if (reaches(subscriber, value)) {
                reached++;
            } else {
                subscribers.remove(subscriber);
            }
        }
        return reached;
    }

    /**
     * Ends the topic: subscribers receive what they have, then the end.
     *
     * @return true for the call that closed it
     */
    public boolean close() {
        return close(null);
    }

    /**
     * Ends the topic and says why.
     *
     * @param why handed to subscribers; null for an orderly end
     * @return true for the call that closed it
     */
    public boolean close(Throwable why) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            cause = why;
            closed = true;
        }
        for (Channel<T> subscriber : subscribers) {
            subscriber.close(why);
        }
        return true;
    }

    /**
     * How many have subscribed and, as far as is known, not cancelled; a snapshot.
     *
     * @return not negative
     */
    public int subscribers() {
        subscribers.removeIf(Channel::isClosed);
        return subscribers.size();
    }

    @Suspendable
    private boolean reaches(Channel<T> subscriber, T value) {
        try {
            subscriber.send(value);
            return true;
        } catch (ChannelClosedException cancelled) {
            return false;
        }
    }
}
