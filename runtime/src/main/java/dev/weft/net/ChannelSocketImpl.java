package dev.weft.net;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketOptions;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;

/**
 * What {@link java.net.Socket} keeps its state in: a channel. The socket's own code checks
 * arguments and states and so throws what it always throws; what waits is in {@link FiberSocket}.
 */
final class ChannelSocketImpl extends SocketImpl {
    /** Never opened: the descriptor is the channel's. */
    private static final FileDescriptor NONE = new FileDescriptor();

    /** The socket. */
    Closeable owner;

    private Connection connection;
    private boolean closed;

    /** The peer's address while nobody has asked for it, if it is one of four bytes; else 0. */
    private int peer;

    /** What connecting ended with; thrown when the socket's own code connects. */
    private IOException failure;

    ChannelSocketImpl() {
        fd = NONE;
    }

    /** Of a connection that has been accepted. */
    ChannelSocketImpl(SocketChannel accepted) throws IOException {
        this();
        connection = new Connection(accepted);
        noteConnected();
    }

    /** Of a channel's socket. */
    ChannelSocketImpl(Connection connection) {
        this();
        this.connection = connection;
    }

    /** Takes over what has been done to the channel by others. */
    void note(boolean connected, boolean bound) {
        try {
            if (connected && port == 0) {
                noteConnected();
            } else if (bound && localport == 0) {
                noteBound();
            }
        } catch (IOException closed) {
            // what was noted stays
        }
    }

    /** The channel, opened when first needed. */
    synchronized Connection connection() throws IOException {
        if (closed) {
            throw new SocketException("Socket closed");
        }
        if (connection == null) {
            connection = new Connection(SocketChannel.open());
        }
        connection.owner = owner;
        return connection;
    }

    /** Nobody has the socket yet, which knows its peer: a channel is made when needed. */
    void settle() throws IOException {
        connection().forgetChannel();
        if (address instanceof Inet4Address) {
            peer = ByteBuffer.wrap(address.getAddress()).getInt();
            address = peer == 0 ? address : null;
        }
    }

    /** An object made when first asked for; always the same from then on. */
    @Override
    protected synchronized InetAddress getInetAddress() {
        if (peer != 0) {
            try {
                byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(peer).array();
                address = InetAddress.getByAddress(bytes);
            } catch (UnknownHostException e) {
                throw new AssertionError(e); // for other lengths only
            }
            peer = 0;
        }
        return address;
    }

    /** Connecting, done by the fiber beforehand, has come to an end; null: connected. */
    void connectEnded(IOException thrown) throws IOException {
        failure = thrown;
        if (thrown == null) {
            noteConnected();
        }
    }

    private void noteConnected() throws IOException {
        InetSocketAddress remote = (InetSocketAddress) connection.channel().getRemoteAddress();
        address = remote.getAddress();
        port = remote.getPort();
        noteBound();
    }

    private void noteBound() throws IOException {
        localport = ((InetSocketAddress) connection.channel().getLocalAddress()).getPort();
    }

    @Override
    protected void create(boolean stream) throws IOException {
        connection();
    }

    @Override
    protected void connect(String host, int port) throws IOException {
        connect(new InetSocketAddress(host, port), 0);
    }

    @Override
    protected void connect(InetAddress address, int port) throws IOException {
        connect(new InetSocketAddress(address, port), 0);
    }

    /** Has been done: see {@link FiberSocket#connect}. */
    @Override
    protected void connect(SocketAddress address, int timeout) throws IOException {
        IOException thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
        if (((InetSocketAddress) address).isUnresolved()) {
            throw new UnknownHostException(((InetSocketAddress) address).getHostName());
        }
        if (!connection().channel().isConnected()) {
            throw new SocketException("not connected by the fiber's socket: " + address);
        }
    }

    @Override
    protected void bind(InetAddress host, int port) throws IOException {
        try {
            connection().channel().bind(new InetSocketAddress(host, port));
            noteBound();
        } catch (ClosedChannelException e) {
            throw new SocketException("Socket closed");
        }
    }

    @Override
    protected void listen(int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void accept(SocketImpl s) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected InputStream getInputStream() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected OutputStream getOutputStream() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected int available() throws IOException {
        return connection().available();
    }

    @Override
    protected void close() throws IOException {
        Connection open;
        synchronized (this) {
            closed = true;
            open = connection;
        }
        if (open != null) {
            open.close();
        }
    }

    @Override
    protected void shutdownInput() throws IOException {
        connection().shutdownInput();
    }

    @Override
    protected void shutdownOutput() throws IOException {
        connection().shutdownOutput();
    }

    @Override
    protected boolean supportsUrgentData() {
        return true;
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        connection().channel().socket().sendUrgentData(data);
    }

    @Override
    protected <T> void setOption(SocketOption<T> name, T value) throws IOException {
        connection().lend(channel -> channel.setOption(name, value));
    }

    @Override
    protected <T> T getOption(SocketOption<T> name) throws IOException {
        return connection().lend(channel -> channel.getOption(name));
    }

    @Override
    protected Set<SocketOption<?>> supportedOptions() {
        Set<SocketOption<?>> all = new HashSet<>(SocketOptionTable.SUPPORTED);
        all.remove(StandardSocketOptions.IP_MULTICAST_TTL);
        return all;
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        try {
            if (option == SocketOptions.SO_TIMEOUT) {
                connection().setTimeout((Integer) value);
            } else {
                connection().lend(channel -> SocketOptionTable.set(channel, option, value));
            }
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(
                    e instanceof ClosedChannelException ? "Socket closed" : e.getMessage());
        }
    }

    @Override
    public Object getOption(int option) throws SocketException {
        try {
            return option == SocketOptions.SO_TIMEOUT
                    ? (Object) connection().timeout()
                    : connection().lend(channel -> SocketOptionTable.get(channel, option));
        } catch (SocketException e) {
            throw e;
        } catch (IOException e) {
            throw new SocketException(
                    e instanceof ClosedChannelException ? "Socket closed" : e.getMessage());
        }
    }
}
