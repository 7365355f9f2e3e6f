package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.util.Set;

/**
 * A datagram socket whose {@link #receive} and {@link #send} suspend the fiber, and block a plain
 * thread. The rest is the channel's own socket. {@link #getChannel()} is null. Thread-safe; the
 * packet given to a call must be left alone until it returns.
 */
public final class FiberDatagramSocket extends DatagramSocket {
    private static final int LARGEST = 1 << 16;

    private final DatagramChannel channel;

    /** The channel that this is the socket of; null: none. */
    private final DatagramChannel shown;

    /** The channel's socket: addresses, options and their exceptions. */
    private final DatagramSocket plain;

    private final Readiness readiness;
    private volatile int timeout;

    /**
     * Makes a socket.
     *
     * @param address to bind to; null: not bound
     * @throws SocketException when it can't be bound
     */
    public FiberDatagramSocket(SocketAddress address) throws SocketException {
        super((SocketAddress) null);
        super.close(); // the descriptor of the class above is not needed
        try {
            channel = FiberChannels.plainDatagram();
            channel.configureBlocking(false);
        } catch (IOException e) {
            throw translated(e);
        }
        plain = channel.socket();
        readiness = new Readiness(channel);
        shown = null;
        if (address != null) {
            bindOrClose(address);
        }
    }

    /** The socket of a channel, whose states are the channel's. */
    FiberDatagramSocket(FiberDatagramChannel shown, DatagramChannel own, Readiness readiness)
            throws SocketException {
        super((SocketAddress) null);
        super.close(); // the descriptor of the class above is not needed
        this.channel = own;
        this.readiness = readiness;
        this.shown = shown;
        plain = own.socket();
    }

    private void bindOrClose(SocketAddress address) throws SocketException {
        boolean bound = false;
        try {
            plain.bind(address);
            bound = true;
        } finally {
            if (!bound) {
                close();
            }
        }
    }

    @Override
    @Suspendable
    public void receive(DatagramPacket packet) throws IOException {
        requireOpen();
        requireBlocking();
        if (getLocalPort() == 0) {
            plain.bind(new InetSocketAddress(0));
        }
        int millis = timeout;
        long deadline = millis == 0 ? 0 : System.nanoTime() + Readiness.nanos(millis);
        while (!tryReceive(packet)) {
            long left = millis == 0 ? Long.MAX_VALUE : Math.max(deadline - System.nanoTime(), 1);
            if (await(SelectionKey.OP_READ, left)) {
                throw new SocketTimeoutException("Receive timed out");
            }
        }
    }

    private boolean tryReceive(DatagramPacket packet) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(capacity(packet), LARGEST));
        try {
            SocketAddress from = channel.receive(buffer);
            if (from == null) {
                return false;
            }
            packet.setSocketAddress(from);
        } catch (PortUnreachableException e) {
            throw e;
        } catch (IOException e) {
            throw translated(e);
        }
        buffer.flip();
        byte[] data = packet.getData();
        int length = Math.min(buffer.remaining(), data.length - packet.getOffset());
        buffer.get(data, packet.getOffset(), length);
        packet.setLength(length);
        return true;
    }

    /** The JDK keeps the room apart from the length of what came last, but does not show it. */
    private static int capacity(DatagramPacket packet) {
        return packet.getData().length - packet.getOffset();
    }

    @Override
    @Suspendable
    public void send(DatagramPacket packet) throws IOException {
        requireOpen();
        requireBlocking();
        SocketAddress to = target(packet);
        ByteBuffer data = ByteBuffer.wrap(packet.getData(), packet.getOffset(), packet.getLength());
        int length = data.remaining();
        while (!trySend(data, to) && length > 0) {
            await(SelectionKey.OP_WRITE, Long.MAX_VALUE);
        }
    }

    private SocketAddress target(DatagramPacket packet) {
        SocketAddress connected = plain.getRemoteSocketAddress();
        if (packet.getAddress() == null) {
            if (connected == null) {
                throw new IllegalArgumentException("Address not set");
            }
            packet.setSocketAddress(connected);
            return connected;
        }
        if (connected != null && !connected.equals(packet.getSocketAddress())) {
            throw new IllegalArgumentException("connected address and packet address differ");
        }
        return packet.getSocketAddress();
    }

    private boolean trySend(ByteBuffer data, SocketAddress to) throws IOException {
        try {
            return channel.isConnected() ? channel.write(data) > 0 : channel.send(data, to) > 0;
        } catch (PortUnreachableException e) {
            throw e;
        } catch (IOException e) {
            throw translated(e);
        }
    }

    /** True when the time is over. */
    @Suspendable
    private boolean await(int op, long nanos) throws IOException {
        try {
            return readiness.await(op, nanos) == Readiness.LATE;
        } catch (InterruptedException e) {
            close();
            Fiber.current().interrupt(); // as for the JDK's virtual threads, which stay interrupted
            throw new SocketException("Closed by interrupt");
        }
    }

    private static SocketException translated(IOException e) {
        if (e instanceof SocketException) {
            return (SocketException) e;
        }
        SocketException thrown =
                new SocketException(
                        e instanceof ClosedChannelException ? "Socket closed" : e.getMessage());
        thrown.initCause(e);
        return thrown;
    }

    private void requireBlocking() {
        if (shown != null && !shown.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
    }

    private void requireOpen() throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
    }

    @Override
    public void close() {
        if (plain == null || plain.isClosed()) {
            return; // the class above, in the constructor
        }
        if (shown != null) {
            closeShown();
            return;
        }
        plain.close();
        readiness.hasClosed();
        Poller.get().flush(channel);
    }

    private void closeShown() {
        try {
            shown.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the JDK's own would be an Error
        }
    }

    @Override
    public boolean isClosed() {
        return plain != null && plain.isClosed();
    }

    @Override
    public DatagramChannel getChannel() {
        return shown;
    }

    @Override
    public void bind(SocketAddress address) throws SocketException {
        plain.bind(address);
    }

    @Override
    public void connect(InetAddress address, int port) {
        plain.connect(address, port);
    }

    @Override
    public void connect(SocketAddress address) throws SocketException {
        plain.connect(address);
    }

    @Override
    public void disconnect() {
        plain.disconnect();
    }

    @Override
    public boolean isBound() {
        return plain.isBound();
    }

    @Override
    public boolean isConnected() {
        return plain.isConnected();
    }

    @Override
    public InetAddress getInetAddress() {
        return plain.getInetAddress();
    }

    @Override
    public int getPort() {
        return plain.getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return plain.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return plain.getLocalSocketAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return plain.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return plain.getLocalPort();
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
    public int getSoTimeout() throws SocketException {
        requireOpen();
        return timeout;
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        plain.setSendBufferSize(size);
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return plain.getSendBufferSize();
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        plain.setReceiveBufferSize(size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return plain.getReceiveBufferSize();
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        plain.setReuseAddress(on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return plain.getReuseAddress();
    }

    @Override
    public void setBroadcast(boolean on) throws SocketException {
        plain.setBroadcast(on);
    }

    @Override
    public boolean getBroadcast() throws SocketException {
        return plain.getBroadcast();
    }

    @Override
    public void setTrafficClass(int value) throws SocketException {
        plain.setTrafficClass(value);
    }

    @Override
    public int getTrafficClass() throws SocketException {
        return plain.getTrafficClass();
    }

    @Override
    public <T> DatagramSocket setOption(SocketOption<T> name, T value) throws IOException {
        plain.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return plain.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return plain.supportedOptions();
    }
}
