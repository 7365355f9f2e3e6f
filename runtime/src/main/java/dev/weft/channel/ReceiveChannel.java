package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The receiving end of a channel.
 *
 * <p>Usable from fibers (which suspend) and plain threads (which block) alike; thread-safe. A
 * receive that takes an exception sent by {@link SendChannel#sendException} throws it, whatever its
 * form.
 *
 * @param <T> the elements
 */
public interface ReceiveChannel<T> extends Iterable<T> {
    /**
     * Takes the next value; waits for it.
     *
     * @return the value; never null
     * @throws ChannelClosedException when the channel is closed and drained
     * @throws java.util.concurrent.CancellationException when the waiting fiber is cancelled or the
     *     waiting thread interrupted; no value was then taken
     */
    @Suspendable
    T receive();

    /**
     * {@link #receive()} for woven code.
     *
     * @param stack the running coroutine
     * @return the value
     */
    default T receive(Stack stack) {
        return receive();
    }

    /**
     * Takes the next value; waits for it or for the end.
     *
     * @return the value; null when the channel was closed without a cause and is drained
     * @throws ChannelClosedException when it was closed with a cause and is drained
     */
    @Suspendable
    T receiveOrNull();

    /**
     * {@link #receiveOrNull()} for woven code.
     *
     * @param stack the running coroutine
     * @return the value; null at the end
     */
    default T receiveOrNull(Stack stack) {
        return receiveOrNull();
    }

    /**
     * Takes a value if there is one. Never waits.
     *
     * @return the value, or why there is none
     */
    Received<T> tryReceive();

    /**
     * Takes a value if one comes in time.
     *
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return the value, or why there is none; empty on a time-out
     */
    @Suspendable
    Received<T> tryReceive(long timeout, TimeUnit unit);

    /**
     * {@link #tryReceive(long, TimeUnit)} for woven code.
     *
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return the value, or why there is none
     */
    default Received<T> tryReceive(long timeout, TimeUnit unit, Stack stack) {
        return tryReceive(timeout, unit);
    }

    /**
     * Takes a value if there is one. Never waits and never allocates.
     *
     * @return the value; null when the channel is empty or closed
     */
    T poll();

    /**
     * Takes a value if one comes in time.
     *
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return the value; null on a time-out or when the channel was closed without a cause
     * @throws ChannelClosedException when it was closed with a cause and is drained
     */
    @Suspendable
    T poll(long timeout, TimeUnit unit);

    /**
     * {@link #poll(long, TimeUnit)} for woven code.
     *
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return the value; null on a time-out or at the end
     */
    default T poll(long timeout, TimeUnit unit, Stack stack) {
        return poll(timeout, unit);
    }

    /**
     * Says that nobody will receive any more: drops what is buffered, and fails senders.
     *
     * @param cause handed to senders; may be null
     * @return true for the call that closed the channel
     */
    boolean cancel(Throwable cause);

    /**
     * {@link #cancel(Throwable)} without a cause.
     *
     * @return true for the call that closed the channel
     */
    default boolean cancel() {
        return cancel(null);
    }

    /**
     * Whether it was closed and nothing is left in it.
     *
     * @return true when every further receive finds the end
     */
    boolean isDrained();

    /**
     * How many values are buffered; a snapshot.
     *
     * @return 0 for a rendezvous channel
     */
    int length();

    /**
     * How many values can be buffered.
     *
     * @return 0 for a rendezvous channel, {@link Integer#MAX_VALUE} for an unlimited one
     */
    int capacity();

    /**
     * Receives until the channel is closed and drained. {@code hasNext} waits. Each iterator is for
     * one fiber or thread; several share the values.
     *
     * @return an iterator whose {@code hasNext} throws {@link ChannelClosedException} when the
     *     channel was closed with a cause
     */
    @Override
    ChannelIterator<T> iterator();

    /**
     * The values as a sequential, ordered stream. The stream library's frames can't be suspended: a
     * wait inside it blocks the thread.
     *
     * @return a lazy stream
     */
    default Stream<T> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false);
    }
}
