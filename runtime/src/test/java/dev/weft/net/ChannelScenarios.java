package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * What connected channels do in blocking mode, each scenario as a text that must not depend on
 * whose channels they are nor on what runs them. Written from the documentation of {@code
 * java.nio.channels}.
 */
class ChannelScenarios {
    /** Opens the channels under test. */
    interface Maker {
        SocketChannel socketChannel() throws IOException;

        ServerSocketChannel serverChannel() throws IOException;

        DatagramChannel datagramChannel() throws IOException;

        Pipe pipe() throws IOException;

        Selector selector() throws IOException;
    }

    /** A call whose outcome is of interest. */
    interface Call {
        @Suspendable
        Object call() throws Exception;
    }

    /** Two ends of a connection. */
    static final class Ends implements AutoCloseable {
        final SocketChannel client;
        final SocketChannel served;

        Ends(SocketChannel client, SocketChannel served) {
            this.client = client;
            this.served = served;
        }

        @Override
        public void close() throws IOException {
            client.close();
            served.close();
        }
    }

    final Maker maker;
    final Tasks tasks;

    ChannelScenarios(Maker maker, Tasks tasks) {
        this.maker = maker;
        this.tasks = tasks;
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Suspendable
    Ends ends() throws Exception {
        try (ServerSocketChannel server = maker.serverChannel()) {
            server.bind(anyPort());
            SocketChannel client = maker.socketChannel();
            client.connect(server.getLocalAddress());
            return new Ends(client, server.accept());
        }
    }

    /** What a call throws, as text; or its result. */
    @Suspendable
    static String outcome(Call call) {
        try {
            return String.valueOf(call.call());
        } catch (Exception e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }

    /** The JDK says it by a subclass here and there. */
    @Suspendable
    static boolean saysClosed(Call call) throws Exception {
        try {
            call.call();
            return false;
        } catch (ClosedChannelException e) {
            return true;
        }
    }

    static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        buffer.flip();
        return buffer;
    }

    static String text(ByteBuffer buffer) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < buffer.position(); i++) {
            text.append(buffer.get(i)).append(' ');
        }
        return text + "of " + buffer.capacity();
    }

    @Suspendable
    Object echo() throws Exception {
        try (Ends e = ends()) {
            Tasks.Task<String> reader =
                    tasks.start(
                            () -> {
                                ByteBuffer buffer = ByteBuffer.allocateDirect(9);
                                int n = e.served.read(buffer);
                                buffer.flip();
                                e.served.write(buffer);
                                return "read " + n;
                            });
            reader.awaitBlocked();
            int written = e.client.write(bytes(1, 2, 3));
            ByteBuffer back = ByteBuffer.allocate(3);
            e.client.read(back);
            return written + reader.get() + text(back) + e.client.isBlocking();
        }
    }

    @Suspendable
    Object scatterAndGather() throws Exception {
        try (Ends e = ends()) {
            ByteBuffer[] into = {ByteBuffer.allocate(2), ByteBuffer.allocate(0), bytes(7, 7, 7)};
            Tasks.Task<Long> reader = tasks.start(() -> e.served.read(into));
            reader.awaitBlocked();
            long n =
                    e.client.write(
                            new ByteBuffer[] {bytes(9), bytes(1, 2), bytes(), bytes(3)}, 1, 3);
            String got = n + " " + reader.get() + text(into[0]) + text(into[2]);
            e.client.write(new ByteBuffer[] {bytes(4), bytes(5)});
            ByteBuffer[] rest = {ByteBuffer.allocate(1), ByteBuffer.allocate(1)};
            got += e.served.read(rest, 1, 1) + text(rest[0]) + text(rest[1]);
            return got + outcome(() -> e.served.read(rest, 1, 2)) + e.served.read(rest, 0, 0);
        }
    }

    /** A write in blocking mode is whole. */
    @Suspendable
    Object fullBuffers() throws Exception {
        int size = 5_000_000;
        try (Ends e = ends()) {
            Tasks.Task<Integer> writer =
                    tasks.start(() -> e.client.write(ByteBuffer.allocate(size)));
            writer.awaitBlocked();
            int left = drain(e.served, size);
            ByteBuffer[] parts = {ByteBuffer.allocate(size), bytes(1), ByteBuffer.allocate(size)};
            Tasks.Task<Long> gatherer = tasks.start(() -> e.client.write(parts));
            gatherer.awaitBlocked();
            left += drain(e.served, size * 2 + 1);
            return writer.get() + " " + gatherer.get() + " " + left + parts[2].hasRemaining();
        }
    }

    @Suspendable
    private static int drain(SocketChannel from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        int left = size;
        while (left > 0) {
            buffer.clear();
            left -= from.read(buffer);
        }
        return left;
    }

    @Suspendable
    Object endOfInput() throws Exception {
        try (Ends e = ends()) {
            e.client.shutdownOutput();
            String got = "" + e.served.read(bytes(1)) + e.served.read(new ByteBuffer[] {bytes(1)});
            got += outcome(() -> e.client.write(bytes(1)));
            e.served.write(bytes(8));
            got += e.client.read(ByteBuffer.allocate(0)) + " " + e.client.read(bytes(0));
            Tasks.Task<Integer> reader = tasks.start(() -> e.client.read(bytes(1)));
            reader.awaitBlocked();
            e.client.shutdownInput();
            return got + reader.get() + e.client.read(bytes(1)) + e.client.isOpen();
        }
    }

    @Suspendable
    Object states() throws Exception {
        SocketChannel fresh = maker.socketChannel();
        String got =
                outcome(() -> fresh.read(bytes(1)))
                        + outcome(() -> fresh.write(bytes(1)))
                        + outcome(fresh::finishConnect)
                        + outcome(fresh::shutdownInput)
                        + outcome(fresh::getRemoteAddress)
                        + outcome(fresh::getLocalAddress)
                        + outcome(() -> fresh.connect(new InetSocketAddress("no.such.invalid", 1)))
                        + outcome(() -> fresh.connect(null))
                        + fresh.isOpen()
                        + fresh.isBlocking()
                        + fresh.isConnected()
                        + fresh.isConnectionPending()
                        + fresh.validOps()
                        + fresh.isRegistered();
        fresh.close();
        got +=
                ""
                        + saysClosed(() -> fresh.read(bytes(1)))
                        + saysClosed(() -> fresh.write(new ByteBuffer[0]))
                        + saysClosed(() -> fresh.connect(anyPort()))
                        + saysClosed(fresh::finishConnect)
                        + saysClosed(() -> fresh.bind(null))
                        + saysClosed(() -> fresh.configureBlocking(true))
                        + saysClosed(fresh::shutdownOutput)
                        + saysClosed(fresh::getLocalAddress);
        try (Ends e = ends()) {
            got +=
                    outcome(() -> e.client.connect(anyPort()))
                            + outcome(e.client::finishConnect)
                            + outcome(() -> e.client.read((ByteBuffer) null))
                            + outcome(() -> e.client.read(bytes(1).asReadOnlyBuffer()))
                            + e.client.isConnected();
        }
        return got;
    }

    @Suspendable
    Object serverStates() throws Exception {
        ServerSocketChannel fresh = maker.serverChannel();
        String got =
                outcome(fresh::accept)
                        + outcome(fresh::getLocalAddress)
                        + (fresh.bind(anyPort()) == fresh)
                        + outcome(() -> fresh.bind(anyPort()))
                        + fresh.validOps();
        fresh.close();
        return got + saysClosed(fresh::accept) + saysClosed(fresh::getLocalAddress);
    }

    @Suspendable
    Object refused() throws Exception {
        InetSocketAddress free;
        try (ServerSocketChannel server = maker.serverChannel()) {
            free = (InetSocketAddress) server.bind(anyPort()).getLocalAddress();
        }
        SocketChannel client = maker.socketChannel();
        String got = outcome(() -> client.connect(free));
        return got + client.isOpen() + client.isConnected();
    }

    /** The port can be bound again at once. */
    @Suspendable
    Object portIsFree() throws Exception {
        ServerSocketChannel server = maker.serverChannel().bind(anyPort());
        InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
        Tasks.Task<SocketChannel> accepter = tasks.start(server::accept);
        accepter.awaitBlocked();
        server.close();
        String got = outcome(accepter::get);
        try (ServerSocketChannel next = maker.serverChannel()) {
            return got + (next.bind(address).getLocalAddress().equals(address));
        }
    }

    @Suspendable
    Object closeWakes() throws Exception {
        String got = "";
        try (Ends e = ends()) {
            got += closedWhile(e.client, () -> e.client.read(bytes(1)));
        }
        try (Ends e = ends()) {
            got += closedWhile(e.client, () -> e.client.read(new ByteBuffer[] {bytes(1)}));
        }
        try (Ends e = ends()) {
            Tasks.Task<Object> task =
                    tasks.start(() -> e.client.write(ByteBuffer.allocate(9_000_000)));
            task.awaitBlocked();
            e.served.read(bytes(1)); // a thread that is in its native method may yet have to begin
            e.client.close();
            String written = outcome(task::get) + e.client.isOpen();
            got += written.matches("[1-9][0-9]{4,6}false"); // what had gone out by then
        }
        ServerSocketChannel server = maker.serverChannel().bind(anyPort());
        return got + closedWhile(server, server::accept);
    }

    @Suspendable
    private String closedWhile(Channel channel, Call call) throws Exception {
        Tasks.Task<Object> task = tasks.start(call::call);
        task.awaitBlocked();
        channel.close();
        return outcome(task::get) + channel.isOpen();
    }

    @Suspendable
    Object interruptWakes() throws Exception {
        String got = "";
        try (Ends e = ends()) {
            got += interruptedWhile(e.client, () -> e.client.read(bytes(1)));
            got += e.served.read(bytes(1)); // the end: that was closed
        }
        try (Ends e = ends()) {
            got += interruptedWhile(e.client, () -> e.client.write(ByteBuffer.allocate(9_000_000)));
        }
        ServerSocketChannel server = maker.serverChannel().bind(anyPort());
        got += interruptedWhile(server, server::accept);
        SocketChannel late = maker.socketChannel();
        got += interruptedBefore(late, () -> late.connect(anyPort()));
        try (Ends e = ends()) {
            e.client.write(bytes(1));
            got += interruptedBefore(e.served, () -> e.served.read(bytes(1)));
        }
        return got;
    }

    @Suspendable
    String interruptedWhile(Channel channel, Call call) throws Exception {
        Tasks.Task<String> task =
                tasks.start(() -> outcome(call) + tasks.interrupted() + tasks.interrupted());
        task.awaitBlocked();
        task.interrupt();
        return task.get() + channel.isOpen();
    }

    @Suspendable
    String interruptedBefore(Channel channel, Call call) throws Exception {
        Tasks.Task<String> task =
                tasks.start(
                        () -> {
                            tasks.interruptSelf();
                            return outcome(call) + tasks.interrupted();
                        });
        return task.get() + channel.isOpen();
    }

    /** Nothing waits in this mode, and nobody changes it. */
    @Suspendable
    Object nonBlocking() throws Exception {
        try (Ends e = ends();
                ServerSocketChannel server = maker.serverChannel()) {
            server.bind(anyPort()).configureBlocking(false);
            e.client.configureBlocking(false);
            String got = "" + server.accept() + e.client.read(bytes(1)) + e.client.isBlocking();
            got += e.client.write(ByteBuffer.allocate(90_000_000)) < 90_000_000;
            SocketChannel second = maker.socketChannel();
            second.configureBlocking(false);
            second.connect(server.getLocalAddress());
            while (!second.finishConnect()) {
                Thread.yield();
            }
            SocketChannel accepted = server.accept();
            while (accepted == null) {
                accepted = server.accept();
            }
            got += accepted.isBlocking();
            accepted.close();
            second.configureBlocking(true);
            got += second.read(bytes(1));
            second.close();
            return got;
        }
    }
}
