package dev.weft.net;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/**
 * The channel of one connection, and what is transferred without waiting: by the channel or, small
 * transfers, past it ({@link SocketCalls}).
 *
 * <p>Who goes past the channel holds its direction, one reader and one writer at a time; a second
 * takes the channel, which has locks. A close takes both directions away for ever before it closes
 * the channel, so the descriptor is not another connection's by the time it is used; so does what
 * the channel has to know of, an end of input or output. None of the holders waits for anything, so
 * whoever takes a direction away waits for a moment only. A base class, so that a connection is one
 * object less. Thread-safe.
 */
abstract class Endpoint extends EdgeReadiness {
    static final byte READS = 1;
    static final byte WRITES = 2;
    static final byte BOTH = READS | WRITES;

    /** What is taken away, beside what is held. */
    private static final int AWAY = 2;

    private static final int SPINS = 100;

    private static final VarHandle USES;

    static {
        try {
            USES = MethodHandles.lookup().findVarHandle(Endpoint.class, "uses", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The directions that are held and, {@link #AWAY} bits higher, those taken away. */
    private volatile byte uses;

    Endpoint(SocketChannel channel, SelectableChannel shown) {
        super(channel, shown);
    }

    /** Reads what is there; 0 when nothing is, -1 at the end. */
    final int receive(byte[] bytes, int from, int length) throws IOException {
        SocketCalls calls = length <= SocketCalls.LARGEST ? SocketCalls.get() : null;
        if (calls == null || !take(READS)) {
            return channel().read(ByteBuffer.wrap(bytes, from, length));
        }
        try {
            return calls.receive(channel(), bytes, from, length);
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
            return calls.send(channel(), bytes, from, length);
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
        takeAway(BOTH);
        closes();
        if (channel().isConnected()) {
            try {
                endOutput();
            } catch (IOException e) {
                // the peer is gone
            }
        }
        channel().close();
    }

    private void endOutput() throws IOException {
        Integer linger = channel().getOption(StandardSocketOptions.SO_LINGER);
        if (linger == null || linger != 0) { // with 0 a close is to be a reset
            if (linger != null && linger > 0) {
                channel().setOption(StandardSocketOptions.SO_LINGER, -1); // would block a carrier
            }
            channel().shutdownOutput();
        }
    }
}
