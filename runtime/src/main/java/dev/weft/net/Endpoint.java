package dev.weft.net;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/**
 * The channel of one connection, and what is transferred without waiting: by the channel or, small
 * transfers, past it ({@link SocketCalls}).
 *
 * <p>Who goes past the channel holds its direction, one reader and one writer at a time; a second
 * takes the channel, which has locks. A close takes the directions away for ever before it closes
 * the channel, so the descriptor is not another connection's by the time it is used; so does what
 * the channel has to know of, an end of input or output. None of the holders waits for anything, so
 * whoever takes a direction away waits for a moment only.
 *
 * <p>So a connection that has been made needs no channel, only its descriptor: the channel is
 * {@linkplain #forgetChannel forgotten}, and made again when something asks for it, for good. Only
 * options do with one for the moment ({@link #lend}); they count as a direction of their own. A
 * close makes the channel as well, so there is one way only in which a descriptor is given up, the
 * JDK's. Nobody else closes: a connection that is dropped keeps its descriptor, as the JDK's
 * channels do.
 *
 * <p>A base class, so that a connection is one object less. Thread-safe.
 */
abstract class Endpoint extends EdgeReadiness {
    static final byte READS = 1;
    static final byte WRITES = 2;
    static final byte BOTH = READS | WRITES;
    private static final byte OPTIONS = 4;

    /** What is taken away, beside what is held. */
    private static final int AWAY = 3;

    private static final int SPINS = 100;

    private static final VarHandle USES;

    static {
        try {
            USES = MethodHandles.lookup().findVarHandle(Endpoint.class, "uses", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Closed by an interrupt of a fiber. Set before the connection is used. */
    Closeable owner;

    /** The directions that are held and, {@link #AWAY} bits higher, those taken away. */
    private volatile byte uses;

    Endpoint(SocketChannel channel, SelectableChannel shown) {
        super(channel, shown);
    }

    /** What is done with a channel and leaves nothing in it. */
    interface Use<T> {
        T by(SocketChannel channel) throws IOException;
    }

    /** The channel, made when there is none any more. */
    @Override
    final SocketChannel channel() throws IOException {
        Object seen = held;
        return seen instanceof SocketChannel ? (SocketChannel) seen : makeChannel();
    }

    private synchronized SocketChannel makeChannel() throws IOException {
        if (held instanceof SocketChannel) {
            return (SocketChannel) held;
        }
        SocketChannel made = Descriptors.channel((FileDescriptor) held, remote());
        held = made;
        return made;
    }

    /** Of a connection whose channel is forgotten: its socket knows; not null. */
    private SocketAddress remote() {
        SocketAddress told = ((Socket) owner).getRemoteSocketAddress();
        return told == null ? new InetSocketAddress(0) : told;
    }

    /**
     * Of a connection that has been made, before anybody else has it or its channel. The owner is a
     * socket.
     */
    final void forgetChannel() {
        SocketChannel channel = (SocketChannel) held;
        if (SocketCalls.get() != null && Descriptors.canMakeAgain(channel)) {
            held = Descriptors.of(channel);
        }
    }

    /** Whether there is one at present, for good. */
    final boolean hasChannel() {
        return held instanceof SocketChannel;
    }

    @Override
    public String toString() {
        return hasChannel() ? super.toString() : owner.toString();
    }

    @Override
    final boolean isOpen() {
        return !hasChannel() || super.isOpen(); // a close makes the channel
    }

    @Override
    final FileDescriptor descriptor() {
        Object seen = held;
        return seen instanceof FileDescriptor
                ? (FileDescriptor) seen
                : Descriptors.of((SocketChannel) seen);
    }

    /** Lends the channel, or one for the moment. */
    final <T> T lend(Use<T> use) throws IOException {
        if (hasChannel() || !take(OPTIONS)) {
            return use.by(channel());
        }
        try {
            return use.by(Descriptors.channel(descriptor(), remote()));
        } finally {
            give(OPTIONS);
        }
    }

    /** Reads what is there; 0 when nothing is, -1 at the end. */
    final int receive(byte[] bytes, int from, int length) throws IOException {
        SocketCalls calls = length <= SocketCalls.LARGEST ? SocketCalls.get() : null;
        if (calls == null || !take(READS)) {
            return channel().read(ByteBuffer.wrap(bytes, from, length));
        }
        try {
            return calls.receive(descriptor(), bytes, from, length);
        } finally {
            give(READS);
        }
    }

    /** Writes what there is room for. */
    final int send(byte[] bytes, int from, int length) throws IOException {
        SocketCalls calls = length <= SocketCalls.LARGEST ? SocketCalls.get() : null;
        if (calls == null || !take(WRITES)) {
            return channel().write(ByteBuffer.wrap(bytes, from, length));
        }
        try {
            return calls.send(descriptor(), bytes, from, length);
        } finally {
            give(WRITES);
        }
    }

    private boolean take(byte direction) {
        for (; ; ) {
            byte seen = uses;
            if ((seen & (direction | direction << AWAY)) != 0) {
                return false;
            }
            if (USES.compareAndSet(this, seen, (byte) (seen | direction))) {
                return true;
            }
        }
    }

    private void give(byte direction) {
        USES.getAndBitwiseAnd(this, (byte) ~direction);
    }

    /** From now on the channel makes all transfers in these directions. */
    final void takeAway(byte directions) {
        USES.getAndBitwiseOr(this, (byte) (directions << AWAY));
        for (int i = 0; (uses & directions) != 0; i++) {
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield(); // the holder has lost its processor
            }
        }
    }

    /**
     * Closes the channel. Not at once when there is input that nobody has read: the kernel would
     * drop what has been written and not been sent. The JDK ends the output first for channels that
     * are in a selector; here it is done for all.
     */
    final void closeChannel() throws IOException {
        takeAway((byte) (BOTH | OPTIONS));
        SocketChannel channel = channel();
        closes();
        if (channel.isConnected()) {
            try {
                endOutput(channel);
            } catch (IOException e) {
                // the peer is gone
            }
        }
        channel.close();
    }

    private static void endOutput(SocketChannel channel) throws IOException {
        Integer linger = channel.getOption(StandardSocketOptions.SO_LINGER);
        if (linger == null || linger != 0) { // with 0 a close is to be a reset
            if (linger != null && linger > 0) {
                channel.setOption(StandardSocketOptions.SO_LINGER, -1); // would block a carrier
            }
            channel.shutdownOutput();
        }
    }
}
