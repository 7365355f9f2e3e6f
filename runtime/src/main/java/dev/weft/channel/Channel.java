package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

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
 * <tr><td>{@link #confined(int)}</td><td>as in a rendezvous or buffered channel; for the fibers of
 * one thread</td></tr>
 * </table>
 *
 * <p>Waiters are served in the order they came. Values are handed directly to a waiting receiver.
 * Thread-safe; equality is identity. Semantics follow Go's channels; where they differ on purpose
 * docs/channels.md says why.
 *
 * @param <T> the elements; never null
 */
public class Channel<T> extends ChannelOperations implements SendChannel<T>, ReceiveChannel<T> {
    Channel(Buffer buffer) {
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
        return new Channel<>(Buffer.of(capacity, overflow));
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

    /**
     * A channel for the fibers of the calling fiber's scheduler, which must be one of a single
     * thread. It does what {@link #buffered(int)} does, without atomic instructions. All operations
     * that change it or wait throw {@link IllegalStateException} when another thread, a fiber of
     * another scheduler or a blocking call elsewhere tries them; what only looks ({@link
     * #length()}, {@link #isClosed()}) may be called by anybody.
     *
     * @param capacity how many values it holds; 0 makes a rendezvous channel
     * @param <T> the elements
     * @return a new channel
     * @throws IllegalStateException when the caller is no fiber of a {@linkplain
     *     dev.weft.fiber.Scheduler#singleThreaded() single-threaded} or deterministic scheduler
     * @throws IllegalArgumentException when the capacity is negative
     */
    public static <T> Channel<T> confined(int capacity) {
        return new ConfinedChannel<>(Buffer.of(capacity, Overflow.SUSPEND));
    }

    /**
     * A channel that nothing ever comes through, as nobody has its other end: what receiving from a
     * nil channel is in Go.
     *
     * @param <T> the elements
     * @return a new channel
     */
    public static <T> ReceiveChannel<T> never() {
        return new ReceiveView<>(new Channel<T>(null));
    }

    /**
     * Sets who runs first after a hand-over. Set it before the channel is used; {@code trySend},
     * {@code poll}, timed forms and select don't heed it.
     *
     * @param first not null; at first {@link Preference#NEITHER}
     * @return this
     */
    public Channel<T> prefer(Preference first) {
        prefer(first.ordinal());
        return this;
    }

    /**
     * Who waits; a snapshot (Stackless Python's {@code channel.balance}).
     *
     * @return how many senders wait; when negative, how many receivers
     */
    public int balance() {
        return countWaiting();
    }

    /**
     * This channel for senders only; unlike the channel seen as a {@link SendChannel}, it can't be
     * cast back.
     *
     * @return a view; views of one channel are equal
     */
    public SendChannel<T> sendOnly() {
        return new SendView<>(this);
    }

    /**
     * This channel for receivers only; unlike the channel seen as a {@link ReceiveChannel}, it
     * can't be cast back.
     *
     * @return a view; views of one channel are equal
     */
    public ReceiveChannel<T> receiveOnly() {
        return new ReceiveView<>(this);
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

    @Override
    public SendResult trySend(T value) {
        return trySendItem(value);
    }

    @Override
    @Suspendable
    public SendResult trySend(T value, long timeout, TimeUnit unit) {
        return trySend(value, timeout, unit, Stack.PINNED);
    }

    @Override
    public SendResult trySend(T value, long timeout, TimeUnit unit, Stack stack) {
        return trySendItem(value, unit.toNanos(timeout), stack);
    }

    @Override
    @Suspendable
    public T receive() {
        return receive(Stack.PINNED);
    }

    @Override
    public T receive(Stack stack) {
        return cast(receiveItem(stack));
    }

    @Override
    @Suspendable
    public T receiveOrNull() {
        return receiveOrNull(Stack.PINNED);
    }

    @Override
    public T receiveOrNull(Stack stack) {
        return cast(receiveOrNull(FOR_EVER, stack));
    }

    @Override
    public T poll() {
        return cast(pollItem());
    }

    @Override
    @Suspendable
    public T poll(long timeout, TimeUnit unit) {
        return poll(timeout, unit, Stack.PINNED);
    }

    @Override
    public T poll(long timeout, TimeUnit unit, Stack stack) {
        return timeout <= 0 ? poll() : cast(receiveOrNull(unit.toNanos(timeout), stack));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Received<T> tryReceive() {
        return (Received<T>) tryReceiveItem();
    }

    @Override
    @Suspendable
    public Received<T> tryReceive(long timeout, TimeUnit unit) {
        return tryReceive(timeout, unit, Stack.PINNED);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Received<T> tryReceive(long timeout, TimeUnit unit, Stack stack) {
        return (Received<T>) tryReceiveItem(unit.toNanos(timeout), stack);
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
        return isOver();
    }

    @Override
    public int length() {
        return buffered();
    }

    @Override
    public int capacity() {
        return bound();
    }

    @Override
    public ChannelIterator<T> iterator() {
        return new ChannelIterator<>(this);
    }

    @SuppressWarnings("unchecked")
    private T cast(Object value) {
        return (T) value;
    }
}
