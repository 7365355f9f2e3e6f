package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads that are left out because they would find nothing, and writers that take turns. */
@Timeout(120)
@Suspendable
class ConnectionTest {
    /** More than it takes to be sure that a drained connection stays empty for a while. */
    private static final int EXCHANGES = 100;

    private static final int MESSAGE = 200_000;

    /** Two ends of a connection over the loopback. */
    private interface Use {
        @Suspendable
        void use(Socket one, Socket other) throws Exception;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCameBeforeTheReadIsRead(boolean threads) throws Exception {
        connected(
                threads,
                (one, other) -> {
                    exchange(one, other);
                    byte[] buffer = new byte[100];
                    for (int i = 1; i <= EXCHANGES; i++) {
                        other.getOutputStream().write(new byte[i % 50 + 1]);
                        other.getOutputStream().write(new byte[i % 50 + 1]);
                        int left = 2 * (i % 50 + 1);
                        while (left > 0) {
                            left -= one.getInputStream().read(buffer);
                        }
                        assertEquals(0, left);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEndIsSeenByOneThatExpectsNothing(boolean threads) throws Exception {
        connected(
                threads,
                (one, other) -> {
                    exchange(one, other);
                    other.shutdownOutput();
                    assertEquals(-1, one.getInputStream().read(new byte[10]));
                    assertEquals(-1, one.getInputStream().read());
                    other.close();
                    assertEquals(-1, one.getInputStream().read(new byte[10]));
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsThereIsReadWhateverTheTimeout(boolean threads) throws Exception {
        assumeTrue(Runtime.version().feature() >= 17, "available() is always 0 before");
        connected(
                threads,
                (one, other) -> {
                    exchange(one, other);
                    one.setSoTimeout(1);
                    InputStream in = one.getInputStream();
                    for (int i = 0; i < EXCHANGES; i++) {
                        other.getOutputStream().write(new byte[10]);
                        while (in.available() < 10) {
                            Thread.onSpinWait();
                        }
                        assertEquals(10, in.read(new byte[100]));
                    }
                    assertThrows(SocketTimeoutException.class, () -> in.read(new byte[100]));
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writersTakeTurns(boolean threads) throws Exception {
        connected(
                threads,
                (one, other) -> {
                    List<Fiber<Integer>> writers = new ArrayList<>();
                    Scheduler scheduler = threads ? Scheduler.workStealing(2) : null;
                    for (int i = 0; i < 20; i++) {
                        byte[] message = new byte[MESSAGE];
                        Arrays.fill(message, (byte) i);
                        SuspendableCallable<Integer> body = () -> write(other, message);
                        writers.add(threads ? Weft.go(scheduler, body) : Weft.go(body));
                    }
                    DataInputStream in = new DataInputStream(one.getInputStream());
                    byte[] message = new byte[MESSAGE];
                    for (int i = 0; i < 60; i++) {
                        in.readFully(message);
                        byte[] same = new byte[MESSAGE];
                        Arrays.fill(same, message[0]);
                        assertEquals(-1, Arrays.mismatch(same, message));
                    }
                    for (Fiber<Integer> writer : writers) {
                        assertEquals(3, writer.join());
                    }
                });
    }

    @Test
    void aWriterThatIsCancelledWhileItWaitsLeavesTheTurn() throws Exception {
        connected(
                false,
                (one, other) -> {
                    Fiber<Integer> first = Weft.go(() -> write(other, new byte[10_000_000]));
                    Fiber<Integer> second = Weft.go(() -> write(other, new byte[10]));
                    Weft.yield();
                    second.cancel();
                    Weft.yield();
                    Fiber<Integer> third = Weft.go(() -> write(other, new byte[10]));
                    DataInputStream in = new DataInputStream(one.getInputStream());
                    in.readFully(new byte[30_000_000]);
                    assertEquals(3, first.join());
                    assertEquals(3, third.join());
                    assertThrows(RuntimeException.class, second::join);
                });
    }

    private static int write(Socket socket, byte[] message) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (int i = 0; i < 3; i++) {
            out.write(message);
        }
        return 3;
    }

    private static void exchange(Socket one, Socket other) throws IOException {
        byte[] buffer = new byte[100];
        for (int i = 0; i < EXCHANGES; i++) {
            one.getOutputStream().write(1);
            assertEquals(1, other.getInputStream().read(buffer));
            other.getOutputStream().write(2);
            assertEquals(1, one.getInputStream().read(buffer));
        }
    }

    /** On this thread, or in fibers of two carriers. */
    private static void connected(boolean threads, Use use) throws Exception {
        if (threads) {
            connected(use);
        } else {
            Weft.run(
                    Scheduler.workStealing(2),
                    () -> {
                        connected(use);
                        return null;
                    });
        }
    }

    private static void connected(Use use) throws Exception {
        try (ServerSocket server = new FiberServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket one = new FiberSocket()) {
            one.connect(server.getLocalSocketAddress());
            try (Socket other = server.accept()) {
                use.use(one, other);
            }
        }
    }
}
