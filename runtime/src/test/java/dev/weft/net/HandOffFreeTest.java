package dev.weft.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Suspendable;
import dev.weft.blocking.HandOffs;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What servers do on a socket, wrapped as they wrap it, never holds a thread: not even to flush.
 */
@Timeout(60)
@Suspendable
class HandOffFreeTest {
    private static final int MESSAGES = 20;

    /** Both ends' work on a connection. */
    private interface End {
        @Suspendable
        void run(Socket socket) throws IOException;
    }

    @AfterEach
    void stopCounting() {
        HandOffs.count(false);
        HandOffs.reset();
    }

    @Test
    void lines() {
        assertNoHandOff(
                socket -> {
                    BufferedReader in = reader(socket);
                    PrintWriter out =
                            new PrintWriter(
                                    new BufferedWriter(
                                            new OutputStreamWriter(
                                                    socket.getOutputStream(), UTF_8)));
                    for (int i = 0; i < MESSAGES; i++) {
                        assertEquals("line " + i, in.readLine());
                        out.append("got ").append("it").println();
                        out.flush();
                    }
                    out.close();
                },
                socket -> {
                    BufferedReader in = reader(socket);
                    PrintWriter out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
                    for (int i = 0; i < MESSAGES; i++) {
                        out.println("line " + i);
                        assertEquals("got it", in.readLine());
                    }
                    assertEquals(null, in.readLine());
                });
    }

    @Test
    void bytes() {
        assertNoHandOff(
                socket -> {
                    BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
                    OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                    for (int b = in.read(); b >= 0; b = in.read()) {
                        out.write(b + 1);
                        out.flush();
                    }
                    out.close();
                    in.close();
                },
                socket -> {
                    OutputStream out = socket.getOutputStream();
                    for (int i = 0; i < MESSAGES; i++) {
                        out.write(i);
                        out.flush();
                        assertEquals(i + 1, socket.getInputStream().read());
                    }
                    socket.shutdownOutput();
                    assertEquals(-1, socket.getInputStream().read());
                });
    }

    @Test
    void data() {
        assertNoHandOff(
                socket -> {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    for (int i = 0; i < MESSAGES; i++) {
                        out.writeUTF(in.readUTF() + in.readLong());
                        out.flush();
                    }
                    out.close();
                },
                socket -> {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    DataOutputStream out =
                            new DataOutputStream(
                                    new BufferedOutputStream(socket.getOutputStream()));
                    for (int i = 0; i < MESSAGES; i++) {
                        out.writeUTF("n");
                        out.writeLong(i);
                        out.flush();
                        assertEquals("n" + i, in.readUTF());
                    }
                    assertEquals(-1, in.read());
                });
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static void assertNoHandOff(End server, End client) {
        Weft.run(Scheduler.workStealing(1), () -> exchange(server, client));
        assertEquals("", HandOffs.sites().isEmpty() ? "" : HandOffs.text());
    }

    private static Object exchange(End server, End client) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Fiber<Void> serving =
                    Weft.go(
                            () -> {
                                try (Socket socket = listener.accept()) {
                                    server.run(socket);
                                }
                                return null;
                            });
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
                HandOffs.count(true);
                client.run(socket);
                return serving.join();
            }
        }
    }
}
