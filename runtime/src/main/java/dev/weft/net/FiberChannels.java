package dev.weft.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Makes channels whose blocking operations suspend the fiber, and block a plain thread: what woven
 * code gets from {@code SocketChannel.open()} and the like. See {@link Transfers}.
 */
public final class FiberChannels {
    private FiberChannels() {}

    /** The JDK's: nothing here is suspendable, so nothing here is replaced. */
    static ServerSocketChannel plainServer() throws IOException {
        return ServerSocketChannel.open();
    }

    /** The JDK's. */
    static DatagramChannel plainDatagram() throws IOException {
        return DatagramChannel.open();
    }

    /**
     * A channel over a new one of the JDK's.
     *
     * @param channel new, in blocking mode, used by nobody else; not null
     * @return in blocking mode
     * @throws IOException when its mode can't be set
     */
    public static SocketChannel over(SocketChannel channel) throws IOException {
        return new FiberSocketChannel(channel);
    }

    /**
     * A channel over a new one of the JDK's.
     *
     * @param channel new, in blocking mode, used by nobody else; not null
     * @return in blocking mode
     * @throws IOException when its mode can't be set
     */
    public static ServerSocketChannel over(ServerSocketChannel channel) throws IOException {
        return new FiberServerSocketChannel(channel);
    }

    /**
     * A channel over a new one of the JDK's.
     *
     * @param channel new, in blocking mode, used by nobody else; not null
     * @return in blocking mode
     * @throws IOException when its mode can't be set
     */
    public static DatagramChannel over(DatagramChannel channel) throws IOException {
        return new FiberDatagramChannel(channel);
    }

    /**
     * A pipe over a new one of the JDK's.
     *
     * @param pipe new, in blocking mode, used by nobody else; not null
     * @return in blocking mode
     * @throws IOException when its mode can't be set
     */
    public static Pipe over(Pipe pipe) throws IOException {
        return new FiberPipe(pipe);
    }

    /**
     * What woven code sees of a channel that a key leads to.
     *
     * @param channel what the key says; not null
     * @return the channel that was registered, which may be the same
     */
    public static SelectableChannel shown(SelectableChannel channel) {
        return Poller.get().shown(channel);
    }

    /**
     * A channel as a stream that suspends.
     *
     * @param channel not null
     * @return closes the channel
     */
    public static InputStream input(FiberReadable channel) {
        return new ChannelInput(channel);
    }

    /**
     * A channel as a stream that suspends.
     *
     * @param channel not null
     * @return closes the channel
     */
    public static OutputStream output(FiberWritable channel) {
        return new ChannelOutput(channel);
    }
}
