package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberChannels;
import dev.weft.net.FiberServerSocketChannel;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Stand-ins for accepting channels, as {@link SocketChannels} for connecting ones. */
public final class ServerChannels {
    private ServerChannels() {}

    /** {@link ServerSocketChannel#open()}. */
    @StandIn(value = ServerSocketChannel.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static ServerSocketChannel open() throws IOException {
        return FiberChannels.over(ServerSocketChannel.open());
    }

    /** {@code ServerSocketChannel.open(ProtocolFamily)}, of JDK 16. */
    @StandIn(value = ServerSocketChannel.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static ServerSocketChannel open(ProtocolFamily family) throws IOException {
        return FiberChannels.over(
                (ServerSocketChannel) Families.open(ServerSocketChannel.class, family));
    }

    /** {@link ServerSocketChannel#accept()}. */
    @Suspendable
    @StandIn(value = ServerSocketChannel.class, mode = StandIn.Mode.POLLS)
    public static SocketChannel accept(ServerSocketChannel it) throws Exception {
        if (it instanceof FiberServerSocketChannel) {
            return ((FiberServerSocketChannel) it).accept();
        }
        return Channels.waits(it) ? Blocking.call(() -> it.accept()) : it.accept();
    }
}
