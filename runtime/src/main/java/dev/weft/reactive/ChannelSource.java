package dev.weft.reactive;

import dev.weft.Suspendable;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveChannel;

/** The values of a channel. */
final class ChannelSource<T> implements Source<T> {
    private final ReceiveChannel<? extends T> channel;

    ChannelSource(ReceiveChannel<? extends T> channel) {
        this.channel = channel;
    }

    @Override
    @Suspendable
    public T next() throws Exception {
        try {
            return channel.receiveOrNull();
        } catch (ChannelClosedException closed) {
            Throwable cause = closed.getCause();
            if (cause instanceof Exception) {
                throw (Exception) cause;
            }
            throw closed;
        }
    }
}
