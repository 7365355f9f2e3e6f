package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt of a fiber closes the socket that it waits for, and stays set. */
@Timeout(60)
@Suspendable
class SocketInterruptTest {
    private static final int MUCH = 9_000_000;

    private interface Wait {
        @Suspendable
        void await() throws IOException;
    }

    @Test
    void closesAndStaysSet() throws Exception {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    InetAddress here = InetAddress.getLoopbackAddress();
                    try (ServerSocket server = new ServerSocket(0, 5, here);
                            Socket reader = new Socket(here, server.getLocalPort());
                            Socket peer = server.accept();
                            Socket other = new Socket(here, server.getLocalPort());
                            Socket writer = server.accept();
                            DatagramSocket datagrams = new DatagramSocket(0, here)) {
                        assertFalse(peer.isClosed() || other.isClosed());
                        check(reader::isClosed, () -> reader.getInputStream().read());
                        check(
                                writer::isClosed,
                                () -> writer.getOutputStream().write(new byte[MUCH]));
                        check(server::isClosed, () -> server.accept());
                        DatagramPacket packet = new DatagramPacket(new byte[1], 1);
                        check(datagrams::isClosed, () -> datagrams.receive(packet));
                    }
                    return null;
                });
    }

    private static void check(BooleanSupplier closed, Wait wait) throws Exception {
        boolean[] begun = new boolean[1];
        Fiber<String> waiting =
                Weft.go(
                        () -> {
                            begun[0] = true;
                            return outcome(wait) + Blocking.takeInterrupt(Fiber.current());
                        });
        while (!begun[0]) {
            Weft.yield();
        }
        waiting.interrupt();
        assertEquals("java.net.SocketException: Closed by interrupt true", waiting.join());
        assertTrue(closed.getAsBoolean());
    }

    private static String outcome(Wait wait) {
        try {
            wait.await();
            return "nothing ";
        } catch (IOException e) {
            return e + " ";
        }
    }
}
