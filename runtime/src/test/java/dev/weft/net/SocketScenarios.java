package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/**
 * What sockets do, each scenario as a text that must not depend on whose sockets they are nor on
 * what runs them. Written from the documentation of {@code java.net}.
 */
final class SocketScenarios {
    /** Makes the sockets under test. */
    interface Maker {
        Socket socket() throws IOException;

        ServerSocket server() throws IOException;

        ServerSocket server(int backlog) throws IOException;
    }

    /** Runs something beside the caller: a thread or a fiber. */
    interface Runner {
        <T> Future<T> start(Callable<T> body);
    }

    /** One scenario. */
    interface Scenario {
        @Suspendable
        Object run(SocketScenarios s) throws Exception;
    }

    private final Maker maker;
    private final Runner runner;

    SocketScenarios(Maker maker, Runner runner) {
        this.maker = maker;
        this.runner = runner;
    }

    /** All of them, by name. */
    enum All {
        ECHO(SocketScenarios::echo),
        NEW_SOCKET(SocketScenarios::newSocket),
        NEW_SERVER(SocketScenarios::newServer),
        AFTER_CLOSE(SocketScenarios::afterClose),
        SERVER_AFTER_CLOSE(SocketScenarios::serverAfterClose),
        READ_TIMEOUT(SocketScenarios::readTimeout),
        ACCEPT_TIMEOUT(SocketScenarios::acceptTimeout),
        REFUSED(SocketScenarios::refused),
        BAD_ARGUMENTS(SocketScenarios::badArguments),
        UNRESOLVED(SocketScenarios::unresolved),
        CLOSE_WAKES_READER(SocketScenarios::closeWakesReader),
        CLOSE_WAKES_ACCEPTER(SocketScenarios::closeWakesAccepter),
        CLOSE_WAKES_WRITER(SocketScenarios::closeWakesWriter),
        HALF_CLOSE(SocketScenarios::halfClose),
        CLOSED_AFTER_THE_END(SocketScenarios::closedAfterTheEnd),
        SHUTDOWN_INPUT(SocketScenarios::shutdownInput),
        SHUTDOWN_WAKES_READER(SocketScenarios::shutdownWakesReader),
        RESET(SocketScenarios::reset),
        FULL_BUFFERS(SocketScenarios::fullBuffers),
        URGENT(SocketScenarios::urgent),
        OPTIONS(SocketScenarios::options),
        ADDRESSES(SocketScenarios::addresses),
        BIND_TWICE(SocketScenarios::bindTwice),
        PORT_IS_FREE(SocketScenarios::portIsFree),
        BACKLOG(SocketScenarios::backlog),
        STREAM_CLOSE(SocketScenarios::streamClose),
        LOOPS(SocketScenarios::loops);

        private final Scenario scenario;

        All(Scenario scenario) {
            this.scenario = scenario;
        }

        @Suspendable
        Object run(SocketScenarios s) throws Exception {
            return scenario.run(s);
        }
    }

    /** Two ends of a connection. */
    private static final class Pair implements AutoCloseable {
        final Socket client;
        final Socket served;

        Pair(Socket client, Socket served) {
            this.client = client;
            this.served = served;
        }

        @Override
        public void close() throws IOException {
            client.close();
            served.close();
        }
    }

    @Suspendable
    private Pair pair() throws Exception {
        try (ServerSocket server = maker.server(10)) {
            Future<Socket> accepted = runner.start(server::accept);
            Socket client = maker.socket();
            client.connect(server.getLocalSocketAddress());
            return new Pair(client, accepted.get());
        }
    }

    /** What a call throws, as text; or its result. */
    @Suspendable
    private static String outcome(Call call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }

    /** A call whose outcome is of interest. */
    interface Call {
        @Suspendable
        Object call() throws Exception;
    }

    @Suspendable
    Object echo() throws Exception {
        try (Pair p = pair()) {
            Future<String> served =
                    runner.start(
                            () -> {
                                byte[] b = new byte[100];
                                int n = p.served.getInputStream().read(b);
                                p.served.getOutputStream().write(b, 0, n);
                                return new String(b, 0, n, StandardCharsets.UTF_8);
                            });
            p.client.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            byte[] answer = p.client.getInputStream().readNBytes(5);
            return served.get() + new String(answer, StandardCharsets.UTF_8);
        }
    }

    @Suspendable
    Object newSocket() throws Exception {
        try (Socket s = maker.socket()) {
            return Arrays.asList(
                    s.isBound(),
                    s.isConnected(),
                    s.isClosed(),
                    s.getPort(),
                    s.getLocalPort(),
                    s.getInetAddress(),
                    s.getRemoteSocketAddress(),
                    s.getLocalSocketAddress(),
                    s.getLocalAddress().isAnyLocalAddress(),
                    s.getChannel(),
                    s.getSoTimeout(),
                    s.toString(),
                    outcome(s::getInputStream),
                    outcome(s::getOutputStream),
                    outcome(() -> shut(s, true)),
                    outcome(() -> shut(s, false)));
        }
    }

    private static Object shut(Socket s, boolean input) throws IOException {
        if (input) {
            s.shutdownInput();
        } else {
            s.shutdownOutput();
        }
        return s.isInputShutdown() + " " + s.isOutputShutdown();
    }

    @Suspendable
    Object newServer() throws Exception {
        try (ServerSocket s = maker.server()) {
            return Arrays.asList(
                    s.isBound(),
                    s.isClosed(),
                    s.getLocalPort(),
                    s.getInetAddress(),
                    s.getLocalSocketAddress(),
                    s.getChannel(),
                    s.getSoTimeout(),
                    s.toString(),
                    outcome(s::accept));
        }
    }

    @Suspendable
    Object afterClose() throws Exception {
        Pair p = pair();
        InputStream in = p.client.getInputStream();
        OutputStream out = p.client.getOutputStream();
        p.close();
        p.client.close();
        Socket s = p.client;
        return Arrays.asList(
                s.isBound(),
                s.isConnected(),
                s.isClosed(),
                s.getPort() > 0,
                outcome(in::read),
                outcome(() -> in.read(new byte[3])),
                outcome(in::available),
                outcome(() -> write(out, 1)),
                outcome(s::getInputStream),
                outcome(s::getOutputStream),
                outcome(s::getSoTimeout),
                outcome(s::getTcpNoDelay),
                outcome(() -> shut(s, true)),
                outcome(() -> connect(s, new InetSocketAddress("localhost", 1), 0)));
    }

    @Suspendable
    private static Object write(OutputStream out, int n) throws IOException {
        out.write(new byte[n]);
        return "written";
    }

    @Suspendable
    private static Object connect(Socket s, InetSocketAddress to, int millis) throws IOException {
        s.connect(to, millis);
        return "connected";
    }

    @Suspendable
    Object serverAfterClose() throws Exception {
        ServerSocket s = maker.server(3);
        s.close();
        s.close();
        return Arrays.asList(
                s.isBound(),
                s.isClosed(),
                s.getLocalPort() > 0,
                outcome(s::accept),
                outcome(s::getSoTimeout),
                outcome(s::getReuseAddress));
    }

    @Suspendable
    Object readTimeout() throws Exception {
        try (Pair p = pair()) {
            p.client.setSoTimeout(30);
            String first = outcome(() -> p.client.getInputStream().read());
            p.served.getOutputStream().write(7);
            int then = p.client.getInputStream().read();
            return first + " " + then + " " + p.client.isClosed() + p.client.getSoTimeout();
        }
    }

    @Suspendable
    Object acceptTimeout() throws Exception {
        try (ServerSocket s = maker.server(3)) {
            s.setSoTimeout(30);
            return outcome(s::accept) + s.isClosed() + outcome(() -> timeout(s, -1));
        }
    }

    private static Object timeout(ServerSocket s, int millis) throws IOException {
        s.setSoTimeout(millis);
        return millis;
    }

    @Suspendable
    Object refused() throws Exception {
        int port;
        try (ServerSocket s = maker.server(3)) {
            port = s.getLocalPort();
        }
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Socket s = maker.socket();
                Socket t = maker.socket()) {
            return outcome(() -> connect(s, nobody, 0))
                    + outcome(() -> connect(t, nobody, 1000))
                    + s.isClosed()
                    + s.isConnected();
        }
    }

    @Suspendable
    Object badArguments() throws Exception {
        try (Pair p = pair();
                Socket s = maker.socket()) {
            InetSocketAddress any = new InetSocketAddress("localhost", 1);
            InputStream in = p.client.getInputStream();
            return Arrays.asList(
                    outcome(() -> connect(s, null, 0)),
                    outcome(() -> connect(s, any, -1)),
                    outcome(() -> connect(p.client, any, 0)),
                    outcome(() -> in.read(new byte[2], 1, 2)),
                    outcome(() -> in.read(new byte[2], 1, 0)),
                    outcome(() -> in.read(null, 0, 1)).startsWith("java.lang.Null"),
                    outcome(() -> p.client.getOutputStream().toString().isEmpty()));
        }
    }

    @Suspendable
    Object unresolved() throws Exception {
        try (Socket s = maker.socket()) {
            InetSocketAddress to = InetSocketAddress.createUnresolved("no.such.host.invalid", 9);
            return outcome(() -> connect(s, to, 0)) + s.isClosed();
        }
    }

    /**
     * In the race of a close and a call the JDKs differ: JDK 11 has four wordings, one an
     * IOException.
     */
    private static boolean saysClosed(String outcome) {
        return outcome.matches("(?i)java[.](net[.]Socket|io[.]IO)Exception: Socket (is )?closed");
    }

    @Suspendable
    Object closeWakesReader() throws Exception {
        try (Pair p = pair()) {
            CountDownLatch about = new CountDownLatch(1);
            Future<String> reader =
                    runner.start(
                            () -> {
                                about.countDown();
                                return outcome(() -> p.client.getInputStream().read());
                            });
            about.await();
            Thread.sleep(20); // most often it waits by then; the outcome must be the same if not
            InputStream in = p.client.getInputStream();
            p.client.close();
            String read = reader.get();
            return saysClosed(read) + outcome(in::read);
        }
    }

    @Suspendable
    Object closeWakesAccepter() throws Exception {
        ServerSocket server = maker.server(3);
        CountDownLatch about = new CountDownLatch(1);
        Future<String> accepter =
                runner.start(
                        () -> {
                            about.countDown();
                            return outcome(server::accept);
                        });
        about.await();
        Thread.sleep(20); // as above
        server.close();
        return saysClosed(accepter.get());
    }

    @Suspendable
    Object closeWakesWriter() throws Exception {
        try (Pair p = pair()) {
            CountDownLatch about = new CountDownLatch(1);
            Future<String> writer =
                    runner.start(
                            () -> {
                                about.countDown();
                                return outcome(() -> write(p.client.getOutputStream(), 30_000_000));
                            });
            about.await();
            Thread.sleep(50); // as above
            p.client.close();
            return saysClosed(writer.get());
        }
    }

    @Suspendable
    Object halfClose() throws Exception {
        try (Pair p = pair()) {
            p.client.getOutputStream().write(65);
            p.client.shutdownOutput();
            byte[] all = p.served.getInputStream().readAllBytes();
            p.served.getOutputStream().write(66);
            return Arrays.asList(
                    all.length,
                    p.served.getInputStream().read(),
                    p.client.getInputStream().read(),
                    p.client.isOutputShutdown(),
                    p.client.isInputShutdown(),
                    outcome(p.client::getOutputStream),
                    outcome(() -> shut(p.client, false)));
        }
    }

    @Suspendable
    Object closedAfterTheEnd() throws Exception {
        try (Pair p = pair()) {
            p.served.close();
            InputStream in = p.client.getInputStream();
            int end = in.read();
            p.client.close();
            return Arrays.asList(
                    end,
                    in.read(),
                    // the sockets of JDK 11 say the end to a read of nothing
                    Runtime.version().feature() < 13 ? 0 : in.read(new byte[0]),
                    in.read(new byte[1]),
                    outcome(() -> in.available()),
                    outcome(p.client::getInputStream));
        }
    }

    @Suspendable
    Object shutdownInput() throws Exception {
        try (Pair p = pair()) {
            InputStream in = p.client.getInputStream();
            p.client.shutdownInput();
            return Arrays.asList(
                    outcome(in::read),
                    outcome(in::available),
                    outcome(p.client::getInputStream),
                    outcome(() -> shut(p.client, true)),
                    p.client.isClosed());
        }
    }

    @Suspendable
    Object shutdownWakesReader() throws Exception {
        try (Pair p = pair()) {
            CountDownLatch about = new CountDownLatch(1);
            InputStream in = p.client.getInputStream();
            Future<Integer> reader =
                    runner.start(
                            () -> {
                                about.countDown();
                                return in.read();
                            });
            about.await();
            Thread.sleep(20); // as above
            p.client.shutdownInput();
            return reader.get();
        }
    }

    @Suspendable
    Object reset() throws Exception {
        try (Pair p = pair()) {
            p.served.setSoLinger(true, 0);
            p.served.close();
            InputStream in = p.client.getInputStream();
            return outcome(in::read) + outcome(in::read) + p.client.isClosed();
        }
    }

    @Suspendable
    Object fullBuffers() throws Exception {
        int size = 9_000_000;
        try (Pair p = pair()) {
            Future<Object> writer =
                    runner.start(
                            () -> {
                                byte[] all = new byte[size];
                                for (int i = 0; i < size; i++) {
                                    all[i] = (byte) (i * 31 >>> 3);
                                }
                                p.client.getOutputStream().write(all);
                                p.client.shutdownOutput();
                                return all.length;
                            });
            InputStream in = p.served.getInputStream();
            byte[] part = new byte[70_000];
            int at = 0;
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                for (int i = 0; i < n; i++, at++) {
                    if (part[i] != (byte) (at * 31 >>> 3)) {
                        return "wrong at " + at;
                    }
                }
            }
            return at + " " + writer.get();
        }
    }

    @Suspendable
    Object urgent() throws Exception {
        try (Pair p = pair()) {
            p.served.setOOBInline(true);
            p.client.sendUrgentData(0x141);
            p.client.getOutputStream().write(66);
            InputStream in = p.served.getInputStream();
            return in.read() + " " + in.read() + p.served.getOOBInline();
        }
    }

    @Suspendable
    Object options() throws Exception {
        try (Pair p = pair()) {
            Socket s = p.client;
            s.setTcpNoDelay(true);
            s.setKeepAlive(true);
            s.setSoLinger(true, 5);
            int linger = s.getSoLinger();
            s.setSoLinger(false, 0);
            s.setSendBufferSize(30_000);
            s.setReuseAddress(true);
            s.setOption(StandardSocketOptions.SO_KEEPALIVE, false);
            return Arrays.asList(
                    s.getTcpNoDelay(),
                    s.getKeepAlive(),
                    linger,
                    s.getSoLinger(),
                    s.getSendBufferSize(),
                    s.getReuseAddress(),
                    s.getOOBInline(),
                    s.getOption(StandardSocketOptions.TCP_NODELAY),
                    s.supportedOptions().contains(StandardSocketOptions.SO_LINGER),
                    outcome(() -> options(s, -1)),
                    outcome(() -> options(s, 0)));
        }
    }

    private static Object options(Socket s, int n) throws IOException {
        if (n < 0) {
            s.setSoTimeout(n);
        } else {
            s.setSendBufferSize(n);
        }
        return n;
    }

    @Suspendable
    Object addresses() throws Exception {
        try (Pair p = pair()) {
            Socket c = p.client;
            Socket s = p.served;
            return Arrays.asList(
                    c.getPort() == s.getLocalPort(),
                    s.getPort() == c.getLocalPort(),
                    c.getInetAddress().equals(s.getLocalAddress()),
                    c.getRemoteSocketAddress().equals(s.getLocalSocketAddress()),
                    s.isBound(),
                    s.isConnected(),
                    s.getChannel(),
                    s.toString().startsWith("Socket[addr=/127.0.0.1,port="),
                    c.toString().matches("Socket\\[addr=[^,]*,port=\\d+,localport=\\d+]"));
        }
    }

    @Suspendable
    Object bindTwice() throws Exception {
        try (ServerSocket a = maker.server(3);
                ServerSocket b = maker.server()) {
            return outcome(() -> bind(a, 0)) + outcome(() -> bind(b, a.getLocalPort()));
        }
    }

    private static Object bind(ServerSocket s, int port) throws IOException {
        s.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return "bound";
    }

    @Suspendable
    Object portIsFree() throws Exception {
        ServerSocket first = maker.server(3);
        first.setSoTimeout(5);
        String accepted = outcome(first::accept);
        int port = first.getLocalPort();
        first.close();
        try (ServerSocket second = maker.server()) {
            return accepted + outcome(() -> bind(second, port));
        }
    }

    @Suspendable
    Object backlog() throws Exception {
        try (ServerSocket server = maker.server(5)) {
            Socket[] clients = new Socket[5];
            for (int i = 0; i < 5; i++) {
                clients[i] = maker.socket();
                clients[i].connect(server.getLocalSocketAddress(), 2_000);
                clients[i].getOutputStream().write(i);
            }
            int sum = 0;
            for (Socket c : clients) {
                try (Socket s = server.accept()) {
                    sum += s.getInputStream().read();
                }
                c.close();
            }
            return sum;
        }
    }

    @Suspendable
    Object streamClose() throws Exception {
        try (Pair p = pair()) {
            p.client.getInputStream().close();
            int end = p.served.getInputStream().read();
            return p.client.isClosed() + " " + end;
        }
    }

    @Suspendable
    Object loops() throws Exception {
        try (Pair p = pair()) {
            CompletableFuture<Integer> sent = new CompletableFuture<>();
            runner.start(
                    () -> {
                        OutputStream out = p.client.getOutputStream();
                        for (int i = 0; i < 100; i++) {
                            out.write(i);
                        }
                        p.client.shutdownOutput();
                        return sent.complete(100);
                    });
            InputStream in = p.served.getInputStream();
            long skipped = in.skip(10);
            byte[] some = new byte[20];
            int n = in.readNBytes(some, 2, 15);
            int rest = in.readNBytes(30).length;
            return Arrays.asList(
                    skipped, n, some[2], rest, in.readAllBytes().length, in.read(), sent.get());
        }
    }
}
