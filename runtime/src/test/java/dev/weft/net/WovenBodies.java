package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weft.Suspendable;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What woven code opens. */
@Suspendable
final class WovenBodies implements ChannelScenarios.Maker {
    @Override
    public SocketChannel socketChannel() throws IOException {
        return assertInstanceOf(FiberSocketChannel.class, SocketChannel.open());
    }

    @Override
    public ServerSocketChannel serverChannel() throws IOException {
        return assertInstanceOf(FiberServerSocketChannel.class, ServerSocketChannel.open());
    }

    @Override
    public DatagramChannel datagramChannel() throws IOException {
        return assertInstanceOf(FiberDatagramChannel.class, DatagramChannel.open());
    }

    @Override
    public Pipe pipe() throws IOException {
        return assertInstanceOf(FiberPipe.class, Pipe.open());
    }

    @Override
    public Selector selector() throws IOException {
        return assertInstanceOf(FiberSelector.class, Selector.open());
    }
}
