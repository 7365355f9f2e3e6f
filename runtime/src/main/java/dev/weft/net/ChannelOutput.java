package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.util.Objects;

/** A channel as a stream, as {@link java.nio.channels.Channels#newOutputStream} gives it. */
final class ChannelOutput extends OutputStream {
    private final FiberWritable channel;

    ChannelOutput(FiberWritable channel) {
        this.channel = channel;
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return;
        }
        if (!((SelectableChannel) channel).isBlocking()) {
            throw new IllegalBlockingModeException();
        }
        channel.write(ByteBuffer.wrap(bytes, from, length));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
