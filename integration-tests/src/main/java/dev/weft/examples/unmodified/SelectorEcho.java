package dev.weft.examples.unmodified;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An echo server as it is written with one loop around a selector, in one thread, and clients in a
 * thread each that talk to it through blocking channels.
 */
public final class SelectorEcho {
    private static final int TURNS = 20;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(64);
    private int open;

    private SelectorEcho() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Until so many clients have come, and the last has gone. */
    private void serve(int clients) {
        try (Selector closed = selector;
                ServerSocketChannel end = server) {
            int come = 0;
            while (come < clients || open > 0) {
                closed.select();
                Iterator<SelectionKey> keys = closed.selectedKeys().iterator();
                while (keys.hasNext()) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    if (key.isAcceptable()) {
                        accept(end.accept());
                        come++;
                    } else {
                        echo((SocketChannel) key.channel());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(SocketChannel client) throws IOException {
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ);
        open++;
    }

    private void echo(SocketChannel client) throws IOException {
        buffer.clear();
        if (client.read(buffer) < 0) {
            client.close();
            open--;
            return;
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            client.write(buffer);
        }
    }

    /** How many of its messages have come back as they were. */
    private static int talk(InetSocketAddress to, int first) {
        int right = 0;
        try (SocketChannel channel = SocketChannel.open(to)) {
            ByteBuffer message = ByteBuffer.allocate(Integer.BYTES);
            for (int i = 0; i < TURNS; i++) {
                message.clear();
                message.putInt(0, first + i);
                channel.write(message);
                message.clear();
                while (message.hasRemaining()) {
                    channel.read(message);
                }
                right += message.getInt(0) == first + i ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return right;
    }

    /**
     * Prints how many messages came back.
     *
     * @param arguments the number of clients
     * @throws Exception when the network fails
     */
    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        SelectorEcho echo = new SelectorEcho();
        InetSocketAddress address = (InetSocketAddress) echo.server.getLocalAddress();
        Thread loop = new Thread(() -> echo.serve(clients));
        loop.start();
        AtomicInteger right = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int first = i * TURNS;
            Thread client = new Thread(() -> right.addAndGet(talk(address, first)));
            client.start();
            all.add(client);
        }
        for (Thread client : all) {
            client.join();
        }
        loop.join();
        System.out.println("echoed " + right + " of " + clients * TURNS);
    }
}
