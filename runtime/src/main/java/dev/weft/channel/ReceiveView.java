package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/** The receiving end of a channel and nothing else. Its suspendable methods pass the leaf on. */
final class ReceiveView<T> extends ChannelView implements ReceiveChannel<T> {
    private final Channel<T> channel;

    ReceiveView(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    Channel<T> channel() {
        return channel;
    }

    @Override
    @Suspendable
    public T receive() {
        return channel.receive(Stack.PINNED);
    }

    @Override
    public T receive(Stack stack) {
        return channel.receive(stack);
    }

    @Override
    @Suspendable
    public T receiveOrNull() {
        return channel.receiveOrNull(Stack.PINNED);
    }

    @Override
    public T receiveOrNull(Stack stack) {
        return channel.receiveOrNull(stack);
    }

    @Override
    public Received<T> tryReceive() {
        return channel.tryReceive();
    }

    @Override
    @Suspendable
    public Received<T> tryReceive(long timeout, TimeUnit unit) {
        return channel.tryReceive(timeout, unit, Stack.PINNED);
    }

    @Override
    public Received<T> tryReceive(long timeout, TimeUnit unit, Stack stack) {
        return channel.tryReceive(timeout, unit, stack);
    }

    @Override
    public T poll() {
        return channel.poll();
    }

    @Override
    @Suspendable
    public T poll(long timeout, TimeUnit unit) {
        return channel.poll(timeout, unit, Stack.PINNED);
    }

    @Override
    public T poll(long timeout, TimeUnit unit, Stack stack) {
        return channel.poll(timeout, unit, stack);
    }

    @Override
    public boolean cancel(Throwable cause) {
        return channel.cancel(cause);
    }

    @Override
    public boolean isDrained() {
        return channel.isDrained();
    }

    @Override
    public int length() {
        return channel.length();
    }

    @Override
    public int capacity() {
        return channel.capacity();
    }

    @Override
    public ChannelIterator<T> iterator() {
        return channel.iterator();
    }
}
