package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.concurrent.TimeUnit;

/** The sending end of a channel and nothing else. Its suspendable methods pass the leaf on. */
final class SendView<T> extends ChannelView implements SendChannel<T> {
    private final Channel<T> channel;

    SendView(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    Channel<T> channel() {
        return channel;
    }

    @Override
    @Suspendable
    public void send(T value) {
        channel.send(value, Stack.PINNED);
    }

    @Override
    public void send(T value, Stack stack) {
        channel.send(value, stack);
    }

    @Override
    public SendResult trySend(T value) {
        return channel.trySend(value);
    }

    @Override
    @Suspendable
    public SendResult trySend(T value, long timeout, TimeUnit unit) {
        return channel.trySend(value, timeout, unit, Stack.PINNED);
    }

    @Override
    public SendResult trySend(T value, long timeout, TimeUnit unit, Stack stack) {
        return channel.trySend(value, timeout, unit, stack);
    }

    @Override
    @Suspendable
    public void sendException(Throwable exception) {
        channel.sendException(exception, Stack.PINNED);
    }

    @Override
    public void sendException(Throwable exception, Stack stack) {
        channel.sendException(exception, stack);
    }

    @Override
    public boolean close(Throwable cause) {
        return channel.close(cause);
    }

    @Override
    public boolean isClosed() {
        return channel.isClosed();
    }
}
