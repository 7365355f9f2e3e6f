package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * Stand-ins for NIO channels in blocking mode, and selectors. The mode can't be changed behind the
 * back of others who use the channel, so the thread waits and the other fibers go on; channels in
 * non-blocking mode are called as they are.
 */
public final class Channels {
    private Channels() {}

    /** {@link SocketChannel#read(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(SocketChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.read(buffer);
        }
        return Blocking.call(() -> it.read(buffer));
    }

    /** {@link SocketChannel#read(ByteBuffer[])}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static long read(SocketChannel it, ByteBuffer[] buffers) throws Exception {
        if (!it.isBlocking()) {
            return it.read(buffers);
        }
        return Blocking.call(() -> it.read(buffers));
    }

    /** {@link SocketChannel#read(ByteBuffer[], int, int)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static long read(SocketChannel it, ByteBuffer[] buffers, int from, int length)
            throws Exception {
        if (!it.isBlocking()) {
            return it.read(buffers, from, length);
        }
        return Blocking.call(() -> it.read(buffers, from, length));
    }

    /** {@link SocketChannel#write(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int write(SocketChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.write(buffer);
        }
        return Blocking.call(() -> it.write(buffer));
    }

    /** {@link SocketChannel#write(ByteBuffer[])}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static long write(SocketChannel it, ByteBuffer[] buffers) throws Exception {
        if (!it.isBlocking()) {
            return it.write(buffers);
        }
        return Blocking.call(() -> it.write(buffers));
    }

    /** {@link SocketChannel#write(ByteBuffer[], int, int)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static long write(SocketChannel it, ByteBuffer[] buffers, int from, int length)
            throws Exception {
        if (!it.isBlocking()) {
            return it.write(buffers, from, length);
        }
        return Blocking.call(() -> it.write(buffers, from, length));
    }

    /** {@link SocketChannel#connect(SocketAddress)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean connect(SocketChannel it, SocketAddress address) throws Exception {
        if (!it.isBlocking()) {
            return it.connect(address);
        }
        return Blocking.call(() -> it.connect(address));
    }

    /** {@link SocketChannel#finishConnect()}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean finishConnect(SocketChannel it) throws Exception {
        if (!it.isBlocking()) {
            return it.finishConnect();
        }
        return Blocking.call(() -> it.finishConnect());
    }

    /** {@link SocketChannel#open(SocketAddress)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static SocketChannel open(SocketAddress address) throws Exception {
        return Blocking.call(() -> SocketChannel.open(address));
    }

    /** {@link ServerSocketChannel#accept()}. */
    @Suspendable
    @StandIn(value = ServerSocketChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static SocketChannel accept(ServerSocketChannel it) throws Exception {
        if (!it.isBlocking()) {
            return it.accept();
        }
        return Blocking.call(() -> it.accept());
    }

    /** {@link DatagramChannel#receive(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = DatagramChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static SocketAddress receive(DatagramChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.receive(buffer);
        }
        return Blocking.call(() -> it.receive(buffer));
    }

    /** {@link DatagramChannel#send(ByteBuffer, SocketAddress)}. */
    @Suspendable
    @StandIn(value = DatagramChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int send(DatagramChannel it, ByteBuffer buffer, SocketAddress address)
            throws Exception {
        if (!it.isBlocking()) {
            return it.send(buffer, address);
        }
        return Blocking.call(() -> it.send(buffer, address));
    }

    /** {@link DatagramChannel#read(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = DatagramChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(DatagramChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.read(buffer);
        }
        return Blocking.call(() -> it.read(buffer));
    }

    /** {@link DatagramChannel#write(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = DatagramChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int write(DatagramChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.write(buffer);
        }
        return Blocking.call(() -> it.write(buffer));
    }

    /** {@link Pipe.SourceChannel#read(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = Pipe.SourceChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(Pipe.SourceChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.read(buffer);
        }
        return Blocking.call(() -> it.read(buffer));
    }

    /** {@link Pipe.SinkChannel#write(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = Pipe.SinkChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int write(Pipe.SinkChannel it, ByteBuffer buffer) throws Exception {
        if (!it.isBlocking()) {
            return it.write(buffer);
        }
        return Blocking.call(() -> it.write(buffer));
    }

    /** {@link Selector#select()}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it) throws Exception {
        return Blocking.call(() -> it.select());
    }

    /** {@link Selector#select(long)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it, long timeout) throws Exception {
        return Blocking.call(() -> it.select(timeout));
    }

    /** {@link Selector#select(Consumer)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it, Consumer<SelectionKey> action) throws Exception {
        return Blocking.call(() -> it.select(action));
    }

    /** {@link Selector#select(Consumer, long)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it, Consumer<SelectionKey> action, long timeout)
            throws Exception {
        return Blocking.call(() -> it.select(action, timeout));
    }
}
