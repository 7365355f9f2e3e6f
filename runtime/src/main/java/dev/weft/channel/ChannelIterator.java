package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Iterates over a channel's values; waits in {@link #hasNext()} (and in {@link #next()} when that
 * was not called before). Not thread-safe: for one fiber or thread.
 *
 * @param <T> the elements
 */
public final class ChannelIterator<T> extends ReceiveMode
        implements Iterator<T>, Companions.OfIteratorHasNext, Companions.OfIteratorNext {
    private final Channel<T> channel;

    /** The value that {@code hasNext} took; null when there is none. */
    private Object taken;

    ChannelIterator(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    @Suspendable
    public boolean hasNext() {
        return hasNext(Stack.PINNED);
    }

    /**
     * {@link #hasNext()} for woven code.
     *
     * @param stack the running coroutine
     * @return whether there is a value
     */
    @Override
    public boolean hasNext(Stack stack) {
        if (taken != null) {
            return true;
        }
        return channel.advance(this, stack);
    }

    @Override
    @Suspendable
    public T next() {
        return next(Stack.PINNED);
    }

    /**
     * {@link #next()} for woven code.
     *
     * @param stack the running coroutine
     * @return the next value
     * @throws NoSuchElementException at the end, when {@code hasNext} was called before
     * @throws ChannelClosedException at the end, when it was not
     */
    @Override
    @SuppressWarnings("unchecked")
    public T next(Stack stack) {
        Object value = taken;
        if (value == null) {
            if (channel.isDrained()) {
                throw new NoSuchElementException("the channel is closed");
            }
            return channel.receive(stack);
        }
        taken = null;
        return (T) Thrown.open(value);
    }

    /** Keeps a value for {@code next}. */
    void keep(Object value) {
        taken = value;
    }

    boolean hasTaken() {
        return taken != null;
    }

    @Override
    void value(Waiter waiter, Object value) {
        taken = value;
        waiter.resumePrim(1);
    }

    @Override
    void closed(Waiter waiter, Closing closing) {
        if (closing.cause == null) {
            waiter.resumePrim(0);
        } else {
            waiter.fail(closing.onReceive());
        }
    }
}
