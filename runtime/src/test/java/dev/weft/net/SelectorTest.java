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
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selectors of woven code beside the JDK's, and what they cost. */
@Timeout(120)
class SelectorTest {
    private static final int IDLE = 20;

    /** One scenario. */
    interface Scenario {
        @Suspendable
        Object run(SelectorScenarios s) throws Exception;
    }

    /** All of them, by name. */
    enum All {
        WAKEUPS(SelectorScenarios::wakeups),
        CLOSES(SelectorScenarios::closes),
        INTERRUPTS(SelectorScenarios::interrupts),
        CANCELS(SelectorScenarios::cancels),
        COUNTS(SelectorScenarios::counts),
        ACTIONS(SelectorScenarios::actions),
        SETS(SelectorScenarios::sets),
        CHANGES(SelectorScenarios::changes),
        LOOP(SelectorScenarios::loop),
        TWO(SelectorScenarios::two);

        private final Scenario scenario;

        All(Scenario scenario) {
            this.scenario = scenario;
        }

        @Suspendable
        Object run(ChannelScenarios.Maker maker, Tasks tasks) throws Exception {
            return scenario.run(new SelectorScenarios(maker, tasks));
        }
    }

    /** The runtime's selectors with channels that code which is not woven has opened. */
    private static final class ForeignChannels implements ChannelScenarios.Maker {
        private final ChannelScenarios.Maker plain = new UnwovenBodies();

        @Override
        public SocketChannel socketChannel() throws IOException {
            return plain.socketChannel();
        }

        @Override
        public ServerSocketChannel serverChannel() throws IOException {
            return plain.serverChannel();
        }

        @Override
        public java.nio.channels.DatagramChannel datagramChannel() throws IOException {
            return plain.datagramChannel();
        }

        @Override
        public Pipe pipe() throws IOException {
            return plain.pipe();
        }

        @Override
        public Selector selector() throws IOException {
            return new WovenBodies().selector();
        }
    }

    private enum Kind {
        CARRIER(() -> Scheduler.workStealing(1)),
        CARRIERS(() -> Scheduler.workStealing(2)),
        THREAD(Scheduler::singleThreaded);

        private final Supplier<Scheduler> maker;

        Kind(Supplier<Scheduler> maker) {
            this.maker = maker;
        }
    }

    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameOnThreads(All scenario) throws Exception {
        Object expected = scenario.run(new UnwovenBodies(), Tasks.THREADS);
        assertEquals(expected, scenario.run(new WovenBodies(), Tasks.THREADS));
        assertEquals(expected, scenario.run(new ForeignChannels(), Tasks.THREADS));
    }

    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameInFibers(All scenario) throws Exception {
        Object expected = scenario.run(new UnwovenBodies(), Tasks.THREADS);
        for (Kind kind : Kind.values()) {
            Scheduler scheduler = kind.maker.get();
            Object own = Weft.run(scheduler, () -> scenario.run(new WovenBodies(), Tasks.FIBERS));
            assertEquals(expected, own, kind::toString);
        }
    }

    /** Waiting then takes a helper thread, and the outcome is the same. */
    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameInFibersWithForeignChannels(All scenario) throws Exception {
        Object expected = scenario.run(new UnwovenBodies(), Tasks.THREADS);
        Scheduler scheduler = Scheduler.singleThreaded();
        assertEquals(
                expected,
                Weft.run(scheduler, () -> scenario.run(new ForeignChannels(), Tasks.FIBERS)));
    }

    /**
     * An ordinary NIO echo server, its clients and other fibers, on one carrier or thread. The
     * selectors that nothing comes for would alone take as many threads as the limit. Where the
     * machine lets a carrier wait in its turn the scheduler takes it for stuck and adds another.
     */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void anEchoServerTakesNoThread(Kind kind) throws Exception {
        ThreadGroup group = new ThreadGroup("selectors");
        FutureTask<List<String>> run =
                new FutureTask<>(() -> Weft.run(kind.maker.get(), () -> serve(group, 100)));
        Thread caller = new Thread(group, run, "caller");
        caller.start();
        List<String> most = run.get();
        caller.join();
        assertTrue(most.size() < IDLE, () -> "threads: " + most);
    }

    @Suspendable
    private static List<String> serve(ThreadGroup group, int clients) throws Exception {
        List<Fiber<Integer>> all = new ArrayList<>();
        List<String> most;
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(ChannelScenarios.anyPort(), clients);
            server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
            Fiber<Integer> loop = Weft.go(() -> echo(selector));
            List<Fiber<Integer>> idle = new ArrayList<>();
            for (int i = 0; i < IDLE; i++) {
                idle.add(Weft.go(SelectorTest::selectForLong));
            }
            for (int i = 0; i < clients; i++) {
                all.add(Weft.go(() -> talk(server.getLocalAddress())));
            }
            int echoed = 0;
            most = threads(group);
            for (Fiber<Integer> client : all) {
                echoed += client.join();
                List<String> now = threads(group);
                most = now.size() > most.size() ? now : most;
            }
            assertEquals(clients * 50, echoed);
            for (Fiber<Integer> fiber : idle) {
                fiber.interrupt();
                assertEquals(0, fiber.join());
            }
            loop.cancel();
            assertThrows(CompletionException.class, loop::join);
        }
        return most;
    }

    private static List<String> threads(ThreadGroup group) {
        Thread[] all = new Thread[group.activeCount() + 50];
        int count = group.enumerate(all);
        return Arrays.stream(all, 0, count).map(Thread::getName).collect(Collectors.toList());
    }

    @Suspendable
    private static int selectForLong() throws IOException {
        try (Selector selector = Selector.open()) {
            return selector.select(3_600_000);
        }
    }

    @Suspendable
    private static int echo(Selector selector) throws IOException {
        for (; ; ) {
            selector.select();
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    accept((ServerSocketChannel) key.channel(), selector);
                } else {
                    answer(key);
                }
            }
        }
    }

    @Suspendable
    private static void accept(ServerSocketChannel server, Selector selector) throws IOException {
        SocketChannel channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(64));
        }
    }

    @Suspendable
    private static void answer(SelectionKey key) throws IOException {
        ByteBuffer buffer = (ByteBuffer) key.attachment();
        SocketChannel channel = (SocketChannel) key.channel();
        if (channel.read(buffer.clear()) < 0) {
            channel.close();
            return;
        }
        buffer.flip();
        channel.write(buffer);
    }

    @Suspendable
    private static int talk(SocketAddress address) throws IOException {
        int echoed = 0;
        try (SocketChannel channel = SocketChannel.open(address)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            for (int i = 0; i < 50; i++) {
                channel.write(ByteBuffer.wrap(new byte[] {(byte) i}));
                channel.read(one.clear());
                echoed += one.get(0) == i ? 1 : 0;
            }
        }
        return echoed;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCancelledFiberLeavesTheSelectorAsItWas(Kind kind) {
        Weft.run(
                kind.maker.get(),
                () -> {
                    try (Selector selector = Selector.open()) {
                        Pipe pipe = Pipe.open();
                        pipe.source().configureBlocking(false);
                        pipe.source().register(selector, SelectionKey.OP_READ);
                        Fiber<Integer> fiber = Weft.go(() -> selector.select());
                        while (fiber.state() != Fiber.State.WAITING) {
                            Weft.yield();
                        }
                        fiber.cancel();
                        CompletionException e =
                                assertThrows(CompletionException.class, fiber::join);
                        assertInstanceOf(FiberCancelledException.class, e.getCause());
                        Fiber<Integer> next = Weft.go(() -> selector.select());
                        pipe.sink().write(ByteBuffer.allocate(1));
                        assertEquals(1, next.join());
                        pipe.sink().close();
                        pipe.source().close();
                    }
                    return null;
                });
    }

    /** The action is woven and suspends, on whichever thread. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void anActionMaySuspend(Kind kind) {
        String got =
                Weft.run(
                        kind.maker.get(),
                        () -> {
                            try (Selector selector = Selector.open()) {
                                Pipe pipe = Pipe.open();
                                pipe.source().configureBlocking(false);
                                pipe.source().register(selector, SelectionKey.OP_READ);
                                pipe.sink().write(ByteBuffer.allocate(1));
                                StringBuilder order = new StringBuilder();
                                Fiber<Void> other = Weft.go(() -> note(order));
                                int n = selector.select(key -> yieldFor(other, order));
                                pipe.sink().close();
                                pipe.source().close();
                                return order.append(n).toString();
                            }
                        });
        assertEquals("other, action, 1", got);
    }

    @Suspendable
    private static Void note(StringBuilder order) {
        order.append("other, ");
        return null;
    }

    @Suspendable
    private static void yieldFor(Fiber<Void> other, StringBuilder order) {
        other.join();
        order.append("action, ");
    }

    /** Wake-ups from plain threads that know nothing of fibers, and none may be lost. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void noWakeupIsLost(Kind kind) throws Exception {
        try (Selector selector = Weft.run(kind.maker.get(), () -> Selector.open())) {
            int[] asked = new int[1];
            Object lock = new Object();
            Thread waker =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 20_000; i++) {
                                    synchronized (lock) {
                                        asked[0]++;
                                    }
                                    selector.wakeup();
                                }
                            });
            waker.start();
            Weft.run(
                    kind.maker.get(),
                    () -> {
                        for (int seen = 0; seen < 20_000; ) {
                            selector.select();
                            seen = asked(asked, lock);
                        }
                        return null;
                    });
            waker.join();
        }
    }

    private static int asked(int[] asked, Object lock) {
        synchronized (lock) {
            return asked[0];
        }
    }

    /** A provider's are as those that {@code open} gives. */
    @Test
    void providersGiveTheSame() throws Exception {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    SelectorProvider provider = SelectorProvider.provider();
                    try (Selector selector = provider.openSelector();
                            SocketChannel socket = provider.openSocketChannel();
                            ServerSocketChannel server = provider.openServerSocketChannel()) {
                        assertInstanceOf(FiberSelector.class, selector);
                        assertInstanceOf(FiberSocketChannel.class, socket);
                        assertInstanceOf(FiberServerSocketChannel.class, server);
                    }
                    provider.openDatagramChannel().close();
                    assertInstanceOf(FiberPipe.class, provider.openPipe()).sink().close();
                    return null;
                });
    }
}
