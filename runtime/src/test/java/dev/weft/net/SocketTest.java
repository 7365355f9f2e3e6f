package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runtime's sockets beside the JDK's: from threads and from fibers, everything is the same. */
@Timeout(120)
class SocketTest {
    private static final SocketScenarios.Maker OWN =
            new SocketScenarios.Maker() {
                @Override
                public Socket socket() throws IOException {
                    return new FiberSocket();
                }

                @Override
                public ServerSocket server() throws IOException {
                    return new FiberServerSocket();
                }

                @Override
                public ServerSocket server(int backlog) throws IOException {
                    return new FiberServerSocket(0, backlog, InetAddress.getLoopbackAddress());
                }
            };

    /** Starts threads. */
    private static final class Threads implements SocketScenarios.Runner {
        @Override
        public <T> Future<T> start(Callable<T> body) {
            FutureTask<T> task = new FutureTask<>(body);
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
            return task;
        }
    }

    /** Starts fibers. */
    private static final class Fibers implements SocketScenarios.Runner {
        @Override
        public <T> Future<T> start(Callable<T> body) {
            Fiber<T> fiber = Weft.go(() -> body.call());
            return fiber.toCompletableFuture();
        }
    }

    /** The sockets of JDK 11 are other code than those since 13, and say some things twice. */
    private static String text(Object outcome) {
        String text = String.valueOf(outcome);
        if (Runtime.version().feature() >= 13) {
            return text;
        }
        return text.replaceAll(" \\((Connection refused|Bind failed)\\)", "")
                .replace(
                        "java.io.IOException: Stream closed.",
                        "java.net.SocketException: Socket closed")
                .replace("ArrayIndexOutOf", "IndexOutOf")
                .replaceAll("(IndexOutOfBoundsException): [^,]*,( 1 \\+ 2\\) [^,]*,)?", "$1,");
    }

    @ParameterizedTest
    @EnumSource(SocketScenarios.All.class)
    void isTheSameOnThreads(SocketScenarios.All scenario) throws Exception {
        Object expected = scenario.run(new SocketScenarios(new UnwovenBodies(), new Threads()));
        Object own = scenario.run(new SocketScenarios(OWN, new Threads()));
        assertEquals(text(expected), text(own));
    }

    @ParameterizedTest
    @EnumSource(SocketScenarios.All.class)
    void isTheSameInFibers(SocketScenarios.All scenario) throws Exception {
        Object expected = scenario.run(new SocketScenarios(new UnwovenBodies(), new Threads()));
        for (Scheduler scheduler : List.of(Scheduler.workStealing(2), Scheduler.singleThreaded())) {
            Object own =
                    Weft.run(scheduler, () -> scenario.run(new SocketScenarios(OWN, new Fibers())));
            assertEquals(text(expected), text(own), scheduler::toString);
        }
    }

    @Test
    void wovenCodeGetsThemFromConstructors() throws Exception {
        Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    try (ServerSocket server =
                            new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                        assertInstanceOf(FiberServerSocket.class, server);
                        try (Socket client =
                                        new Socket(server.getInetAddress(), server.getLocalPort());
                                Socket served = server.accept()) {
                            assertInstanceOf(FiberSocket.class, client);
                            assertInstanceOf(FiberSocket.class, served);
                        }
                    }
                    return null;
                });
    }

    /** Where the queue of connections is full: the one thread accepts while others connect. */
    @Test
    void aConstructorThatConnectsSuspends() {
        int connected =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            try (ServerSocket server =
                                    new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                                List<Fiber<Boolean>> clients = new ArrayList<>();
                                for (int i = 0; i < 4; i++) {
                                    clients.add(Weft.go(() -> connects(server)));
                                }
                                Weft.yield();
                                int all = 0;
                                for (Fiber<Boolean> client : clients) {
                                    all += client.state() == Fiber.State.WAITING ? 1 : 0;
                                }
                                for (int i = 0; i < 4; i++) {
                                    server.accept().close();
                                }
                                for (Fiber<Boolean> client : clients) {
                                    assertTrue(client.join());
                                }
                                return all;
                            }
                        });
        assertTrue(connected > 0, "some had to wait for the queue");
    }

    @Suspendable
    private static boolean connects(ServerSocket server) throws IOException {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            return socket.isConnected();
        }
    }

    @Test
    void waitingTakesNoThreads() {
        int before = Thread.activeCount();
        int most =
                Weft.run(
                        Scheduler.workStealing(2),
                        () -> {
                            try (ServerSocket server =
                                    new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
                                Fiber<Integer> echo = Weft.go(() -> serve(server, 1_000));
                                List<Socket> clients = new ArrayList<>();
                                for (int i = 0; i < 1_000; i++) {
                                    Socket c = new Socket();
                                    c.connect(server.getLocalSocketAddress());
                                    clients.add(c);
                                }
                                int threads = Thread.activeCount();
                                for (Socket c : clients) {
                                    c.getOutputStream().write(1);
                                }
                                int sum = 0;
                                for (Socket c : clients) {
                                    sum += c.getInputStream().read();
                                    c.close();
                                }
                                assertEquals(1_000, sum);
                                assertEquals(1_000, echo.join());
                                return threads;
                            }
                        });
        assertTrue(most - before < 50, "threads: " + before + " and then " + most);
    }

    private static int serve(ServerSocket server, int clients) throws Exception {
        List<Fiber<Integer>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Socket s = server.accept();
            all.add(
                    Weft.go(
                            () -> {
                                try (Socket mine = s) {
                                    int c = mine.getInputStream().read();
                                    mine.getOutputStream().write(c);
                                    return c;
                                }
                            }));
        }
        int sum = 0;
        for (Fiber<Integer> f : all) {
            sum += f.join();
        }
        return sum;
    }

    @Test
    void aCancelledReaderLeavesTheSocketOpen() {
        Weft.run(
                Scheduler.workStealing(2),
                () -> {
                    try (ServerSocket server =
                                    new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                            Socket client = new Socket()) {
                        client.connect(server.getLocalSocketAddress());
                        Socket served = server.accept();
                        Fiber<Integer> reader = Weft.go(() -> client.getInputStream().read());
                        Thread.sleep(10);
                        reader.cancel();
                        CompletionException thrown =
                                assertThrows(CompletionException.class, reader::join);
                        assertInstanceOf(FiberCancelledException.class, thrown.getCause());
                        served.getOutputStream().write(5);
                        assertEquals(5, client.getInputStream().read());
                        Fiber<Integer> second = Weft.go(() -> client.getInputStream().read());
                        Thread.sleep(10);
                        second.interrupt();
                        thrown = assertThrows(CompletionException.class, second::join);
                        assertInstanceOf(SocketException.class, thrown.getCause());
                        assertTrue(client.isClosed());
                        served.close();
                    }
                    return null;
                });
    }

    @Test
    void anInterruptedThreadGoesOnReading() throws Exception {
        try (ServerSocket server = OWN.server(5);
                Socket client = OWN.socket()) {
            client.connect(server.getLocalSocketAddress());
            Socket served = server.accept();
            CompletableFuture<String> got = new CompletableFuture<>();
            Thread reader =
                    new Thread(
                            () -> {
                                try {
                                    int c = client.getInputStream().read();
                                    got.complete(c + " " + Thread.interrupted());
                                } catch (IOException e) {
                                    got.completeExceptionally(e);
                                }
                            });
            reader.start();
            reader.interrupt();
            served.getOutputStream().write(9);
            assertEquals("9 true", got.get());
            served.close();
        }
    }
}
