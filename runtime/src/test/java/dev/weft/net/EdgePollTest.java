package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose descriptor is watched. Not woven: the channels are the JDK's. */
@Timeout(60)
class EdgePollTest {
    private static final int MOST = 100;

    /** The JDK closes a channel whose connect has failed; its descriptor may be used again then. */
    @Test
    void aConnectThatFailedTakesNothingFromTheNextWithItsDescriptor() throws Throwable {
        assumeTrue(JdkNatives.isOpen());
        SocketChannel refused = SocketChannel.open();
        Connection failing = new Connection(refused);
        int number = descriptor(refused);
        refused.connect(closedPort());
        failing.readiness().await(SelectionKey.OP_CONNECT, Long.MAX_VALUE);
        assertThrows(ConnectException.class, refused::finishConnect);
        List<SocketChannel> others = new ArrayList<>();
        try {
            SocketChannel next = withDescriptor(number, others);
            Connection connection = new Connection(next);
            next.configureBlocking(true);
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                next.connect(server.getLocalSocketAddress());
                next.configureBlocking(false);
                try (Socket peer = server.accept()) {
                    assertSame(Readiness.LATE, awaitsInput(connection, 1));
                    failing.close();
                    peer.getOutputStream().write(1);
                    assertNull(awaitsInput(connection, TimeUnit.SECONDS.toNanos(20)));
                    connection.close();
                }
            }
        } finally {
            for (SocketChannel other : others) {
                other.close();
            }
        }
    }

    private static Object awaitsInput(Connection connection, long nanos) throws Exception {
        return connection.readiness().await(SelectionKey.OP_READ, nanos);
    }

    /** Another thread may have taken it for a moment. */
    private static SocketChannel withDescriptor(int number, List<SocketChannel> made)
            throws Throwable {
        SocketChannel next;
        do {
            next = SocketChannel.open();
            made.add(next);
        } while (descriptor(next) != number && made.size() < MOST);
        assumeTrue(descriptor(next) == number, "another has the descriptor");
        return next;
    }

    private static int descriptor(SocketChannel channel) throws Throwable {
        MethodHandle get =
                JdkNatives.find(
                        "SelChImpl",
                        "getFDVal",
                        MethodType.methodType(int.class, SocketChannel.class));
        return (int) get.invokeExact(channel);
    }

    private static InetSocketAddress closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) server.getLocalSocketAddress();
        }
    }
}
