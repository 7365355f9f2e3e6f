package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.io.Pollable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What connections must keep to when a change is told once, and when transfers go past the channel.
 * Run twice by the build: with the JDK's natives, and with its channels and selectors only.
 */
@Timeout(120)
@Suspendable
class EdgeTest {
    private static final int MANY = 300_000;
    private static final int CONNECTIONS = 400;

    /** Two ends of a connection over the loopback. */
    private interface Use {
        @Suspendable
        void use(Socket one, Socket other) throws Exception;
    }

    @Test
    void theNativesAreThere() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assumeTrue(!"public".equals(System.getProperty("weft.sockets")));
        assertTrue(JdkNatives.isOpen());
        assertNotNull(SocketCalls.get());
    }

    /** Each of them leaves something, as its buffer is small, and is told of it once. */
    @RepeatedTest(5)
    void manyReadersOfOneSocketReadAll() throws Exception {
        inFibers(
                (one, other) -> {
                    List<Fiber<Integer>> readers = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        int size = i * 3 + 1;
                        readers.add(Weft.go(() -> count(one.getInputStream(), size)));
                    }
                    OutputStream out = other.getOutputStream();
                    Random random = new Random(1);
                    for (int left = MANY; left > 0; ) {
                        int n = Math.min(left, random.nextInt(60) + 1);
                        out.write(new byte[n]);
                        left -= n;
                        if (random.nextInt(4) == 0) {
                            Weft.yield();
                        }
                    }
                    other.shutdownOutput();
                    int all = 0;
                    for (Fiber<Integer> reader : readers) {
                        all += reader.join();
                    }
                    assertEquals(MANY, all);
                });
    }

    /** A read stops at an urgent byte, although there is more behind it. */
    @Test
    void urgentDataHidesNothing() throws Exception {
        inFibers(
                (one, other) -> {
                    Fiber<Integer> reader = Weft.go(() -> count(one.getInputStream(), 100));
                    for (int i = 0; i < 200; i++) {
                        other.getOutputStream().write(new byte[10]);
                        other.sendUrgentData(i);
                        other.getOutputStream().write(new byte[10]);
                        if (i % 3 == 0) {
                            Weft.yield();
                        }
                    }
                    other.shutdownOutput();
                    int count = reader.join(); // an urgent byte is plain once another has come
                    assertTrue(count >= 4000 && count < 4200, () -> count + " bytes");
                });
    }

    /** Whoever waits for input without reading it is told of it again. */
    @Test
    void inputThatNobodyReadsIsThereForTheNext() throws Exception {
        inFibers(
                (one, other) -> {
                    Pollable in = (Pollable) one.getInputStream();
                    byte[] buffer = new byte[100];
                    for (int i = 0; i < 50; i++) {
                        Fiber<Void> waiting = Weft.go(in::awaitInput);
                        other.getOutputStream().write(new byte[10]);
                        waiting.join();
                        in.awaitInput();
                        in.awaitInput();
                        assertEquals(10, in.tryRead(buffer, 0, 100));
                        assertEquals(0, in.tryRead(buffer, 0, 100));
                    }
                });
    }

    /** Descriptors are used again at once; nobody may see what is another connection's. */
    @Test
    void whatIsReadIsOnesOwnWhileOthersClose() throws Exception {
        try (ServerSocket server =
                new FiberServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            Weft.run(
                    Scheduler.workStealing(2),
                    () -> {
                        List<Fiber<Void>> all = new ArrayList<>();
                        for (int i = 0; i < 4; i++) {
                            int seed = i;
                            all.add(Weft.go(() -> openAndClose(server, seed)));
                        }
                        for (Fiber<Void> each : all) {
                            each.join();
                        }
                        return null;
                    });
        }
    }

    private static void openAndClose(ServerSocket server, int seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < CONNECTIONS / 4; i++) {
            Socket one = new FiberSocket();
            one.connect(server.getLocalSocketAddress());
            Socket other = server.accept(); // of any of them
            Fiber<Void> writer = Weft.go(() -> tag(other));
            InputStream in = one.getInputStream();
            Fiber<Integer> reader = Weft.go(() -> countSame(in));
            Fiber<Integer> second = Weft.go(() -> countSame(in));
            for (int n = random.nextInt(20); n > 0; n--) {
                Weft.yield();
            }
            one.close();
            reader.join();
            second.join();
            other.close();
            writer.join();
        }
    }

    /** Writes the number of its connection until that is closed. */
    private static void tag(Socket socket) {
        byte[] tag = new byte[8];
        Arrays.fill(tag, (byte) socket.getPort());
        try {
            for (; ; ) {
                socket.getOutputStream().write(tag);
                Weft.yield();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static int countSame(InputStream in) {
        byte[] buffer = new byte[64];
        int tag = -1;
        int count = 0;
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    tag = tag < 0 ? buffer[i] & 0xff : tag;
                    assertEquals(tag, buffer[i] & 0xff);
                }
                count += n;
            }
        } catch (IOException e) {
            // closed
        }
        return count;
    }

    /** The kernel would drop what it has not sent yet. */
    @Test
    void whatWasWrittenArrivesThoughInputWasLeft() throws Exception {
        for (int i = 0; i < 50; i++) {
            inFibers(
                    (one, other) -> {
                        one.getOutputStream().write(new byte[10]);
                        other.getOutputStream().write(1);
                        other.getOutputStream().write(2);
                        other.close();
                        assertEquals(1, one.getInputStream().read());
                        assertEquals(2, one.getInputStream().read());
                    });
        }
    }

    @Test
    void aCloseThatIsToBeAResetIsOne() throws Exception {
        inFibers(
                (one, other) -> {
                    Fiber<Integer> reader = Weft.go(() -> one.getInputStream().read());
                    other.setSoLinger(true, 0);
                    other.close();
                    Throwable thrown = assertThrows(RuntimeException.class, reader::join);
                    assertEquals("Connection reset", thrown.getCause().getMessage());
                });
    }

    /** The channel keeps the state of a direction that has ended. */
    @Test
    void anEndOfOneDirectionIsSeenAfterUse() throws Exception {
        inFibers(
                (one, other) -> {
                    for (int i = 0; i < 20; i++) {
                        one.getOutputStream().write(i);
                        assertEquals(i, other.getInputStream().read());
                    }
                    InputStream in = one.getInputStream();
                    OutputStream out = one.getOutputStream();
                    other.getOutputStream().write(1);
                    one.shutdownInput();
                    assertEquals(-1, in.read());
                    one.shutdownOutput();
                    assertThrows(SocketException.class, () -> out.write(1));
                    assertEquals(-1, other.getInputStream().read());
                });
    }

    private static int count(InputStream in, int size) throws IOException {
        byte[] buffer = new byte[size];
        int count = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            count += n;
        }
        return count;
    }

    private static void inFibers(Use use) throws Exception {
        try (ServerSocket server = new FiberServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Weft.run(
                    Scheduler.workStealing(2),
                    () -> {
                        try (Socket one = new FiberSocket()) {
                            one.setTcpNoDelay(false);
                            one.connect(server.getLocalSocketAddress());
                            try (Socket other = server.accept()) {
                                use.use(one, other);
                            }
                        }
                        return null;
                    });
        }
    }
}
