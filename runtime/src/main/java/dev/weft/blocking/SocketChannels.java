package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberChannels;
import dev.weft.net.FiberSocketChannel;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;

/**
 * Stand-ins for connecting channels: woven code opens the runtime's own, which the poller watches.
 * Whether they block is asked at each call, as {@link SocketChannel#isBlocking()} says.
 */
public final class SocketChannels {
    private SocketChannels() {}

    /** {@link SocketChannel#open()}. */
    @StandIn(value = SocketChannel.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static SocketChannel open() throws IOException {
        return FiberChannels.over(SocketChannel.open());
    }

    /** {@code SocketChannel.open(ProtocolFamily)}, of JDK 16. */
    @StandIn(value = SocketChannel.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static SocketChannel open(ProtocolFamily family) throws IOException {
        return FiberChannels.over((SocketChannel) Families.open(SocketChannel.class, family));
    }

    /** {@link SocketChannel#open(SocketAddress)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static SocketChannel open(SocketAddress address) throws Exception {
        SocketChannel channel = unconnected(address);
        boolean done = false;
        try {
            connect(channel, address);
            done = true;
            return channel;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static SocketChannel unconnected(SocketAddress address) throws IOException {
        if (address instanceof InetSocketAddress) {
            return open();
        }
        if (address.getClass().getName().equals("java.net.UnixDomainSocketAddress")) {
            return open(StandardProtocolFamily.valueOf("UNIX"));
        }
        throw new UnsupportedAddressTypeException();
    }

    /** {@link SocketChannel#connect(SocketAddress)}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.POLLS)
    public static boolean connect(SocketChannel it, SocketAddress address) throws Exception {
        if (it instanceof FiberSocketChannel) {
            return ((FiberSocketChannel) it).connect(address);
        }
        return Channels.waits(it) ? Blocking.call(() -> it.connect(address)) : it.connect(address);
    }

    /** {@link SocketChannel#finishConnect()}. */
    @Suspendable
    @StandIn(value = SocketChannel.class, mode = StandIn.Mode.POLLS)
    public static boolean finishConnect(SocketChannel it) throws Exception {
        if (it instanceof FiberSocketChannel) {
            return ((FiberSocketChannel) it).finishConnect();
        }
        return Channels.waits(it) ? Blocking.call(() -> it.finishConnect()) : it.finishConnect();
    }
}
