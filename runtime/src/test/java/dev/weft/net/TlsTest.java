package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.tls.TlsSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runtime's TLS sockets beside the JDK's; HTTPS in fibers. */
@Timeout(120)
class TlsTest {
    @TempDir static Path folder;

    private static SSLContext context;
    private static SSLContext stranger;

    @BeforeAll
    static void makeCertificate() throws Exception {
        context = Certificates.context(folder.resolve("keys"));
        stranger = Certificates.stranger();
    }

    private static final TlsScenarios.Maker JDKS =
            new TlsScenarios.Maker() {
                @Override
                public SSLSocketFactory sockets(SSLContext context) {
                    return UnwovenBodies.sockets(context);
                }

                @Override
                public SSLServerSocketFactory servers(SSLContext context) {
                    return UnwovenBodies.servers(context);
                }
            };

    /** What woven code gets. */
    @Suspendable
    private static final class Own implements TlsScenarios.Maker {
        @Override
        public SSLSocketFactory sockets(SSLContext context) {
            return context.getSocketFactory();
        }

        @Override
        public SSLServerSocketFactory servers(SSLContext context) {
            return context.getServerSocketFactory();
        }
    }

    /** One scenario. */
    interface Scenario {
        @Suspendable
        Object run(TlsScenarios s) throws Exception;
    }

    /** All of them, by name. */
    enum All {
        ECHO(TlsScenarios::echo),
        HANDSHAKES(TlsScenarios::handshakes),
        NOBODY_TRUSTS(TlsScenarios::nobodyTrusts),
        WRONG_HOST(TlsScenarios::wrongHost),
        CLIENTS_CERTIFICATE(TlsScenarios::clientsCertificate),
        APPLICATION_PROTOCOL(TlsScenarios::applicationProtocol),
        MUCH_BOTH_WAYS(TlsScenarios::muchBothWays),
        CLOSING(TlsScenarios::closing),
        HALF_CLOSE(TlsScenarios::halfClose),
        READ_TIMEOUT(TlsScenarios::readTimeout),
        CLOSE_WAKES_READER(TlsScenarios::closeWakesReader),
        CUT_OFF(TlsScenarios::cutOff),
        STRANGE_PEERS(TlsScenarios::strangePeers),
        STATES(TlsScenarios::states);

        private final Scenario scenario;

        All(Scenario scenario) {
            this.scenario = scenario;
        }

        @Suspendable
        Object run(TlsScenarios.Maker maker, Tasks tasks) throws Exception {
            return scenario.run(new TlsScenarios(maker, tasks, context, stranger));
        }
    }

    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameOnThreads(All scenario) throws Exception {
        Object expected = scenario.run(JDKS, Tasks.THREADS);
        assertEquals(expected, scenario.run(new Own(), Tasks.THREADS));
    }

    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameInFibers(All scenario) throws Exception {
        Object expected = scenario.run(JDKS, Tasks.THREADS);
        for (Scheduler scheduler : List.of(Scheduler.workStealing(2), Scheduler.singleThreaded())) {
            Object own = Weft.run(scheduler, () -> scenario.run(new Own(), Tasks.FIBERS));
            assertEquals(expected, own, scheduler::toString);
        }
    }

    @Test
    void httpsInFibers() {
        List<String> got =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            try (ServerSocket server =
                                    context.getServerSocketFactory()
                                            .createServerSocket(
                                                    0, 20, InetAddress.getByName("localhost"))) {
                                Fiber<Void> acceptor = Weft.go(() -> serve(server, 6));
                                String base = "https://localhost:" + server.getLocalPort() + "/";
                                List<Fiber<String>> clients = new ArrayList<>();
                                for (int i = 0; i < 2; i++) {
                                    String url = base + i;
                                    clients.add(Weft.go(() -> byClient(url)));
                                    clients.add(Weft.go(() -> byConnection(url)));
                                    clients.add(Weft.go(() -> bySocket(server, url)));
                                }
                                List<String> bodies = new ArrayList<>();
                                for (Fiber<String> client : clients) {
                                    bodies.add(client.join());
                                }
                                acceptor.join();
                                return bodies;
                            }
                        });
        assertEquals(List.of("/0", "/0", "/0", "/1", "/1", "/1"), got);
    }

    @Suspendable
    private static void serve(ServerSocket server, int requests) throws Exception {
        List<Fiber<Void>> all = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            Socket socket = server.accept();
            assertInstanceOf(TlsSocket.class, socket);
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
            String path = in.readLine().split(" ")[1];
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                assertTrue(line.contains(":"), line);
            }
            PrintWriter out = new PrintWriter(s.getOutputStream(), false, StandardCharsets.UTF_8);
            out.print("HTTP/1.1 200 OK\r\nConnection: close\r\n");
            out.print("Content-Length: " + path.length() + "\r\n\r\n" + path);
            out.flush();
        }
    }

    @Suspendable
    private static String byClient(String url) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The JDK's code over the runtime's sockets. */
    @Suspendable
    private static String byConnection(String url) throws Exception {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create(url).toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        assertEquals(200, connection.getResponseCode());
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Suspendable
    private static String bySocket(ServerSocket server, String url) throws Exception {
        try (SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket("localhost", server.getLocalPort())) {
            assertInstanceOf(TlsSocket.class, socket);
            PrintWriter out =
                    new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            out.print("GET " + URI.create(url).getPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            out.flush();
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String last = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                last = line;
            }
            return last;
        }
    }

    /** Counts the threads of a group of its own, so that what other tests left does not matter. */
    @Test
    void waitingTakesNoThreads() throws Exception {
        ThreadGroup group = new ThreadGroup("tls");
        FutureTask<Integer> run =
                new FutureTask<>(() -> Weft.run(Scheduler.workStealing(1), () -> talk(group, 100)));
        Thread caller = new Thread(group, run, "caller");
        caller.start();
        int most = run.get();
        caller.join();
        assertTrue(most < 20, "threads of one carrier's scheduler: " + most);
    }

    @Suspendable
    private static int talk(ThreadGroup group, int clients) throws Exception {
        List<Fiber<Integer>> readers = new ArrayList<>();
        List<Socket> others = new ArrayList<>();
        try (ServerSocket server =
                context.getServerSocketFactory()
                        .createServerSocket(0, clients, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < clients; i++) {
                Fiber<Socket> accepter = Weft.go(() -> greeted(server.accept()));
                SSLSocket client =
                        (SSLSocket)
                                context.getSocketFactory()
                                        .createSocket(
                                                server.getInetAddress(), server.getLocalPort());
                client.startHandshake();
                others.add(accepter.join());
                readers.add(Weft.go(() -> readAndClose(client)));
            }
        }
        for (Fiber<Integer> reader : readers) {
            while (reader.state() != Fiber.State.WAITING) {
                Weft.yield();
            }
        }
        int threads = group.activeCount();
        int sum = 0;
        for (int i = 0; i < clients; i++) {
            others.get(i).getOutputStream().write(i % 100);
            sum += readers.get(i).join() - i % 100;
            others.get(i).close();
        }
        assertEquals(0, sum);
        return threads;
    }

    @Suspendable
    private static Socket greeted(Socket socket) throws IOException {
        ((SSLSocket) socket).startHandshake();
        return socket;
    }

    @Suspendable
    private static int readAndClose(SSLSocket socket) throws IOException {
        try (SSLSocket s = socket) {
            return s.getInputStream().read();
        }
    }
}
