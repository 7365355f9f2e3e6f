package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary network code in fibers of one carrier: what waits lets the others go on. */
@Timeout(120)
class NetworkTest {
    private static <T> T onOneCarrier(SuspendableCallable<T> body) {
        return Weft.run(Scheduler.workStealing(1), body);
    }

    @Test
    void datagrams() {
        String got =
                onOneCarrier(
                        () -> {
                            InetAddress here = InetAddress.getLoopbackAddress();
                            try (DatagramSocket a = new DatagramSocket(0, here);
                                    DatagramSocket b = new DatagramSocket(0, here)) {
                                assertInstanceOf(FiberDatagramSocket.class, a);
                                Fiber<String> echo = Weft.go(() -> echo(b));
                                byte[] data = "ping".getBytes(StandardCharsets.UTF_8);
                                InetSocketAddress to =
                                        (InetSocketAddress) b.getLocalSocketAddress();
                                a.send(new DatagramPacket(data, data.length, to));
                                DatagramPacket answer = new DatagramPacket(new byte[3], 3);
                                a.receive(answer);
                                assertEquals(to, answer.getSocketAddress());
                                a.setSoTimeout(20);
                                assertThrows(SocketTimeoutException.class, () -> a.receive(answer));
                                return echo.join() + text(answer);
                            }
                        });
        assertEquals("pingpin", got);
    }

    @Suspendable
    private static String echo(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        String text = text(packet);
        socket.send(packet);
        return text;
    }

    private static String text(DatagramPacket packet) {
        return new String(
                packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.UTF_8);
    }

    @Test
    void closingADatagramSocketWakesItsReceiver() {
        onOneCarrier(
                () -> {
                    DatagramSocket socket = new DatagramSocket();
                    Fiber<String> receiver = Weft.go(() -> echo(socket));
                    Weft.yield();
                    socket.close();
                    CompletionException e = assertThrows(CompletionException.class, receiver::join);
                    assertInstanceOf(SocketException.class, e.getCause());
                    assertTrue(socket.isClosed());
                    return null;
                });
    }

    /** Counts the threads of a group of its own, so that what other tests left does not matter. */
    @Test
    void wrappersOverSocketsTakeNoThreads() throws Exception {
        ThreadGroup group = new ThreadGroup("wrappers");
        FutureTask<Integer> run =
                new FutureTask<>(() -> onOneCarrier(() -> threadsWhileTalking(group)));
        Thread caller = new Thread(group, run, "caller");
        caller.start();
        int most = run.get();
        caller.join();
        assertTrue(most < 30, "threads of one carrier's scheduler: " + most);
    }

    @Suspendable
    private static int threadsWhileTalking(ThreadGroup group) throws Exception {
        try (ServerSocket server = ServerSocketFactory.getDefault().createServerSocket(0, 300)) {
            Fiber<Void> acceptor = Weft.go(() -> greetAll(server, 200));
            List<Fiber<Integer>> clients = new ArrayList<>();
            CountDownLatch waiting = new CountDownLatch(200);
            for (int i = 0; i < 200; i++) {
                int number = i;
                clients.add(Weft.go(() -> greet(server, number, waiting)));
            }
            waiting.await();
            int threads = group.activeCount();
            for (int i = 0; i < 200; i++) {
                assertEquals(i * 2, clients.get(i).join());
            }
            acceptor.join();
            return threads;
        }
    }

    @Suspendable
    private static void greetAll(ServerSocket server, int clients) throws IOException {
        List<Fiber<Void>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Socket socket = server.accept();
            all.add(Weft.go(() -> answer(socket)));
        }
        for (Fiber<Void> fiber : all) {
            fiber.join();
        }
    }

    @Suspendable
    private static void answer(Socket socket) throws IOException {
        try (Socket s = socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            DataOutputStream out = new DataOutputStream(s.getOutputStream());
            out.writeInt(Integer.parseInt(line.substring("hello ".length())) * 2);
        }
    }

    @Suspendable
    private static int greet(ServerSocket server, int number, CountDownLatch waiting)
            throws IOException {
        try (Socket s =
                SocketFactory.getDefault()
                        .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            waiting.countDown();
            PrintWriter out = new PrintWriter(s.getOutputStream(), true, StandardCharsets.UTF_8);
            out.println("hello " + number);
            return new DataInputStream(s.getInputStream()).readInt();
        }
    }

    @Test
    void http() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        CountDownLatch all = new CountDownLatch(15);
        server.createContext(
                "/",
                exchange -> {
                    all.countDown();
                    await(all); // so no request is answered before all have been made
                    byte[] body =
                            exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        String base = "http://localhost:" + server.getAddress().getPort() + "/";
        List<String> got =
                onOneCarrier(
                        () -> {
                            List<Fiber<String>> fibers = new ArrayList<>();
                            for (int i = 0; i < 5; i++) {
                                String url = base + i;
                                fibers.add(Weft.go(() -> byClient(url)));
                                fibers.add(Weft.go(() -> byConnection(url)));
                                fibers.add(Weft.go(() -> byStream(url)));
                            }
                            List<String> bodies = new ArrayList<>();
                            for (Fiber<String> fiber : fibers) {
                                bodies.add(fiber.join());
                            }
                            return bodies;
                        });
        server.stop(0);
        threads.shutdownNow();
        for (int i = 0; i < 15; i++) {
            assertEquals("/" + i / 3, got.get(i));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Suspendable
    private static String byClient(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Suspendable
    private static String byConnection(String url) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        assertEquals(200, connection.getResponseCode());
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Suspendable
    private static String byStream(String url) throws Exception {
        try (InputStream in = new URL(url).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void tls(@TempDir Path folder) throws Exception {
        SSLContext context = Certificates.context(folder.resolve("keys"));
        String got =
                onOneCarrier(
                        () -> {
                            try (ServerSocket server =
                                    context.getServerSocketFactory()
                                            .createServerSocket(
                                                    0, 5, InetAddress.getLoopbackAddress())) {
                                Fiber<Void> acceptor = Weft.go(() -> greetAll(server, 5));
                                List<Fiber<Integer>> clients = new ArrayList<>();
                                for (int i = 0; i < 5; i++) {
                                    int number = i;
                                    clients.add(Weft.go(() -> secretly(context, server, number)));
                                }
                                StringBuilder all = new StringBuilder();
                                for (Fiber<Integer> client : clients) {
                                    all.append(client.join()).append(' ');
                                }
                                acceptor.join();
                                return all.toString();
                            }
                        });
        assertEquals("0 2 4 6 8 ", got);
    }

    @Suspendable
    private static int secretly(SSLContext context, ServerSocket server, int number)
            throws IOException {
        Socket plain = new Socket();
        plain.connect(server.getLocalSocketAddress());
        assertInstanceOf(FiberSocket.class, plain);
        try (Socket s =
                context.getSocketFactory()
                        .createSocket(plain, "localhost", server.getLocalPort(), true)) {
            Weft.yield();
            s.getOutputStream().write(("hello " + number + "\n").getBytes(StandardCharsets.UTF_8));
            return new DataInputStream(s.getInputStream()).readInt();
        }
    }
}
