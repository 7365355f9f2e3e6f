package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Accepted connections, which keep a descriptor and no channel where the JDK's natives are there.
 * Run twice by the build, as {@link EdgeTest}.
 */
@Timeout(300)
@Suspendable
class ForgottenChannelTest {
    /** {@code -Dweft.sockets.rounds=…}: connections that are used by many while they are closed. */
    private static final int ROUNDS = Integer.getInteger("weft.sockets.rounds", 600);

    private static final int LARGE = 200_000;

    /** Both ends of a connection; the second is the accepted one. */
    private interface Use {
        @Suspendable
        void use(Socket one, Socket accepted) throws Exception;
    }

    @Test
    void smallTransfersNeedNone() throws Exception {
        connected(
                (one, accepted) -> {
                    assertEquals(SocketCalls.get() == null, hasChannel(accepted));
                    for (int i = 0; i < 20; i++) {
                        Fiber<Integer> reader = Weft.go(() -> accepted.getInputStream().read());
                        Weft.yield();
                        one.getOutputStream().write(i);
                        assertEquals(i, reader.join());
                        accepted.getOutputStream().write(i);
                        assertEquals(i, one.getInputStream().read());
                    }
                    assertEquals(SocketCalls.get() == null, hasChannel(accepted));
                });
    }

    @Test
    void optionsLeaveNoneAndLast() throws Exception {
        connected(
                (one, accepted) -> {
                    accepted.setTcpNoDelay(true);
                    accepted.setKeepAlive(true);
                    accepted.setSoLinger(true, 7);
                    accepted.setOOBInline(true);
                    accepted.setSoTimeout(12_345);
                    accepted.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16);
                    assertTrue(accepted.getTcpNoDelay());
                    assertTrue(accepted.getKeepAlive());
                    assertEquals(7, accepted.getSoLinger());
                    assertTrue(accepted.getOOBInline());
                    assertEquals(12_345, accepted.getSoTimeout());
                    assertTrue(accepted.getOption(StandardSocketOptions.SO_RCVBUF) >= 1 << 16);
                    assertEquals(SocketCalls.get() == null, hasChannel(accepted));
                    accepted.getInputStream().available(); // makes it
                    assertTrue(hasChannel(accepted));
                    assertTrue(accepted.getTcpNoDelay());
                    assertEquals(7, accepted.getSoLinger());
                });
    }

    @Test
    void addressesAreThePeers() throws Exception {
        connected(
                (one, accepted) -> {
                    assertEquals(one.getLocalAddress(), accepted.getInetAddress());
                    assertSame(accepted.getInetAddress(), accepted.getInetAddress());
                    assertEquals(one.getLocalPort(), accepted.getPort());
                    assertEquals(one.getPort(), accepted.getLocalPort());
                    assertEquals(one.getInetAddress(), accepted.getLocalAddress());
                    assertEquals(one.getLocalSocketAddress(), accepted.getRemoteSocketAddress());
                    assertEquals(one.getRemoteSocketAddress(), accepted.getLocalSocketAddress());
                    String shown = "Socket[addr=" + accepted.getInetAddress() + ",port=";
                    assertTrue(accepted.toString().startsWith(shown), accepted::toString);
                    accepted.close();
                    assertEquals(one.getLocalSocketAddress(), accepted.getRemoteSocketAddress());
                });
    }

    @Test
    void addressesOfSixteenBytesAreThePeers() throws Exception {
        InetAddress local = InetAddress.getByName("::1");
        try (ServerSocket server = new FiberServerSocket(0, 5, local)) {
            connected(
                    server,
                    (one, accepted) -> {
                        assertEquals(local, accepted.getInetAddress());
                        assertEquals(local, accepted.getLocalAddress());
                        exchange(one, accepted, LARGE);
                        assertEquals(local, accepted.getInetAddress());
                    });
        } catch (SocketException e) {
            abort("no IPv6 here: " + e);
        }
    }

    @Test
    void largeTransfersMakeOneAndSmallOnesGoOn() throws Exception {
        connected(
                (one, accepted) -> {
                    exchange(one, accepted, 10);
                    assertEquals(SocketCalls.get() == null, hasChannel(accepted));
                    exchange(one, accepted, LARGE);
                    assertTrue(hasChannel(accepted));
                    exchange(one, accepted, 10);
                    exchange(one, accepted, LARGE);
                });
    }

    @Test
    void anEndOfOneDirectionMakesOneThatKnowsIt() throws Exception {
        connected(
                (one, accepted) -> {
                    exchange(one, accepted, 10);
                    OutputStream out = accepted.getOutputStream();
                    accepted.shutdownOutput();
                    assertTrue(hasChannel(accepted));
                    assertEquals(-1, one.getInputStream().read());
                    assertThrows(SocketException.class, () -> out.write(1));
                    one.getOutputStream().write(5);
                    assertEquals(5, accepted.getInputStream().read());
                    one.sendUrgentData(1);
                });
    }

    @Test
    void aClosedOneHasGivenUpItsDescriptor() throws Exception {
        connected(
                (one, accepted) -> {
                    exchange(one, accepted, 10);
                    InputStream in = accepted.getInputStream();
                    Fiber<Integer> reader = Weft.go(() -> in.read());
                    Weft.yield();
                    accepted.close();
                    accepted.close();
                    Throwable thrown = assertThrows(RuntimeException.class, reader::join);
                    assertEquals("Socket closed", thrown.getCause().getMessage());
                    assertEquals(-1, one.getInputStream().read());
                    assertThrows(SocketException.class, in::read);
                    assertThrows(SocketException.class, () -> accepted.setTcpNoDelay(true));
                    assertThrows(SocketException.class, accepted::getInputStream);
                });
    }

    @Test
    void noDescriptorIsLeft() throws Exception {
        File[] before = new File("/proc/self/fd").listFiles();
        assumeTrue(before != null);
        for (int i = 0; i < 100; i++) {
            int size = i % 3 * 50_000 + 1;
            connected((one, accepted) -> exchange(one, accepted, size));
        }
        int after = new File("/proc/self/fd").listFiles().length;
        assertTrue(after < before.length + 90, () -> before.length + " before, then " + after);
    }

    /** Whoever uses a descriptor past its close finds another connection's, with its bytes. */
    @Test
    void manyUsersOfAConnectionThatIsClosedSeeItsOwnBytesOnly() throws Exception {
        try (ServerSocket server =
                new FiberServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            Weft.run(
                    Scheduler.workStealing(3),
                    () -> {
                        Fiber<Void> accepts = Weft.go(() -> acceptAll(server));
                        List<Fiber<Integer>> all = new ArrayList<>();
                        for (int i = 0; i < 8; i++) {
                            int seed = i;
                            all.add(Weft.go(() -> clients(server.getLocalPort(), seed)));
                        }
                        int seen = 0;
                        for (Fiber<Integer> each : all) {
                            seen += each.join();
                        }
                        accepts.join();
                        assertNotEquals(0, seen);
                        return null;
                    });
        }
    }

    private static Void acceptAll(ServerSocket server) throws Exception {
        List<Fiber<Void>> all = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS / 8 * 8; i++) {
            Socket accepted = server.accept();
            all.add(Weft.go(() -> answer(accepted)));
            all.add(Weft.go(() -> turnOptions(accepted)));
            if (i % 3 == 0) {
                all.add(Weft.go(() -> askForTheChannel(accepted)));
            }
            int turns = random.nextInt(30);
            all.add(Weft.go(() -> closeAfter(accepted, turns)));
            if (all.size() > 200) {
                for (Fiber<Void> each : all) {
                    each.join();
                }
                all.clear();
            }
        }
        for (Fiber<Void> each : all) {
            each.join();
        }
        return null;
    }

    /** Writes to the peer what the peer has written. */
    private static Void answer(Socket socket) {
        byte[] buffer = new byte[40];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                socket.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // closed
        }
        return null;
    }

    private static Void turnOptions(Socket socket) throws IOException {
        try {
            for (int i = 0; ; i++) {
                socket.setTcpNoDelay(i % 2 == 0);
                assertEquals(i % 2 == 0, socket.getTcpNoDelay()); // another's may be otherwise
                if (i % 5 == 0) {
                    Weft.yield();
                }
            }
        } catch (SocketException e) {
            assertTrue(socket.isClosed() || isClosing(e), e::toString);
        }
        return null;
    }

    private static boolean isClosing(SocketException e) {
        return e.getMessage().contains("closed");
    }

    private static Void askForTheChannel(Socket socket) {
        try {
            Weft.yield();
            for (; ; ) {
                socket.getInputStream().available();
                Weft.yield();
            }
        } catch (IOException e) {
            // closed
        }
        return null;
    }

    private static Void closeAfter(Socket socket, int turns) throws IOException {
        for (int i = 0; i < turns; i++) {
            Weft.yield();
        }
        socket.close();
        return null;
    }

    /** Sends its own byte, and counts what comes back. */
    private static int clients(int port, int seed) throws Exception {
        byte[] tag = new byte[16];
        int seen = 0;
        for (int i = 0; i < ROUNDS / 8; i++) {
            Arrays.fill(tag, (byte) (seed * 31 + i));
            try (Socket socket = new FiberSocket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                seen += exchangeUntilClosed(socket, tag);
            }
        }
        return seen;
    }

    private static int exchangeUntilClosed(Socket socket, byte[] tag) {
        int seen = 0;
        byte[] answer = new byte[64];
        try {
            for (; ; ) {
                socket.getOutputStream().write(tag);
                int n = socket.getInputStream().read(answer);
                for (int i = 0; i < n; i++) {
                    assertEquals(tag[0], answer[i], "of another connection");
                }
                if (n < 0) {
                    return seen;
                }
                seen += n;
            }
        } catch (IOException e) {
            return seen; // closed
        }
    }

    /** There and back. */
    private static void exchange(Socket one, Socket other, int size) throws Exception {
        byte[] sent = new byte[size];
        new Random(size).nextBytes(sent);
        Fiber<Void> writer =
                Weft.go(
                        () -> {
                            one.getOutputStream().write(sent);
                            return null;
                        });
        byte[] there = new byte[size];
        new DataInputStream(other.getInputStream()).readFully(there);
        writer.join();
        Fiber<Void> answer =
                Weft.go(
                        () -> {
                            other.getOutputStream().write(there);
                            return null;
                        });
        byte[] back = new byte[size];
        new DataInputStream(one.getInputStream()).readFully(back);
        answer.join();
        assertTrue(Arrays.equals(sent, back));
    }

    private static boolean hasChannel(Socket socket) throws Exception {
        Field impl = FiberSocket.class.getDeclaredField("impl");
        impl.setAccessible(true);
        return ((ChannelSocketImpl) impl.get(socket)).connection().hasChannel();
    }

    private static void connected(Use use) throws Exception {
        try (ServerSocket server = new FiberServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            connected(server, use);
        }
    }

    private static void connected(ServerSocket server, Use use) throws Exception {
        Weft.run(
                Scheduler.workStealing(2),
                () -> {
                    try (Socket one = new FiberSocket()) {
                        one.connect(server.getLocalSocketAddress());
                        try (Socket accepted = server.accept()) {
                            use.use(one, accepted);
                        }
                        assertFalse(one.isClosed());
                    }
                    return null;
                });
    }
}
