package dev.weft.net;

import dev.weft.Suspendable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What TLS sockets do, each scenario as a text that must not depend on whose sockets they are nor
 * on what runs them. Written from the documentation of {@code javax.net.ssl}.
 */
final class TlsScenarios {
    /** Makes the factories under test. */
    interface Maker {
        SSLSocketFactory sockets(SSLContext context);

        SSLServerSocketFactory servers(SSLContext context);
    }

    /** A call whose outcome is of interest. */
    interface Call {
        @Suspendable
        Object call() throws Exception;
    }

    /** Two ends of a connection. */
    private static final class Pair implements AutoCloseable {
        final SSLSocket client;
        final SSLSocket served;

        Pair(SSLSocket client, SSLSocket served) {
            this.client = client;
            this.served = served;
        }

        @Override
        public void close() throws IOException {
            client.close();
            served.close();
        }
    }

    private final Maker maker;
    private final Tasks tasks;
    private final SSLContext context;
    private final SSLContext stranger;

    TlsScenarios(Maker maker, Tasks tasks, SSLContext context, SSLContext stranger) {
        this.maker = maker;
        this.tasks = tasks;
        this.context = context;
        this.stranger = stranger;
    }

    @Suspendable
    private SSLServerSocket server() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        return (SSLServerSocket) maker.servers(context).createServerSocket(0, 10, here);
    }

    @Suspendable
    private Pair pair(SSLServerSocket server, SSLContext ofClient) throws Exception {
        Tasks.Task<Socket> accepter = tasks.start(server::accept);
        Socket client = maker.sockets(ofClient).createSocket("localhost", server.getLocalPort());
        return new Pair((SSLSocket) client, (SSLSocket) accepter.get());
    }

    @Suspendable
    private Pair pair(String... protocols) throws Exception {
        try (SSLServerSocket server = server()) {
            Pair pair = pair(server, context);
            if (protocols.length > 0) {
                pair.client.setEnabledProtocols(protocols);
            }
            return pair;
        }
    }

    private static void hangUp(Closeable early) throws IOException {
        early.close();
    }

    /** What a call throws, as text; or its result. */
    @Suspendable
    private static String outcome(Call call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception e) {
            return e.getClass().getName() + ": " + e.getMessage() + "\n";
        }
    }

    @Suspendable
    private static String write(SSLSocket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return "written";
    }

    @Suspendable
    private static String read(SSLSocket socket, int length) throws Exception {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Suspendable
    private static String handshake(SSLSocket socket) throws Exception {
        socket.startHandshake();
        return socket.getSession().getProtocol() + " " + socket.getSession().isValid();
    }

    @Suspendable
    Object echo() throws Exception {
        String got = "";
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            try (Pair p = pair(protocol)) {
                Tasks.Task<String> reader = tasks.start(() -> read(p.served, 5));
                write(p.client, "hello");
                got += reader.get() + write(p.served, "back") + read(p.client, 4);
                got += p.client.getSession().getProtocol() + p.served.getSession().getProtocol();
                got += p.client.getSession().getPeerPrincipal();
                got += p.served.getSession().getLocalPrincipal();
                got += outcome(() -> p.served.getSession().getPeerPrincipal());
                got += p.client.getUseClientMode() + " " + p.served.getUseClientMode();
                got += p.client.getApplicationProtocol() + p.client.getSession().getPeerHost();
            }
        }
        return got;
    }

    @Suspendable
    Object handshakes() throws Exception {
        try (Pair p = pair()) {
            CountDownLatch told = new CountDownLatch(1);
            p.client.addHandshakeCompletedListener(event -> told.countDown());
            Tasks.Task<String> served = tasks.start(() -> handshake(p.served));
            String got = handshake(p.client) + served.get();
            told.await();
            got += handshake(p.client); // asks for new keys
            write(p.client, "x");
            got += read(p.served, 1);
            return got + outcome(() -> unregister(p.client));
        }
    }

    private static String unregister(SSLSocket socket) {
        socket.removeHandshakeCompletedListener(event -> {});
        return "removed";
    }

    @Suspendable
    Object nobodyTrusts() throws Exception {
        try (SSLServerSocket server = server();
                Pair p = pair(server, stranger)) {
            Tasks.Task<String> served = tasks.start(() -> outcome(() -> read(p.served, 1)));
            String got = outcome(() -> handshake(p.client));
            got = got.substring(0, got.indexOf(':')); // the message is the provider's
            String told = served.get(); // or it still writes when the connection is gone
            boolean fails =
                    told.startsWith("javax.net.ssl.SSLHandshakeException")
                            || told.startsWith("java.net.SocketException");
            return got + fails + p.client.isClosed();
        }
    }

    @Suspendable
    Object wrongHost() throws Exception {
        try (Pair p = pair()) {
            SSLParameters parameters = p.client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            p.client.setSSLParameters(parameters);
            Tasks.Task<String> served = tasks.start(() -> outcome(() -> handshake(p.served)));
            String right = outcome(() -> handshake(p.client));
            served.get();
            return right;
        }
    }

    @Suspendable
    Object clientsCertificate() throws Exception {
        String got = "";
        try (SSLServerSocket server = server()) {
            server.setNeedClientAuth(true);
            try (Pair p = pair(server, context)) {
                Tasks.Task<String> served = tasks.start(() -> handshake(p.served));
                got += handshake(p.client) + served.get() + p.served.getNeedClientAuth();
                got += p.served.getSession().getPeerPrincipal() + "" + server.getNeedClientAuth();
            }
        }
        return got;
    }

    @Suspendable
    Object applicationProtocol() throws Exception {
        try (Pair p = pair()) {
            SSLParameters parameters = p.client.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "mine"});
            p.client.setSSLParameters(parameters);
            p.served.setHandshakeApplicationProtocolSelector(
                    (socket, names) -> socket == p.served ? names.get(1) : null);
            Tasks.Task<String> served = tasks.start(() -> handshake(p.served));
            String got = handshake(p.client) + served.get();
            return got + p.client.getApplicationProtocol() + p.served.getApplicationProtocol();
        }
    }

    /** Both ends write at once, more than buffers hold. */
    @Suspendable
    Object muchBothWays() throws Exception {
        int size = 2_000_000;
        try (Pair p = pair()) {
            Tasks.Task<String> first = tasks.start(() -> write(p.client, "a".repeat(size)));
            Tasks.Task<String> second = tasks.start(() -> write(p.served, "b".repeat(size)));
            Tasks.Task<Integer> reader = tasks.start(() -> count(p.client, 'b', size));
            int served = count(p.served, 'a', size);
            return first.get() + second.get() + served + reader.get();
        }
    }

    @Suspendable
    private static int count(SSLSocket socket, char c, int size) throws Exception {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[10_000];
        int right = 0;
        for (int left = size; left > 0; ) {
            int n = in.read(bytes, 0, Math.min(bytes.length, left));
            for (int i = 0; i < n; i++) {
                right += bytes[i] == c ? 1 : 0;
            }
            left -= n;
        }
        return right;
    }

    @Suspendable
    Object closing() throws Exception {
        String got = "";
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            try (Pair p = pair(protocol)) {
                Tasks.Task<Integer> reader =
                        tasks.start(
                                () -> {
                                    read(p.served, 1);
                                    return p.served.getInputStream().read();
                                });
                write(p.client, "x");
                p.client.close();
                got += reader.get() + outcome(() -> p.client.getInputStream());
                got += p.client.isClosed() + "" + p.served.isClosed();
                got += outcome(p.served::getInputStream) + p.served.isInputShutdown();
            }
        }
        return got;
    }

    @Suspendable
    Object halfClose() throws Exception {
        try (Pair p = pair("TLSv1.3")) {
            Tasks.Task<String> served =
                    tasks.start(
                            () -> {
                                String all = read(p.served, 100);
                                return all + write(p.served, "answer");
                            });
            write(p.client, "question");
            p.client.shutdownOutput();
            String got = served.get() + read(p.client, 6) + p.client.isOutputShutdown();
            return got + outcome(() -> write(p.client, "more"));
        }
    }

    @Suspendable
    Object readTimeout() throws Exception {
        try (Pair p = pair()) {
            Tasks.Task<String> served = tasks.start(() -> handshake(p.served));
            handshake(p.client);
            served.get();
            p.client.setSoTimeout(20);
            String got = outcome(() -> read(p.client, 1)) + p.client.getSoTimeout();
            p.client.setSoTimeout(0);
            write(p.served, "late");
            return got + read(p.client, 4);
        }
    }

    @Suspendable
    Object closeWakesReader() throws Exception {
        try (Pair p = pair()) {
            Tasks.Task<String> served = tasks.start(() -> handshake(p.served));
            handshake(p.client);
            served.get();
            Tasks.Task<String> reader = tasks.start(() -> outcome(() -> read(p.client, 1)));
            reader.awaitBlocked();
            p.client.close();
            String got = reader.get();
            boolean ended = got.isEmpty() || got.startsWith("java.net.SocketException");
            return ended + "" + p.client.isClosed(); // the JDK's has both outcomes
        }
    }

    /** The connection beneath ends without a word of TLS. */
    @Suspendable
    Object cutOff() throws Exception {
        try (SSLServerSocket server = server();
                Socket plain = new Socket(server.getInetAddress(), server.getLocalPort())) {
            SSLSocket served = (SSLSocket) server.accept();
            SSLSocket client =
                    (SSLSocket) maker.sockets(context).createSocket(plain, "localhost", 1, true);
            Tasks.Task<String> shaking = tasks.start(() -> handshake(served));
            String got = handshake(client) + shaking.get();
            write(client, "x");
            got += read(served, 1);
            hangUp(plain);
            got += outcome(() -> served.getInputStream().read());
            served.close();
            return got;
        }
    }

    /** A peer that does not speak TLS, and one that goes away at once. */
    @Suspendable
    Object strangePeers() throws Exception {
        String got = "";
        try (SSLServerSocket server = server();
                Socket plain = new Socket(server.getInetAddress(), server.getLocalPort())) {
            SSLSocket served = (SSLSocket) server.accept();
            plain.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            got += outcome(() -> handshake(served)) + served.isClosed();
            hangUp(plain);
            try (Socket second = new Socket(server.getInetAddress(), server.getLocalPort())) {
                SSLSocket other = (SSLSocket) server.accept();
                hangUp(second);
                got += outcome(() -> handshake(other)) + other.isClosed();
            }
        }
        return got;
    }

    @Suspendable
    Object states() throws Exception {
        SSLSocket fresh = (SSLSocket) maker.sockets(context).createSocket();
        String got =
                fresh.isConnected()
                        + outcome(fresh::getInputStream)
                        + outcome(() -> handshake(fresh))
                        + fresh.getSession().getCipherSuite()
                        + fresh.getUseClientMode()
                        + List.of(fresh.getEnabledProtocols())
                        + List.of(fresh.getSupportedProtocols())
                        + List.of(fresh.getEnabledCipherSuites())
                        + List.of(fresh.getSSLParameters().getProtocols())
                        + outcome(() -> urgent(fresh))
                        + fresh.getEnableSessionCreation()
                        + fresh.getHandshakeSession();
        try (SSLServerSocket server = server()) {
            got +=
                    List.of(server.getEnabledProtocols()).toString()
                            + List.of(server.getEnabledCipherSuites())
                            + server.getUseClientMode()
                            + server.getWantClientAuth()
                            + server.isBound()
                            + (server.getLocalPort() > 0);
            Tasks.Task<Socket> accepter = tasks.start(server::accept);
            fresh.connect(server.getLocalSocketAddress(), 10_000);
            SSLSocket served = (SSLSocket) accepter.get();
            Tasks.Task<String> shaking = tasks.start(() -> handshake(served));
            got += handshake(fresh) + shaking.get() + fresh.isConnected();
            InetSocketAddress to = (InetSocketAddress) fresh.getRemoteSocketAddress();
            got += (to.getPort() == server.getLocalPort()) + "" + fresh.getTcpNoDelay();
            fresh.close();
            served.close();
            got += outcome(() -> handshake(fresh)).startsWith("java.net.SocketException");
            hangUp(server);
            return got + outcome(server::accept) + server.isClosed();
        }
    }

    private static String urgent(SSLSocket socket) throws Exception {
        socket.sendUrgentData(1);
        return "sent";
    }
}
