package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** A {@link SocketChannel} whose connect, reads and writes suspend: see {@link Transfers}. */
public final class FiberSocketChannel extends SocketChannel
        implements FiberReadable, FiberWritable {
    private final SocketChannel channel;
    private final Transfers transfers;
    private volatile boolean inputShutdown;
    private volatile boolean outputShutdown;
    private Socket socket;

    FiberSocketChannel(SocketChannel channel) throws IOException {
        super(channel.provider());
        this.channel = channel;
        transfers = new Transfers(this, channel);
    }

    /** Connects; a failure closes. In blocking mode, suspends until it has come to an end. */
    @Override
    @Suspendable
    public boolean connect(SocketAddress address) throws IOException {
        boolean blocks = transfers.blocks();
        boolean ended = false;
        try {
            boolean connected = channel.connect(address);
            while (!connected && blocks) {
                transfers.await(SelectionKey.OP_CONNECT);
                connected = tryFinish();
            }
            ended = true;
            return connected;
        } finally {
            closeAfter(ended);
        }
    }

    @Override
    @Suspendable
    public boolean finishConnect() throws IOException {
        boolean blocks = transfers.blocks();
        boolean ended = false;
        try {
            boolean connected = channel.finishConnect();
            while (!connected && blocks) {
                transfers.await(SelectionKey.OP_CONNECT);
                connected = tryFinish();
            }
            ended = true;
            return connected;
        } finally {
            closeAfter(ended);
        }
    }

    private boolean tryFinish() throws IOException {
        try {
            return channel.finishConnect();
        } catch (ClosedChannelException e) {
            throw new AsynchronousCloseException();
        }
    }

    /** Wrong arguments and states leave the channel open; what the network refuses closes it. */
    private void closeAfter(boolean ended) throws IOException {
        if (!ended && !channel.isOpen() && isOpen()) {
            close();
        }
    }

    @Override
    @Suspendable
    public int read(ByteBuffer buffer) throws IOException {
        return transfers.read(channel, buffer);
    }

    @Override
    @Suspendable
    public long read(ByteBuffer[] buffers, int first, int count) throws IOException {
        return transfers.read(channel, buffers, first, count);
    }

    @Override
    @Suspendable
    public int write(ByteBuffer buffer) throws IOException {
        return transfers.write(channel, buffer);
    }

    @Override
    @Suspendable
    public long write(ByteBuffer[] buffers, int first, int count) throws IOException {
        return transfers.write(channel, buffers, first, count);
    }

    @Override
    public SocketChannel bind(SocketAddress local) throws IOException {
        channel.bind(local);
        return this;
    }

    @Override
    public SocketChannel shutdownInput() throws IOException {
        channel.shutdownInput();
        inputShutdown = true;
        transfers.readiness.stir();
        return this;
    }

    @Override
    public SocketChannel shutdownOutput() throws IOException {
        channel.shutdownOutput();
        outputShutdown = true;
        transfers.readiness.stir();
        return this;
    }

    boolean isBound() {
        try {
            return channel.getLocalAddress() != null;
        } catch (IOException e) {
            return false; // closed
        }
    }

    boolean isInputShutdown() {
        return inputShutdown;
    }

    boolean isOutputShutdown() {
        return outputShutdown;
    }

    /** A socket of the runtime's, whose streams suspend. */
    @Override
    public synchronized Socket socket() {
        if (socket == null) {
            channel.socket(); // throws for channels of another family
            try {
                socket = FiberSocket.of(this, channel, transfers.readiness);
            } catch (IOException e) {
                throw new Error(e); // as the JDK's
            }
        }
        return socket;
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isConnectionPending() {
        return channel.isConnectionPending();
    }

    @Override
    public SocketAddress getRemoteAddress() throws IOException {
        return channel.getRemoteAddress();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return channel.getLocalAddress();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        channel.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return channel.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        transfers.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        transfers.configureBlocking(block);
    }

    @Override
    public SelectionKey registerWith(Selector selector, int ops, Object attachment)
            throws ClosedChannelException {
        return transfers.register(selector, ops, attachment);
    }

    @Override
    public boolean isRegisteredWithAny() {
        return transfers.isRegistered();
    }

    @Override
    public SelectionKey keyOf(Selector selector) {
        return transfers.keyFor(selector);
    }

    @Override
    public String toString() {
        return channel.toString();
    }
}
