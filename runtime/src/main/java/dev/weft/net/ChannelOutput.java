package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.io.FiberOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.util.Objects;

/** A channel as a stream, as {@link java.nio.channels.Channels#newOutputStream} gives it. */
final class ChannelOutput extends FiberOutputStream {
    private final FiberWritable channel;

    ChannelOutput(FiberWritable channel) {
        this.channel = channel;
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
