package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.util.Objects;

/** A channel as a stream, as {@link java.nio.channels.Channels#newInputStream} gives it. */
final class ChannelInput extends InputStream {
    private final FiberReadable channel;

    ChannelInput(FiberReadable channel) {
        this.channel = channel;
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
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
