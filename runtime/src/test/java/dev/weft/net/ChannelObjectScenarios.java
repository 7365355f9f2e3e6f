package dev.weft.net;

import dev.weft.Suspendable;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.DatagramChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** As {@link ChannelScenarios}: datagrams, pipes, sockets and streams of channels, selectors. */
final class ChannelObjectScenarios extends ChannelScenarios {
    ChannelObjectScenarios(Maker maker, Tasks tasks) {
        super(maker, tasks);
    }

    @Suspendable
    Object datagrams() throws Exception {
        try (DatagramChannel a = maker.datagramChannel().bind(anyPort());
                DatagramChannel b = maker.datagramChannel().bind(anyPort())) {
            ByteBuffer into = ByteBuffer.allocate(3);
            Tasks.Task<Boolean> receiver =
                    tasks.start(() -> a.receive(into).equals(b.getLocalAddress()));
            receiver.awaitBlocked();
            String got = "" + b.send(bytes(1, 2, 3, 4, 5), a.getLocalAddress());
            got += receiver.get() + text(into);
            a.connect(b.getLocalAddress());
            Tasks.Task<Integer> reader = tasks.start(() -> a.read(bytes(9, 9)));
            reader.awaitBlocked();
            got += b.send(bytes(), a.getLocalAddress()) + " " + reader.get();
            b.connect(a.getLocalAddress()); // now an empty one would not be sent
            got += b.write(bytes());
            ByteBuffer[] parts = {ByteBuffer.allocate(1), ByteBuffer.allocate(4)};
            Tasks.Task<Long> scatterer = tasks.start(() -> a.read(parts));
            scatterer.awaitBlocked();
            got += b.write(new ByteBuffer[] {bytes(1), bytes(2, 3)}) + " " + scatterer.get();
            got += text(parts[0]) + text(parts[1]) + outcome(() -> a.send(bytes(1), anyPort()));
            return got + a.isBlocking() + outcome(() -> a.receive(bytes(1).asReadOnlyBuffer()));
        }
    }

    @Suspendable
    Object datagramStates() throws Exception {
        DatagramChannel fresh = maker.datagramChannel();
        String got =
                outcome(() -> fresh.read(bytes(1)))
                        + outcome(() -> fresh.write(bytes(1)))
                        + outcome(() -> fresh.write(new ByteBuffer[] {bytes(1)}))
                        + outcome(fresh::getLocalAddress);
        got += interruptedWhile(fresh, () -> fresh.receive(bytes(1)));
        DatagramChannel second = maker.datagramChannel().bind(anyPort());
        Tasks.Task<Object> receiver = tasks.start(() -> second.receive(bytes(1)));
        receiver.awaitBlocked();
        second.close();
        got += outcome(receiver::get) + saysClosed(() -> second.receive(bytes(1)));
        DatagramChannel third = maker.datagramChannel().bind(anyPort());
        third.configureBlocking(false);
        got += third.receive(bytes(1));
        third.close();
        return got;
    }

    @Suspendable
    Object pipes() throws Exception {
        Pipe pipe = maker.pipe();
        Tasks.Task<Integer> reader = tasks.start(() -> pipe.source().read(bytes(0, 0)));
        reader.awaitBlocked();
        String got = pipe.sink().write(bytes(1, 2, 3)) + " " + reader.get();
        ByteBuffer[] rest = {ByteBuffer.allocate(2)};
        got += pipe.source().read(rest) + text(rest[0]);
        Tasks.Task<Integer> writer =
                tasks.start(() -> pipe.sink().write(ByteBuffer.allocate(400_000)));
        writer.awaitBlocked();
        got += drain(pipe.source(), 400_000) + " " + writer.get();
        Tasks.Task<Integer> last = tasks.start(() -> pipe.source().read(bytes(1)));
        last.awaitBlocked();
        pipe.sink().close();
        got += last.get() + "" + saysClosed(() -> pipe.sink().write(bytes(1)));
        pipe.source().close();
        got += saysClosed(() -> pipe.source().read(bytes(1)));
        Pipe second = maker.pipe();
        got += interruptedWhile(second.source(), () -> second.source().read(bytes(1)));
        return got + outcome(() -> second.sink().write(bytes(1)));
    }

    @Suspendable
    private static int drain(ReadableByteChannel from, int size) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        int left = size;
        while (left > 0) {
            buffer.clear();
            left -= from.read(buffer);
        }
        return left;
    }

    /** Called by the names of the interfaces. */
    @Suspendable
    Object interfaces() throws Exception {
        try (Ends e = ends()) {
            ReadableByteChannel in = e.served;
            GatheringByteChannel out = e.client;
            Tasks.Task<Integer> reader = tasks.start(() -> in.read(bytes(1)));
            reader.awaitBlocked();
            return out.write(new ByteBuffer[] {bytes(5)}) + " " + reader.get();
        }
    }

    @Suspendable
    Object streams() throws Exception {
        try (Ends e = ends()) {
            InputStream in = Channels.newInputStream(e.served);
            OutputStream out = Channels.newOutputStream(e.client);
            Tasks.Task<Integer> reader = tasks.start(() -> in.read(new byte[9], 1, 5));
            reader.awaitBlocked();
            out.write(new byte[] {1, 2, 3}, 1, 2);
            String got = reader.get() + " ";
            BufferedReader lines =
                    new BufferedReader(Channels.newReader(e.served, StandardCharsets.UTF_8.name()));
            Tasks.Task<String> line = tasks.start(lines::readLine);
            line.awaitBlocked();
            Writer writer = Channels.newWriter(e.client, StandardCharsets.UTF_8.name());
            writer.write("grüße\n");
            writer.flush();
            got += line.get() + in.available();
            e.served.configureBlocking(false);
            got += outcome(in::read) + in.read(new byte[0]);
            out.close();
            return got + e.client.isOpen() + outcome(() -> written(out));
        }
    }

    @Suspendable
    private static String written(OutputStream out) throws Exception {
        out.write(1);
        return "written";
    }

    @Suspendable
    Object sockets() throws Exception {
        try (Ends e = ends()) {
            Socket socket = e.client.socket();
            String got =
                    (socket.getChannel() == e.client)
                            + ""
                            + (socket == e.client.socket())
                            + socket.isConnected()
                            + socket.isBound()
                            + socket.isClosed()
                            + socket.getRemoteSocketAddress().equals(e.client.getRemoteAddress())
                            + (socket.getPort() == e.served.socket().getLocalPort())
                            + socket.getLocalSocketAddress().equals(e.client.getLocalAddress());
            Tasks.Task<Integer> reader = tasks.start(() -> socket.getInputStream().read());
            reader.awaitBlocked();
            e.served.socket().getOutputStream().write(77);
            socket.setSoTimeout(20);
            got += reader.get() + outcome(() -> socket.getInputStream().read());
            socket.setTcpNoDelay(true);
            got += e.client.getOption(StandardSocketOptions.TCP_NODELAY);
            e.client.configureBlocking(false);
            got += outcome(() -> socket.getInputStream().read());
            e.client.shutdownOutput();
            got += socket.isOutputShutdown() + "" + socket.isInputShutdown();
            socket.close();
            return got + e.client.isOpen() + socket.isClosed();
        }
    }

    @Suspendable
    Object serverSockets() throws Exception {
        try (ServerSocketChannel server = maker.serverChannel();
                SocketChannel client = maker.socketChannel()) {
            ServerSocket socket = server.socket();
            String got = socket.isBound() + outcome(socket::accept) + socket.getLocalPort();
            socket.bind(anyPort());
            socket.setSoTimeout(20);
            got += outcome(socket::accept) + (socket.getChannel() == server);
            InetSocketAddress local = (InetSocketAddress) server.getLocalAddress();
            got += local.equals(socket.getLocalSocketAddress()) + "" + socket.isBound();
            client.socket().connect(local);
            socket.setSoTimeout(0);
            Socket served = socket.accept();
            got += client.isConnected() + "" + (served.getChannel() != null);
            client.write(bytes(6));
            got += served.getInputStream().read();
            served.close();
            server.configureBlocking(false);
            got += outcome(socket::accept);
            socket.close();
            return got + server.isOpen() + socket.isClosed();
        }
    }

    @Suspendable
    Object datagramSockets() throws Exception {
        try (DatagramChannel channel = maker.datagramChannel();
                DatagramChannel other = maker.datagramChannel().bind(anyPort())) {
            DatagramSocket socket = channel.socket();
            String got = socket.isBound() + "" + (socket.getChannel() == channel);
            socket.bind(anyPort());
            DatagramPacket packet = new DatagramPacket(new byte[4], 4);
            Tasks.Task<Integer> receiver =
                    tasks.start(
                            () -> {
                                socket.receive(packet);
                                return packet.getLength();
                            });
            receiver.awaitBlocked();
            other.send(bytes(1, 2, 3), channel.getLocalAddress());
            got += receiver.get();
            socket.setSoTimeout(20);
            got += outcome(() -> received(socket, packet));
            socket.close();
            return got + channel.isOpen() + socket.isClosed();
        }
    }

    @Suspendable
    private static String received(DatagramSocket socket, DatagramPacket packet) throws Exception {
        socket.receive(packet);
        return "received";
    }

    /** An ordinary event loop finds its channels by their keys. */
    @Suspendable
    Object selectors() throws Exception {
        try (Selector selector = maker.selector();
                ServerSocketChannel server = maker.serverChannel().bind(anyPort());
                SocketChannel client = maker.socketChannel()) {
            String got = outcome(() -> server.register(selector, SelectionKey.OP_ACCEPT));
            server.configureBlocking(false);
            got += outcome(() -> server.register(selector, SelectionKey.OP_READ));
            SelectionKey key = server.register(selector, SelectionKey.OP_ACCEPT, "mine");
            got += (key.channel() == server) + "" + (server.keyFor(selector) == key);
            got += server.isRegistered() + "" + client.isRegistered() + client.keyFor(selector);
            got += outcome(() -> server.configureBlocking(true));
            Tasks.Task<Integer> selecting = tasks.start(() -> selector.select());
            client.connect(server.getLocalAddress());
            got += selecting.get();
            SocketChannel served = ((ServerSocketChannel) key.channel()).accept();
            served.configureBlocking(false);
            SelectionKey second = served.register(selector, SelectionKey.OP_READ);
            client.write(bytes(1, 2));
            selector.selectedKeys().clear();
            got += selector.select(60_000) + "" + second.isReadable() + key.attachment();
            got += ((SocketChannel) second.channel()).read(bytes(0, 0, 0));
            second.cancel();
            selector.selectNow();
            served.configureBlocking(true);
            client.shutdownOutput();
            got += served.read(bytes(0)) + "" + served.isRegistered();
            served.close();
            return got + server.validOps() + selector.keys().size();
        }
    }
}
