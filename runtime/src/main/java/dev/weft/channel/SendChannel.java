package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/**
 * The sending end of a channel.
 *
 * <p>Usable from fibers (which suspend) and plain threads (which block) alike; thread-safe.
 * Elements are never null: a null argument is a {@link NullPointerException}.
 *
 * @param <T> the elements
 */
public interface SendChannel<T> {
    /**
     * Hands a value to a receiver or the buffer; waits until either takes it.
     *
     * @param value the value; not null
     * @throws ChannelClosedException when the channel is closed, before or while waiting
     * @throws java.util.concurrent.CancellationException when the waiting fiber is cancelled or the
     *     waiting thread interrupted; the value was then not sent
     */
    @Suspendable
    void send(T value);

    /**
     * {@link #send(Object)} for woven code.
     *
     * @param value the value; not null
     * @param stack the running coroutine
     */
    default void send(T value, Stack stack) {
        send(value);
    }

    /**
     * Sends if that is possible at once. Never waits and never allocates.
     *
     * @param value the value; not null
     * @return what became of it
     */
    SendResult trySend(T value);

    /**
     * Sends if that becomes possible in time.
     *
     * @param value the value; not null
     * @param timeout how long to wait; not positive means not at all
     * @param unit of the timeout
     * @return what became of the value; {@link SendResult#FULL} on a time-out
     */
    @Suspendable
    SendResult trySend(T value, long timeout, TimeUnit unit);

    /**
     * {@link #trySend(Object, long, TimeUnit)} for woven code.
     *
     * @param value the value; not null
     * @param timeout how long to wait
     * @param unit of the timeout
     * @param stack the running coroutine
     * @return what became of the value
     */
    default SendResult trySend(T value, long timeout, TimeUnit unit, Stack stack) {
        return trySend(value, timeout, unit);
    }

    /**
     * Whether {@link #trySend(Object)} sent the value.
     *
     * @param value the value; not null
     * @return false when the channel is full or closed
     */
    default boolean offer(T value) {
        return trySend(value) == SendResult.SENT;
    }

    /**
     * Sends an exception in a value's place: the receive that takes it throws it.
     *
     * @param exception to be thrown there; not null
     */
    @Suspendable
    void sendException(Throwable exception);

    /**
     * {@link #sendException(Throwable)} for woven code.
     *
     * @param exception to be thrown by the receiver
     * @param stack the running coroutine
     */
    default void sendException(Throwable exception, Stack stack) {
        sendException(exception);
    }

    /**
     * Closes the channel: buffered values can still be received, then receivers are told; senders
     * fail, those that already wait as well. Closing again changes nothing.
     *
     * @return true for the call that closed it
     */
    default boolean close() {
        return close(null);
    }

    /**
     * Closes the channel and says why: receivers that have drained it fail with this cause.
     *
     * @param cause handed to receivers and senders; null for an orderly end
     * @return true for the call that closed it
     */
    boolean close(Throwable cause);

    /**
     * Whether it was closed or cancelled.
     *
     * @return true when every further send fails
     */
    boolean isClosed();
}
