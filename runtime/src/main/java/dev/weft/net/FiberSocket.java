package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.SocketChannel;

/**
 * A socket whose connect, reads and writes suspend the fiber, and block a plain thread. In all else
 * it is {@link Socket} itself: states, addresses, options and exceptions are the JDK's own code.
 *
 * <p>An interrupt of a fiber that waits closes the socket, as it does for the JDK's virtual
 * threads; a cancellation leaves it open. {@link #getChannel()} is null, but for the socket of a
 * channel, whose states are the channel's. Thread-safe.
 */
public final class FiberSocket extends Socket {
    private final ChannelSocketImpl impl;

    /** The channel that this is the socket of; null: none. */
    private final FiberSocketChannel shown;

    private SocketInput in;
    private SocketOutput out;

    /**
     * Makes a socket that is not connected.
     *
     * @throws SocketException when the JDK refuses
     */
    public FiberSocket() throws SocketException {
        this(new ChannelSocketImpl(), null);
    }

    private FiberSocket(ChannelSocketImpl impl, FiberSocketChannel shown) throws SocketException {
        super(impl);
        this.impl = impl;
        this.shown = shown;
        impl.owner = this;
    }

    /** Of a connection that has been accepted. */
    static FiberSocket accepted(SocketChannel channel) throws IOException {
        FiberSocket socket = new FiberSocket(new ChannelSocketImpl(channel), null);
        socket.superConnect(channel.getRemoteAddress(), 0);
        socket.impl.settle();
        return socket;
    }

    /** The socket of a channel. */
    static FiberSocket of(FiberSocketChannel shown, SocketChannel channel, Readiness readiness)
            throws IOException {
        Connection connection = new ChannelConnection(channel, readiness);
        return new FiberSocket(new ChannelSocketImpl(connection), shown);
    }

    @Override
    public SocketChannel getChannel() {
        return shown;
    }

    @Override
    public boolean isConnected() {
        if (shown == null) {
            return super.isConnected();
        }
        boolean connected = shown.isConnected();
        impl.note(connected, false);
        return connected;
    }

    @Override
    public boolean isBound() {
        if (shown == null || super.isBound()) {
            return super.isBound();
        }
        boolean bound = shown.isBound();
        impl.note(false, bound);
        return bound;
    }

    @Override
    public boolean isClosed() {
        return shown == null ? super.isClosed() : !shown.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (shown == null) {
            super.close();
        } else {
            shown.close();
        }
    }

    @Override
    public boolean isInputShutdown() {
        return super.isInputShutdown() || shown != null && shown.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return super.isOutputShutdown() || shown != null && shown.isOutputShutdown();
    }

    @Override
    @Suspendable
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    /**
     * As {@link Socket#connect(SocketAddress, int)}. The waiting is done here, then the socket's
     * own code finds the connection made, or throws what came of it.
     */
    @Override
    @Suspendable
    public void connect(SocketAddress address, int timeout) throws IOException {
        boolean connectable = timeout >= 0 && isConnectable(address);
        if (connectable && shown != null) {
            connectShown((InetSocketAddress) address, timeout);
            return;
        }
        if (connectable) {
            IOException thrown = null;
            try {
                impl.connection().connect((InetSocketAddress) address, timeout);
            } catch (IOException e) {
                thrown = e;
            }
            if (thrown != null && isClosed()) {
                throw thrown; // closed meanwhile, which is not what the socket would say
            }
            impl.connectEnded(thrown);
        }
        superConnect(address, timeout);
    }

    @Suspendable
    private void connectShown(InetSocketAddress address, int timeout) throws IOException {
        boolean done = false;
        try {
            impl.connection().connect(address, timeout);
            done = true;
        } finally {
            if (!done) {
                shown.close();
            }
        }
    }

    private void superConnect(SocketAddress address, int timeout) throws IOException {
        super.connect(address, timeout);
    }

    private boolean isConnectable(SocketAddress address) {
        return address instanceof InetSocketAddress
                && !((InetSocketAddress) address).isUnresolved()
                && !isClosed()
                && !isConnected();
    }

    /**
     * As {@link Socket#Socket(InetAddress, int, InetAddress, int)}.
     *
     * @param address to connect to
     * @param port its port
     * @param local null: any
     * @param localPort 0: any
     * @return a connected socket
     * @throws IOException when it can't be connected; it is closed then
     */
    @Suspendable
    public static FiberSocket connected(
            InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(address, port), localAddress(local, localPort));
    }

    /**
     * Makes a connected socket.
     *
     * @param address to connect to
     * @param local to bind to; null: any
     * @return a connected socket
     * @throws IOException when it can't be connected; it is closed then
     */
    @Suspendable
    public static FiberSocket connected(InetSocketAddress address, SocketAddress local)
            throws IOException {
        FiberSocket socket = new FiberSocket();
        boolean done = false;
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(address);
            done = true;
        } finally {
            if (!done) {
                socket.close();
            }
        }
        return socket;
    }

    private static SocketAddress localAddress(InetAddress local, int port) {
        return local == null && port == 0 ? null : new InetSocketAddress(local, port);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (isClosed() || !isConnected() || isInputShutdown()) {
            return super.getInputStream();
        }
        synchronized (impl) {
            if (in == null) {
                in = new SocketInput(impl.connection());
            }
            return in;
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        if (isClosed() || !isConnected() || isOutputShutdown()) {
            return super.getOutputStream();
        }
        synchronized (impl) {
            if (out == null) {
                out = new SocketOutput(impl.connection());
            }
            return out;
        }
    }
}
