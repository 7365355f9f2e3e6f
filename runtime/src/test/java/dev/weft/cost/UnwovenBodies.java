package dev.weft.cost;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

/** Left out of weaving. */
final class UnwovenBodies implements Body {
    @Override
    public long read(String kind, InputStream in) throws IOException {
        switch (kind) {
            case "readLine":
                return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            case "readInt":
                return numbers(new DataInputStream(new BufferedInputStream(in)));
            case "readObject":
                return objects(new ObjectInputStream(in));
            case "buffered objects":
                return objects(new ObjectInputStream(new BufferedInputStream(in)));
            default:
                return bytes(new GZIPInputStream(in));
        }
    }

    private static long lines(BufferedReader in) throws IOException {
        long n = 0;
        while (in.readLine() != null) {
            n++;
        }
        return n;
    }

    private static long objects(ObjectInputStream in) throws IOException {
        long n = 0;
        try {
            for (; ; n++) {
                in.readObject();
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (EOFException end) {
            return n;
        }
    }

    private static long numbers(DataInputStream in) throws IOException {
        long n = 0;
        int sum = 0;
        try {
            for (; ; n++) {
                sum += in.readInt();
            }
        } catch (EOFException end) {
            return sum == 42 ? n + 1 : n; // so that the sum is used
        }
    }

    private static long bytes(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        long all = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            all += n;
        }
        return all;
    }

    @Override
    public ServerSocketChannel server() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        return server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    }

    @Override
    public Selector selector() throws IOException {
        return Selector.open();
    }

    @Override
    public void echo(ServerSocketChannel server, Selector selector, int count) throws IOException {
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        ByteBuffer buffer = ByteBuffer.allocate(64);
        int done = 0;
        while (done < count) {
            selector.select();
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    SocketChannel channel = server.accept();
                    channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
                } else {
                    done += answer((SocketChannel) key.channel(), buffer);
                }
            }
        }
    }

    private static int answer(SocketChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int n = channel.read(buffer);
        if (n < 0) {
            channel.close();
            return 0;
        }
        buffer.flip();
        channel.write(buffer);
        return n;
    }

    static Pipe open() throws IOException {
        return Pipe.open();
    }

    static InputStream input(Pipe pipe) {
        return Channels.newInputStream(pipe.source());
    }

    /** Clients that have one byte each on its way. */
    static void play(int port, int clients, int turns) {
        try (Selector selector = Selector.open()) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            int sent = 0;
            for (int i = 0; i < clients; i++, sent++) {
                SocketChannel channel = SocketChannel.open(address);
                channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
                channel.write(ByteBuffer.allocate(1));
            }
            ByteBuffer one = ByteBuffer.allocate(1);
            for (int came = 0; came < turns; ) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    SocketChannel channel = (SocketChannel) key.channel();
                    came += channel.read(one.clear());
                    if (sent++ < turns) {
                        channel.write(one.flip());
                    }
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
