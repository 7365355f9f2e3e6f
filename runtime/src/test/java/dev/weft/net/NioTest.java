package dev.weft.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.blocking.ServerChannels;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * NIO channels in blocking mode and selectors in fibers: what ends a wait is done by another fiber
 * of the same carrier or thread.
 */
@Timeout(60)
class NioTest {
    /** With one thread for fibers. */
    private enum Kind {
        CARRIER(() -> Scheduler.workStealing(1)),
        THREAD(Scheduler::singleThreaded);

        private final Supplier<Scheduler> maker;

        Kind(Supplier<Scheduler> maker) {
            this.maker = maker;
        }

        private <T> T run(SuspendableCallable<T> body) {
            return Weft.run(maker.get(), body);
        }
    }

    private static SocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @ParameterizedTest
    @EnumSource
    void sockets(Kind kind) {
        String got =
                kind.run(
                        () -> {
                            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                                server.bind(anyPort());
                                Fiber<String> answer = Weft.go(() -> serve(server));
                                Weft.yield(); // it waits in accept
                                try (SocketChannel client =
                                        SocketChannel.open(server.getLocalAddress())) {
                                    Weft.yield(); // it waits in read
                                    client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                                    ByteBuffer back = ByteBuffer.allocate(9);
                                    client.read(back);
                                    return answer.join() + back.position() + back.get(2);
                                }
                            }
                        });
        assertEquals("server 333", got);
    }

    @Suspendable
    private static String serve(ServerSocketChannel server) throws IOException {
        try (SocketChannel channel = server.accept()) {
            ByteBuffer buffer = ByteBuffer.allocate(9);
            int n = channel.read(buffer);
            buffer.flip();
            channel.write(buffer);
            return "server " + n;
        }
    }

    @ParameterizedTest
    @EnumSource
    void datagrams(Kind kind) {
        int got =
                kind.run(
                        () -> {
                            try (DatagramChannel a = DatagramChannel.open().bind(anyPort());
                                    DatagramChannel b = DatagramChannel.open().bind(anyPort())) {
                                Fiber<Integer> receiver = Weft.go(() -> receive(a));
                                Weft.yield();
                                b.send(ByteBuffer.wrap(new byte[5]), a.getLocalAddress());
                                return receiver.join();
                            }
                        });
        assertEquals(5, got);
    }

    @Suspendable
    private static int receive(DatagramChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(9);
        channel.receive(buffer);
        return buffer.position();
    }

    @ParameterizedTest
    @EnumSource
    void pipes(Kind kind) {
        int got =
                kind.run(
                        () -> {
                            Pipe pipe = Pipe.open();
                            Fiber<Integer> reader =
                                    Weft.go(() -> pipe.source().read(ByteBuffer.allocate(9)));
                            Weft.yield();
                            pipe.sink().write(ByteBuffer.wrap(new byte[4]));
                            int n = reader.join();
                            pipe.sink().close();
                            int end = pipe.source().read(ByteBuffer.allocate(9));
                            pipe.source().close();
                            return n + end;
                        });
        assertEquals(3, got);
    }

    @ParameterizedTest
    @EnumSource
    void closingWakesAReader(Kind kind) {
        kind.run(
                () -> {
                    Pipe pipe = Pipe.open();
                    Fiber<Integer> reader =
                            Weft.go(() -> pipe.source().read(ByteBuffer.allocate(9)));
                    Weft.sleep(1);
                    pipe.source().close();
                    CompletionException e = assertThrows(CompletionException.class, reader::join);
                    // closed before the read had begun, or while it waited
                    assertInstanceOf(ClosedChannelException.class, e.getCause());
                    pipe.sink().close();
                    return null;
                });
    }

    @ParameterizedTest
    @EnumSource
    void selectors(Kind kind) {
        String got =
                kind.run(
                        () -> {
                            Pipe pipe = Pipe.open();
                            pipe.source().configureBlocking(false);
                            try (Selector selector = Selector.open()) {
                                pipe.source().register(selector, SelectionKey.OP_READ);
                                Fiber<Integer> first = Weft.go(() -> selector.select());
                                Weft.yield();
                                pipe.sink().write(ByteBuffer.wrap(new byte[1]));
                                String all = first.join() + " ";
                                pipe.source().read(ByteBuffer.allocate(9));
                                selector.selectedKeys().clear();
                                Fiber<Integer> second = Weft.go(() -> selector.select(50_000));
                                Weft.yield();
                                selector.wakeup();
                                all += second.join() + " " + selector.select(1);
                                Fiber<Integer> third =
                                        Weft.go(() -> selector.select(key -> {}, 50_000));
                                Weft.yield();
                                third.interrupt();
                                all += " " + third.join();
                                assertTrue(selector.isOpen());
                                pipe.source().close();
                                pipe.sink().close();
                                return all;
                            }
                        });
        assertEquals("1 0 0 0", got);
    }

    /** Addresses in the file system, which JDK 11 does not have. */
    @ParameterizedTest
    @EnumSource
    @EnabledForJreRange(min = JRE.JAVA_16)
    void unixDomainSockets(Kind kind, @TempDir Path folder) throws Exception {
        SocketAddress address =
                (SocketAddress)
                        Class.forName("java.net.UnixDomainSocketAddress")
                                .getMethod("of", Path.class)
                                .invoke(null, folder.resolve("socket"));
        String got =
                kind.run(
                        () -> {
                            try (ServerSocketChannel server =
                                    ServerChannels.open(StandardProtocolFamily.valueOf("UNIX"))) {
                                server.bind(address);
                                Fiber<String> answer = Weft.go(() -> serve(server));
                                Weft.yield(); // it waits in accept
                                try (SocketChannel client = SocketChannel.open(address)) {
                                    Weft.yield(); // it waits in read
                                    client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                                    ByteBuffer back = ByteBuffer.allocate(9);
                                    client.read(back);
                                    return answer.join() + back.position() + select(client);
                                }
                            }
                        });
        assertEquals("server 3311", got);
    }

    /** The other end has been closed. */
    @Suspendable
    private static int select(SocketChannel client) throws IOException {
        client.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            client.register(selector, SelectionKey.OP_READ);
            return selector.select() + selector.selectedKeys().size() * 10;
        }
    }

    /** A file that is sent to a socket, and one that is received, while others go on. */
    @ParameterizedTest
    @EnumSource
    void files(Kind kind, @TempDir Path folder) throws Exception {
        byte[] content = new byte[3_000_000]; // more than the buffers between them hold
        new Random(1).nextBytes(content);
        Path from = Files.write(folder.resolve("from"), content);
        Path to = folder.resolve("to");
        long[] done =
                kind.run(
                        () -> {
                            Pipe pipe = Pipe.open();
                            Fiber<Long> sender = Weft.go(() -> send(from, pipe));
                            return new long[] {receive(to, pipe), sender.join()};
                        });
        assertArrayEquals(new long[] {content.length - 5, content.length - 5}, done);
        assertArrayEquals(Arrays.copyOfRange(content, 5, content.length), Files.readAllBytes(to));
    }

    @Suspendable
    private static long send(Path path, Pipe pipe) throws IOException {
        try (FileChannel file = FileChannel.open(path);
                Pipe.SinkChannel sink = pipe.sink()) {
            assertThrows(IllegalArgumentException.class, () -> file.transferTo(-1, 1, sink));
            assertThrows(IllegalArgumentException.class, () -> file.transferTo(1, -1, sink));
            assertEquals(0, file.transferTo(1L << 40, 1, sink));
            return file.transferTo(5, Long.MAX_VALUE, sink);
        }
    }

    @Suspendable
    private static long receive(Path path, Pipe pipe) throws IOException {
        try (FileChannel file =
                        FileChannel.open(
                                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Pipe.SourceChannel source = pipe.source()) {
            assertThrows(IllegalArgumentException.class, () -> file.transferFrom(source, -1, 1));
            assertEquals(0, file.transferFrom(source, 1, 1)); // beyond its end
            return file.transferFrom(source, 0, 10_000_000);
        }
    }

    /** The old form, with a time to live. */
    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("deprecation")
    void multicastSocketsSend(Kind kind) {
        int got =
                kind.run(
                        () -> {
                            try (DatagramChannel to = DatagramChannel.open().bind(anyPort());
                                    MulticastSocket from = new MulticastSocket()) {
                                Fiber<Integer> receiver = Weft.go(() -> receive(to));
                                Weft.yield();
                                DatagramPacket packet = new DatagramPacket(new byte[5], 5);
                                packet.setSocketAddress(to.getLocalAddress());
                                from.send(packet, (byte) 1);
                                return receiver.join();
                            }
                        });
        assertEquals(5, got);
    }
}
