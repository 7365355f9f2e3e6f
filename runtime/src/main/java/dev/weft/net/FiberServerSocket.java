package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;

/**
 * A server socket whose {@link #accept} suspends the fiber, blocks a plain thread, and returns
 * {@link FiberSocket}s. States and exceptions are those of {@link ServerSocket}; {@link
 * #getChannel()} is null, but for the socket of a channel. Thread-safe.
 */
public final class FiberServerSocket extends ServerSocket {
    private static final int DEFAULT_BACKLOG = 50;

    private final ServerSocketChannel channel;
    private final Readiness readiness;

    /** The channel that this is the socket of; null: none. */
    private final ServerSocketChannel shown;

    private volatile InetSocketAddress local;
    private volatile boolean closed;
    private volatile int timeout;

    /**
     * Makes a server socket that is not bound.
     *
     * @throws IOException when none can be made
     */
    public FiberServerSocket() throws IOException {
        channel = FiberChannels.plainServer();
        channel.configureBlocking(false);
        readiness = new Readiness(channel);
        shown = null;
    }

    /** The socket of a channel, whose states are the channel's. */
    FiberServerSocket(FiberServerSocketChannel shown, ServerSocketChannel own, Readiness readiness)
            throws IOException {
        this.channel = own;
        this.readiness = readiness;
        this.shown = shown;
    }

    /**
     * Makes a bound server socket.
     *
     * @param port 0 to 65535; 0: any free one
     * @param backlog not positive: a default
     * @param address null: all
     * @throws IOException when it can't be bound
     */
    public FiberServerSocket(int port, int backlog, InetAddress address) throws IOException {
        this();
        boolean bound = false;
        try {
            if (port < 0 || port > 0xffff) {
                throw new IllegalArgumentException("Port value out of range: " + port);
            }
            bind(new InetSocketAddress(address, port), backlog);
            bound = true;
        } finally {
            if (!bound) {
                close();
            }
        }
    }

    @Override
    public void bind(SocketAddress address) throws IOException {
        bind(address, DEFAULT_BACKLOG);
    }

    @Override
    public void bind(SocketAddress address, int backlog) throws IOException {
        requireOpen();
        if (isBound()) {
            throw new SocketException("Already bound");
        }
        SocketAddress to = address == null ? new InetSocketAddress(0) : address;
        if (!(to instanceof InetSocketAddress)) {
            throw new IllegalArgumentException("Unsupported address type");
        }
        if (((InetSocketAddress) to).isUnresolved()) {
            throw new SocketException("Unresolved address");
        }
        try {
            channel.bind(to, backlog < 1 ? DEFAULT_BACKLOG : backlog);
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket is closed");
        }
        local = (InetSocketAddress) channel.getLocalAddress();
    }

    /** Null: not bound. A channel may have been bound without this socket. */
    private InetSocketAddress local() {
        if (local == null && shown != null && shown.isOpen()) {
            try {
                local = (InetSocketAddress) channel.getLocalAddress();
            } catch (IOException e) {
                return null; // closed
            }
        }
        return local;
    }

    @Override
    public ServerSocketChannel getChannel() {
        return shown;
    }

    @Override
    @Suspendable
    public Socket accept() throws IOException {
        requireOpen();
        if (!isBound()) {
            throw new SocketException("Socket is not bound yet");
        }
        if (shown != null && !shown.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
        int millis = timeout;
        long deadline = millis == 0 ? 0 : System.nanoTime() + Readiness.nanos(millis);
        SocketChannel accepted = tryAccept();
        while (accepted == null) {
            long left = millis == 0 ? Long.MAX_VALUE : Math.max(deadline - System.nanoTime(), 1);
            if (await(left)) {
                throw new SocketTimeoutException("Accept timed out");
            }
            accepted = tryAccept();
        }
        return shown == null
                ? FiberSocket.accepted(accepted)
                : new FiberSocketChannel(accepted).socket();
    }

    private SocketChannel tryAccept() throws IOException {
        try {
            return channel.accept();
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        }
    }

    /** True when the time is over. */
    @Suspendable
    private boolean await(long nanos) throws IOException {
        try {
            return readiness.await(SelectionKey.OP_ACCEPT, nanos) == Readiness.LATE;
        } catch (InterruptedException e) {
            close();
            Fiber.current().interrupt(); // as for the JDK's virtual threads, which stay interrupted
            throw new SocketException("Closed by interrupt");
        }
    }

    /** Closes; the port is free on return. */
    @Override
    public void close() throws IOException {
        if (shown != null) {
            shown.close();
            return;
        }
        synchronized (readiness) {
            if (closed) {
                return;
            }
            closed = true;
        }
        channel.close();
        readiness.hasClosed();
        Poller.get().flush(channel);
    }

    @Override
    public boolean isClosed() {
        return shown == null ? closed : !shown.isOpen();
    }

    @Override
    public boolean isBound() {
        return local() != null;
    }

    @Override
    public InetAddress getInetAddress() {
        InetSocketAddress bound = local();
        return bound == null ? null : bound.getAddress();
    }

    @Override
    public int getLocalPort() {
        InetSocketAddress bound = local();
        return bound == null ? -1 : bound.getPort();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return local();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        requireOpen();
        if (millis < 0) {
            throw new IllegalArgumentException("timeout < 0");
        }
        timeout = millis;
    }

    @Override
    public int getSoTimeout() throws IOException {
        requireOpen();
        return timeout;
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        set(StandardSocketOptions.SO_REUSEADDR, on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return get(StandardSocketOptions.SO_REUSEADDR);
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        if (size <= 0) {
            throw new IllegalArgumentException("negative receive size");
        }
        set(StandardSocketOptions.SO_RCVBUF, size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return get(StandardSocketOptions.SO_RCVBUF);
    }

    @Override
    public <T> ServerSocket setOption(SocketOption<T> name, T value) throws IOException {
        requireOpen();
        channel.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        requireOpen();
        return channel.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    @Override
    public String toString() {
        return isBound()
                ? "ServerSocket[addr=" + getInetAddress() + ",localport=" + getLocalPort() + "]"
                : "ServerSocket[unbound]";
    }

    private <T> void set(SocketOption<T> name, T value) throws SocketException {
        requireOpen();
        try {
            channel.setOption(name, value);
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    private <T> T get(SocketOption<T> name) throws SocketException {
        requireOpen();
        try {
            return channel.getOption(name);
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }

    private void requireOpen() throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
    }
}
