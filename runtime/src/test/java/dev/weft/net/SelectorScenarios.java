package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** As {@link ChannelScenarios}: what a selector does, and when it returns. */
final class SelectorScenarios extends ChannelScenarios {
    SelectorScenarios(Maker maker, Tasks tasks) {
        super(maker, tasks);
    }

    /** A pipe whose source is registered. */
    private static final class Watched implements AutoCloseable {
        final Selector selector;
        final Pipe pipe;
        final SelectionKey key;

        Watched(Maker maker) throws Exception {
            selector = maker.selector();
            pipe = maker.pipe();
            pipe.source().configureBlocking(false);
            key = pipe.source().register(selector, SelectionKey.OP_READ);
        }

        @Suspendable
        void write(int... values) throws Exception {
            pipe.sink().write(bytes(values));
        }

        @Suspendable
        int drain() throws Exception {
            return pipe.source().read(ByteBuffer.allocate(100));
        }

        @Override
        public void close() throws IOException {
            selector.close();
            pipe.source().close();
            pipe.sink().close();
        }
    }

    @Suspendable
    Object wakeups() throws Exception {
        try (Watched w = new Watched(maker)) {
            w.selector.wakeup();
            w.selector.wakeup();
            String got = w.selector.select() + " " + w.selector.select(1);
            w.selector.wakeup();
            got += w.selector.selectNow() + " " + w.selector.select(1);
            Tasks.Task<Integer> task = tasks.start(() -> w.selector.select());
            task.awaitBlocked();
            got += (w.selector.wakeup() == w.selector) + " " + task.get();
            Tasks.Task<Integer> timed = tasks.start(() -> w.selector.select(3_600_000));
            timed.awaitBlocked();
            w.selector.wakeup();
            got += timed.get() + " ";
            Tasks.Task<Integer> read = tasks.start(() -> w.selector.select(3_600_000));
            read.awaitBlocked();
            w.write(1);
            return got + read.get() + w.selector.selectedKeys().contains(w.key);
        }
    }

    @Suspendable
    Object closes() throws Exception {
        Watched w = new Watched(maker);
        Tasks.Task<Integer> task = tasks.start(() -> w.selector.select());
        task.awaitBlocked();
        w.selector.close();
        String got = outcome(task::get) + w.selector.isOpen() + w.key.isValid();
        got += outcome(() -> w.selector.keys()) + outcome(() -> w.selector.selectedKeys());
        got += outcome(() -> w.selector.select()) + outcome(() -> w.selector.selectNow());
        got += outcome(() -> w.selector.select(1)) + outcome(() -> w.selector.select(k -> {}));
        got += outcome(() -> w.selector.wakeup() == w.selector) + outcome(w.key::interestOps);
        got += outcome(() -> w.pipe.source().register(w.selector, SelectionKey.OP_READ));
        got += w.pipe.source().isRegistered() + " " + w.pipe.source().keyFor(w.selector);
        w.pipe.source().configureBlocking(true);
        w.close();
        return got;
    }

    @Suspendable
    Object interrupts() throws Exception {
        try (Watched w = new Watched(maker)) {
            Tasks.Task<String> task =
                    tasks.start(() -> w.selector.select() + " " + tasks.interrupted());
            task.awaitBlocked();
            task.interrupt();
            String got = task.get() + w.selector.isOpen() + w.key.isValid();
            Tasks.Task<String> before =
                    tasks.start(
                            () -> {
                                tasks.interruptSelf();
                                int n = w.selector.select();
                                int again = w.selector.select(3_600_000);
                                return n + " " + again + tasks.interrupted();
                            });
            got += before.get();
            w.write(1);
            Tasks.Task<String> ready =
                    tasks.start(
                            () -> {
                                tasks.interruptSelf();
                                return w.selector.select() + " " + tasks.interrupted();
                            });
            return got + ready.get();
        }
    }

    @Suspendable
    Object cancels() throws Exception {
        try (Watched w = new Watched(maker)) {
            w.key.cancel();
            w.key.cancel();
            String got = w.key.isValid() + "" + w.selector.keys().size();
            got += outcome(w.key::interestOps) + outcome(() -> w.key.interestOps(0));
            got += outcome(w.key::readyOps) + outcome(w.key::isReadable);
            got += outcome(() -> w.pipe.source().register(w.selector, SelectionKey.OP_READ));
            got += w.pipe.source().isRegistered() + "" + (w.key.channel() == w.pipe.source());
            got += outcome(() -> w.pipe.source().configureBlocking(true).isBlocking());
            w.pipe.source().configureBlocking(false);
            got += w.selector.selectNow() + "" + w.selector.keys().isEmpty();
            got += w.pipe.source().isRegistered() + "" + (w.key.selector() == w.selector);
            SelectionKey second = w.pipe.source().register(w.selector, SelectionKey.OP_READ, "b");
            w.write(1);
            got += w.selector.select() + "" + second.isReadable() + second.attachment();
            second.cancel();
            got += w.selector.selectedKeys().size() + "" + w.selector.selectNow();
            got += w.selector.selectedKeys().size() + " ";
            SelectionKey third = w.pipe.source().register(w.selector, SelectionKey.OP_READ);
            w.drain();
            Tasks.Task<Integer> task = tasks.start(() -> w.selector.select());
            task.awaitBlocked();
            w.pipe.source().close();
            got += third.isValid();
            w.selector.wakeup();
            return got + task.get() + w.selector.keys().size();
        }
    }

    /** A key counts when it is added, or when its ready set grows. */
    @Suspendable
    Object counts() throws Exception {
        try (Selector selector = maker.selector();
                Ends e = ends()) {
            e.client.configureBlocking(false);
            SelectionKey key = e.client.register(selector, SelectionKey.OP_READ);
            e.served.write(bytes(1));
            String got = selector.select() + "" + selector.select() + selector.selectNow();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            got += " " + key.readyOps() + selector.select() + key.readyOps() + selector.select();
            e.client.read(ByteBuffer.allocate(9));
            key.interestOps(SelectionKey.OP_READ);
            got += " " + selector.select(1) + key.readyOps() + selector.selectedKeys().size();
            selector.selectedKeys().clear();
            Tasks.Task<Integer> task = tasks.start(() -> selector.select());
            task.awaitBlocked();
            e.served.write(bytes(1));
            got += " " + task.get() + key.readyOps() + key.isWritable();
            key.interestOps(0);
            selector.selectedKeys().clear();
            return got + selector.select(1) + outcome(() -> key.interestOps(16));
        }
    }

    @Suspendable
    Object actions() throws Exception {
        try (Watched w = new Watched(maker)) {
            List<Object> seen = new ArrayList<>();
            String got = w.selector.select(seen::add, 1) + "" + w.selector.selectNow(seen::add);
            Tasks.Task<Integer> task = tasks.start(() -> w.selector.select(seen::add));
            task.awaitBlocked();
            w.write(1);
            got += task.get() + "" + (seen.remove(0) == w.key) + w.selector.selectedKeys().size();
            got += w.selector.select(seen::add, 60_000) + "" + seen.size() + w.key.readyOps();
            got += outcome(() -> w.selector.select(k -> nest(w.selector))) + " ";
            got += outcome(() -> w.selector.select(k -> nestNow(w.selector)));
            got += outcome(() -> w.selector.selectNow(k -> nestNow(w.selector)));
            got += outcome(() -> w.selector.select(null)) + outcome(() -> w.selector.select(-1));
            got += outcome(() -> w.selector.select(null, 1));
            got += outcome(() -> w.selector.select(seen::add, -1));
            got += outcome(() -> w.selector.select(SelectionKey::cancel)) + w.key.isValid();
            w.selector.selectNow();
            w.pipe.source().register(w.selector, SelectionKey.OP_READ);
            return got + outcome(() -> w.selector.select(k -> close(w.selector)));
        }
    }

    private static void nest(Selector selector) {
        throwing(() -> selector.select());
    }

    private static void nestNow(Selector selector) {
        throwing(() -> selector.selectNow());
    }

    private static void close(Selector selector) {
        throwing(
                () -> {
                    selector.close();
                    return null;
                });
    }

    private static void throwing(java.util.concurrent.Callable<?> call) {
        try {
            call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Suspendable
    Object sets() throws Exception {
        try (Watched w = new Watched(maker);
                DatagramChannel channel = maker.datagramChannel().bind(anyPort())) {
            channel.configureBlocking(false);
            SelectionKey second = channel.register(w.selector, SelectionKey.OP_WRITE);
            String got = w.selector.keys().size() + "" + w.selector.keys().contains(w.key);
            got += outcome(() -> w.selector.keys().remove(w.key));
            got += outcome(() -> w.selector.keys().add(w.key));
            got += outcome(() -> clear(w.selector.keys()));
            got += w.selector.select();
            got += outcome(() -> w.selector.selectedKeys().add(w.key));
            got += w.selector.selectedKeys().contains(w.key) + "";
            got += w.selector.selectedKeys().remove(w.key);
            Iterator<SelectionKey> all = w.selector.selectedKeys().iterator();
            got += (all.next() == second) + "" + all.hasNext() + second.isWritable();
            all.remove();
            got += w.selector.selectedKeys().isEmpty() + "" + w.selector.select();
            got += w.selector.selectedKeys().remove(second);
            return got + w.selector.selectedKeys().size() + w.selector.provider().getClass();
        }
    }

    @Suspendable
    private static Object clear(java.util.Set<SelectionKey> keys) {
        keys.clear();
        return "cleared";
    }

    /** What changes during a selection counts from the next on, at the latest. */
    @Suspendable
    Object changes() throws Exception {
        try (Watched w = new Watched(maker);
                Ends e = ends()) {
            Tasks.Task<Integer> task = tasks.start(() -> w.selector.select());
            task.awaitBlocked();
            w.key.interestOps(0);
            w.selector.wakeup();
            String got = task.get() + " ";
            w.write(1);
            got += w.selector.select(1);
            Tasks.Task<Integer> second = tasks.start(() -> w.selector.select());
            second.awaitBlocked();
            e.client.configureBlocking(false);
            SelectionKey key = e.client.register(w.selector, SelectionKey.OP_WRITE);
            w.selector.wakeup();
            second.get();
            w.selector.selectedKeys().clear();
            got += " " + w.selector.select() + key.isWritable();
            w.key.interestOps(SelectionKey.OP_READ);
            w.selector.selectedKeys().clear();
            got += w.selector.select() + "" + w.key.isReadable();
            key.interestOpsOr(SelectionKey.OP_READ);
            return got + key.interestOps() + key.interestOpsAnd(SelectionKey.OP_READ);
        }
    }

    /** One loop connects, accepts and echoes. */
    @Suspendable
    Object loop() throws Exception {
        try (Selector selector = maker.selector();
                ServerSocketChannel server = maker.serverChannel().bind(anyPort());
                SocketChannel client = maker.socketChannel()) {
            server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
            client.configureBlocking(false);
            client.connect(server.getLocalAddress());
            client.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.allocate(100));
            ByteBuffer back = (ByteBuffer) client.keyFor(selector).attachment();
            while (back.hasRemaining()) {
                selector.select();
                for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
                    turn(key, selector);
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : List.copyOf(selector.keys())) {
                key.channel().close();
            }
            return text(back) + selector.selectNow() + selector.keys().size();
        }
    }

    @Suspendable
    private static void turn(SelectionKey key, Selector selector) throws Exception {
        if (key.isAcceptable()) {
            SocketChannel accepted = ((ServerSocketChannel) key.channel()).accept();
            accepted.configureBlocking(false).register(selector, SelectionKey.OP_READ);
        } else if (key.isConnectable()) {
            ((SocketChannel) key.channel()).finishConnect();
            key.interestOps(SelectionKey.OP_WRITE);
        } else if (key.isWritable()) {
            ((SocketChannel) key.channel()).write(bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
            key.interestOps(SelectionKey.OP_READ);
        } else if (key.attachment() == null) {
            ByteBuffer buffer = ByteBuffer.allocate(5);
            ((SocketChannel) key.channel()).read(buffer);
            buffer.flip();
            ((SocketChannel) key.channel()).write(buffer);
        } else {
            ByteBuffer back = (ByteBuffer) key.attachment();
            ((SocketChannel) key.channel()).read(back);
            boolean turns = back.position() % 10 == 0 && back.hasRemaining();
            key.interestOps(turns ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    /** Two at once take turns: the second begins when the first has ended. */
    @Suspendable
    Object two() throws Exception {
        try (Watched w = new Watched(maker)) {
            Tasks.Task<Integer> first = tasks.start(() -> w.selector.select());
            first.awaitBlocked();
            Tasks.Task<Integer> second = tasks.start(() -> w.selector.select(3_600_000));
            w.write(1);
            String got = first.get() + " ";
            second.get(); // 0 or 1: may have come in before the first
            w.drain();
            w.selector.selectedKeys().clear();
            return got + w.selector.select(1);
        }
    }
}
