package dev.weft.blocking;

import dev.weft.io.FiberInputStreamReader;
import dev.weft.io.FiberOutputStreamWriter;
import dev.weft.net.FiberChannels;
import dev.weft.net.FiberReadable;
import dev.weft.net.FiberWritable;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;

/**
 * Stand-ins for {@link Channels}: a stream over a channel that woven code opened suspends. Over
 * others it is the JDK's, and handed off.
 */
public final class ChannelStreams {
    private ChannelStreams() {}

    /** {@link Channels#newInputStream(ReadableByteChannel)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static InputStream newInputStream(ReadableByteChannel channel) {
        return channel instanceof FiberReadable
                ? FiberChannels.input((FiberReadable) channel)
                : Channels.newInputStream(channel);
    }

    /** {@link Channels#newOutputStream(WritableByteChannel)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static OutputStream newOutputStream(WritableByteChannel channel) {
        return channel instanceof FiberWritable
                ? FiberChannels.output((FiberWritable) channel)
                : Channels.newOutputStream(channel);
    }

    /** {@link Channels#newReader(ReadableByteChannel, CharsetDecoder, int)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Reader newReader(ReadableByteChannel channel, CharsetDecoder decoder, int least) {
        return channel instanceof FiberReadable
                ? new FiberInputStreamReader(newInputStream(channel), decoder.reset())
                : Channels.newReader(channel, decoder, least);
    }

    /** {@link Channels#newReader(ReadableByteChannel, String)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Reader newReader(ReadableByteChannel channel, String charset) {
        return channel instanceof FiberReadable
                ? newReader(channel, Charset.forName(charset).newDecoder(), -1)
                : Channels.newReader(channel, charset);
    }

    /** {@link Channels#newReader(ReadableByteChannel, Charset)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Reader newReader(ReadableByteChannel channel, Charset charset) {
        return newReader(channel, charset.newDecoder(), -1);
    }

    /** {@link Channels#newWriter(WritableByteChannel, CharsetEncoder, int)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Writer newWriter(WritableByteChannel channel, CharsetEncoder encoder, int least) {
        return channel instanceof FiberWritable
                ? new FiberOutputStreamWriter(newOutputStream(channel), encoder.reset())
                : Channels.newWriter(channel, encoder, least);
    }

    /** {@link Channels#newWriter(WritableByteChannel, String)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Writer newWriter(WritableByteChannel channel, String charset) {
        return channel instanceof FiberWritable
                ? newWriter(channel, Charset.forName(charset).newEncoder(), -1)
                : Channels.newWriter(channel, charset);
    }

    /** {@link Channels#newWriter(WritableByteChannel, Charset)}. */
    @StandIn(value = Channels.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static Writer newWriter(WritableByteChannel channel, Charset charset) {
        return newWriter(channel, charset.newEncoder(), -1);
    }
}
