package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.io.FiberInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.util.Objects;

/** A channel as a stream, as {@link java.nio.channels.Channels#newInputStream} gives it. */
final class ChannelInput extends FiberInputStream {
    private final FiberReadable channel;

    ChannelInput(FiberReadable channel) {
        this.channel = channel;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!((SelectableChannel) channel).isBlocking()) {
            throw new IllegalBlockingModeException();
        }
        return channel.read(ByteBuffer.wrap(bytes, from, length));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
