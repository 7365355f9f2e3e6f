package dev.weft.blocking;

import dev.weft.net.FiberChannels;
import dev.weft.net.FiberSelector;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * Stand-ins for pipes and for a provider's selectors and channels: where it is the JDK's own, they
 * are the runtime's, as those that {@code open()} gives. Other providers know only their own.
 */
public final class Providers {
    private Providers() {}

    private static boolean isOwn(SelectorProvider it) {
        return it == SelectorProvider.provider();
    }

    /** {@link Pipe#open()}. */
    @StandIn(value = Pipe.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static Pipe open() throws IOException {
        return FiberChannels.over(Pipe.open());
    }

    /** {@link SelectorProvider#openPipe()}. */
    @StandIn(value = SelectorProvider.class, mode = StandIn.Mode.REPLACES)
    public static Pipe openPipe(SelectorProvider it) throws IOException {
        Pipe pipe = it.openPipe();
        return isOwn(it) ? FiberChannels.over(pipe) : pipe;
    }

    /** {@link SelectorProvider#openSelector()}. */
    @StandIn(value = SelectorProvider.class, mode = StandIn.Mode.REPLACES)
    public static AbstractSelector openSelector(SelectorProvider it) throws IOException {
        AbstractSelector selector = it.openSelector();
        return isOwn(it) ? new FiberSelector(selector) : selector;
    }

    /** {@link SelectorProvider#openSocketChannel()}. */
    @StandIn(value = SelectorProvider.class, mode = StandIn.Mode.REPLACES)
    public static SocketChannel openSocketChannel(SelectorProvider it) throws IOException {
        SocketChannel channel = it.openSocketChannel();
        return isOwn(it) ? FiberChannels.over(channel) : channel;
    }

    /** {@link SelectorProvider#openServerSocketChannel()}. */
    @StandIn(value = SelectorProvider.class, mode = StandIn.Mode.REPLACES)
    public static ServerSocketChannel openServerSocketChannel(SelectorProvider it)
            throws IOException {
        ServerSocketChannel channel = it.openServerSocketChannel();
        return isOwn(it) ? FiberChannels.over(channel) : channel;
    }

    /** {@link SelectorProvider#openDatagramChannel()}. */
    @StandIn(value = SelectorProvider.class, mode = StandIn.Mode.REPLACES)
    public static DatagramChannel openDatagramChannel(SelectorProvider it) throws IOException {
        DatagramChannel channel = it.openDatagramChannel();
        return isOwn(it) ? FiberChannels.over(channel) : channel;
    }

    /** {@link SelectorProvider#openDatagramChannel(ProtocolFamily)}. */
    @StandIn(value = SelectorProvider.class, mode = StandIn.Mode.REPLACES)
    public static DatagramChannel openDatagramChannel(SelectorProvider it, ProtocolFamily family)
            throws IOException {
        DatagramChannel channel = it.openDatagramChannel(family);
        return isOwn(it) ? FiberChannels.over(channel) : channel;
    }
}
