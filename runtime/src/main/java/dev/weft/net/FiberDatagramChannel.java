package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Objects;
import java.util.Set;

/**
 * A {@link DatagramChannel} whose receive, send, read and write suspend: see {@link Transfers}. The
 * channel of a {@link MembershipKey} is the JDK's beneath.
 */
public final class FiberDatagramChannel extends DatagramChannel
        implements FiberReadable, FiberWritable {
    private static final int LARGEST = 1 << 16;

    private final DatagramChannel channel;
    private final Transfers transfers;
    private DatagramSocket socket;

    FiberDatagramChannel(DatagramChannel channel) throws IOException {
        super(channel.provider());
        this.channel = channel;
        transfers = new Transfers(this, channel);
    }

    @Override
    @Suspendable
    public SocketAddress receive(ByteBuffer buffer) throws IOException {
        boolean blocks = transfers.blocks();
        SocketAddress from = channel.receive(buffer);
        while (from == null && blocks) {
            transfers.await(SelectionKey.OP_READ);
            from = channel.receive(buffer);
        }
        return from;
    }

    @Override
    @Suspendable
    public int send(ByteBuffer buffer, SocketAddress to) throws IOException {
        boolean blocks = transfers.blocks();
        boolean some = buffer.hasRemaining();
        int n = channel.send(buffer, to);
        while (n == 0 && some && blocks) {
            transfers.await(SelectionKey.OP_WRITE);
            n = channel.send(buffer, to);
        }
        return n;
    }

    /**
     * An empty datagram counts, as -1 in the JDK: receiving tells it from none, and reading would
     * not.
     */
    @Override
    @Suspendable
    public int read(ByteBuffer buffer) throws IOException {
        if (!transfers.blocks() || !isConnected() || !buffer.hasRemaining()) {
            return channel.read(buffer);
        }
        int before = buffer.position();
        receive(buffer);
        int n = buffer.position() - before;
        return n == 0 ? -1 : n;
    }

    @Override
    @Suspendable
    public long read(ByteBuffer[] buffers, int first, int count) throws IOException {
        Objects.checkFromIndexSize(first, count, buffers.length);
        boolean room = Transfers.hasRemaining(buffers, first, count);
        if (!transfers.blocks() || !isConnected() || !room) {
            return channel.read(buffers, first, count);
        }
        long size = 0;
        for (int i = first; i < first + count; i++) {
            size += buffers[i].remaining();
        }
        ByteBuffer all = ByteBuffer.allocate((int) Math.min(size, LARGEST));
        receive(all);
        all.flip();
        return all.hasRemaining() ? scatter(all, buffers, first) : -1;
    }

    private static long scatter(ByteBuffer all, ByteBuffer[] buffers, int first) {
        long n = all.remaining();
        for (int i = first; all.hasRemaining(); i++) {
            ByteBuffer part = all.slice();
            part.limit(Math.min(part.limit(), buffers[i].remaining()));
            all.position(all.position() + part.remaining());
            buffers[i].put(part);
        }
        return n;
    }

    @Override
    @Suspendable
    public int write(ByteBuffer buffer) throws IOException {
        boolean blocks = transfers.blocks();
        boolean some = buffer.hasRemaining();
        int n = channel.write(buffer);
        while (n == 0 && some && blocks) {
            transfers.await(SelectionKey.OP_WRITE);
            n = channel.write(buffer);
        }
        return n;
    }

    @Override
    @Suspendable
    public long write(ByteBuffer[] buffers, int first, int count) throws IOException {
        if (!isConnected() && isOpen()) {
            throw new NotYetConnectedException();
        }
        boolean blocks = transfers.blocks();
        long n = channel.write(buffers, first, count);
        while (n == 0 && blocks && Transfers.hasRemaining(buffers, first, count)) {
            transfers.await(SelectionKey.OP_WRITE);
            n = channel.write(buffers, first, count);
        }
        return n;
    }

    @Override
    public DatagramChannel bind(SocketAddress local) throws IOException {
        channel.bind(local);
        return this;
    }

    @Override
    public DatagramChannel connect(SocketAddress remote) throws IOException {
        channel.connect(remote);
        return this;
    }

    @Override
    public DatagramChannel disconnect() throws IOException {
        channel.disconnect();
        return this;
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    /** A socket of the runtime's, whose receive suspends. */
    @Override
    public synchronized DatagramSocket socket() {
        if (socket == null) {
            try {
                socket = new FiberDatagramSocket(this, channel, transfers.readiness);
            } catch (IOException e) {
                throw new Error(e); // as the JDK's
            }
        }
        return socket;
    }

    @Override
    public MembershipKey join(InetAddress group, NetworkInterface by) throws IOException {
        return channel.join(group, by);
    }

    @Override
    public MembershipKey join(InetAddress group, NetworkInterface by, InetAddress source)
            throws IOException {
        return channel.join(group, by, source);
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
    public <T> DatagramChannel setOption(SocketOption<T> name, T value) throws IOException {
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

    /** Closes; the port is free on return, unless a selector still has the channel. */
    @Override
    protected void implCloseSelectableChannel() throws IOException {
        transfers.closeAndFlush();
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
}
