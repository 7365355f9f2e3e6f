package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** A {@link ServerSocketChannel} whose accept suspends: see {@link Transfers}. */
public final class FiberServerSocketChannel extends ServerSocketChannel implements FiberSelectable {
    private final ServerSocketChannel channel;
    private final Transfers transfers;
    private ServerSocket socket;

    FiberServerSocketChannel(ServerSocketChannel channel) throws IOException {
        super(channel.provider());
        this.channel = channel;
        transfers = new Transfers(this, channel);
    }

    /** Accepts a connection; its channel is one of the runtime's, in blocking mode. */
    @Override
    @Suspendable
    public SocketChannel accept() throws IOException {
        boolean blocks = transfers.blocks();
        SocketChannel accepted = channel.accept();
        while (accepted == null && blocks) {
            transfers.await(SelectionKey.OP_ACCEPT);
            accepted = channel.accept();
        }
        return accepted == null ? null : new FiberSocketChannel(accepted);
    }

    /** Closes; the port is free on return, unless a selector still has the channel. */
    @Override
    protected void implCloseSelectableChannel() throws IOException {
        transfers.closeAndFlush();
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) throws IOException {
        channel.bind(local, backlog);
        return this;
    }

    /** A socket of the runtime's, whose accept suspends. */
    @Override
    public synchronized ServerSocket socket() {
        if (socket == null) {
            channel.socket(); // throws for channels of another family
            try {
                socket = new FiberServerSocket(this, channel, transfers.readiness);
            } catch (IOException e) {
                throw new Error(e); // as the JDK's
            }
        }
        return socket;
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return channel.getLocalAddress();
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
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
