package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberChannels;
import dev.weft.net.FiberDatagramChannel;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Stand-ins for channels of datagrams, as {@link SocketChannels} for connecting ones. */
public final class DatagramChannels {
    private DatagramChannels() {}

    /** {@link DatagramChannel#open()}. */
    @StandIn(value = DatagramChannel.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static DatagramChannel open() throws IOException {
        return FiberChannels.over(DatagramChannel.open());
    }

    /** {@link DatagramChannel#open(ProtocolFamily)}. */
    @StandIn(value = DatagramChannel.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static DatagramChannel open(ProtocolFamily family) throws IOException {
        return FiberChannels.over(DatagramChannel.open(family));
    }

    /** {@link DatagramChannel#receive(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = DatagramChannel.class, mode = StandIn.Mode.POLLS)
    public static SocketAddress receive(DatagramChannel it, ByteBuffer buffer) throws Exception {
        if (it instanceof FiberDatagramChannel) {
            return ((FiberDatagramChannel) it).receive(buffer);
        }
        return Channels.waits(it) ? Blocking.call(() -> it.receive(buffer)) : it.receive(buffer);
    }

    /** {@link DatagramChannel#send(ByteBuffer, SocketAddress)}. */
    @Suspendable
    @StandIn(value = DatagramChannel.class, mode = StandIn.Mode.POLLS)
    public static int send(DatagramChannel it, ByteBuffer buffer, SocketAddress address)
            throws Exception {
        if (it instanceof FiberDatagramChannel) {
            return ((FiberDatagramChannel) it).send(buffer, address);
        }
        return Channels.waits(it)
                ? Blocking.call(() -> it.send(buffer, address))
                : it.send(buffer, address);
    }
}
