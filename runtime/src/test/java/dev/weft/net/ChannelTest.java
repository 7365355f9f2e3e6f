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
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The runtime's channels beside the JDK's: from threads and from fibers, everything is the same.
 */
@Timeout(120)
class ChannelTest {
    /** One scenario. */
    interface Scenario {
        @Suspendable
        Object run(ChannelObjectScenarios s) throws Exception;
    }

    /** All of them, by name. */
    enum All {
        ECHO(ChannelScenarios::echo),
        SCATTER_AND_GATHER(ChannelScenarios::scatterAndGather),
        FULL_BUFFERS(ChannelScenarios::fullBuffers),
        END_OF_INPUT(ChannelScenarios::endOfInput),
        STATES(ChannelScenarios::states),
        SERVER_STATES(ChannelScenarios::serverStates),
        REFUSED(ChannelScenarios::refused),
        PORT_IS_FREE(ChannelScenarios::portIsFree),
        CLOSE_WAKES(ChannelScenarios::closeWakes),
        INTERRUPT_WAKES(ChannelScenarios::interruptWakes),
        NON_BLOCKING(ChannelScenarios::nonBlocking),
        DATAGRAMS(ChannelObjectScenarios::datagrams),
        DATAGRAM_STATES(ChannelObjectScenarios::datagramStates),
        PIPES(ChannelObjectScenarios::pipes),
        INTERFACES(ChannelObjectScenarios::interfaces),
        STREAMS(ChannelObjectScenarios::streams),
        SOCKETS(ChannelObjectScenarios::sockets),
        SERVER_SOCKETS(ChannelObjectScenarios::serverSockets),
        DATAGRAM_SOCKETS(ChannelObjectScenarios::datagramSockets),
        SELECTORS(ChannelObjectScenarios::selectors);

        private final Scenario scenario;

        All(Scenario scenario) {
            this.scenario = scenario;
        }

        @Suspendable
        Object run(ChannelScenarios.Maker maker, Tasks tasks) throws Exception {
            return scenario.run(new ChannelObjectScenarios(maker, tasks));
        }
    }

    /** The sockets of JDK 11's channels say nothing of a time-out. */
    private static String text(Object outcome) {
        String text = String.valueOf(outcome);
        return Runtime.version().feature() >= 13
                ? text
                : text.replaceAll("(Read|Accept|Receive) timed out", "null");
    }

    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameOnThreads(All scenario) throws Exception {
        Object expected = scenario.run(new UnwovenBodies(), Tasks.THREADS);
        assertEquals(text(expected), text(scenario.run(new WovenBodies(), Tasks.THREADS)));
    }

    @ParameterizedTest
    @EnumSource(All.class)
    void isTheSameInFibers(All scenario) throws Exception {
        Object expected = scenario.run(new UnwovenBodies(), Tasks.THREADS);
        for (Scheduler scheduler : List.of(Scheduler.workStealing(2), Scheduler.singleThreaded())) {
            Object own = Weft.run(scheduler, () -> scenario.run(new WovenBodies(), Tasks.FIBERS));
            assertEquals(text(expected), text(own), scheduler::toString);
        }
    }

    /** The poller's thread takes the channel from its selector, and then closes the descriptor. */
    @Test
    void aClosedServersPortIsFreeEachTime() throws Exception {
        for (int i = 0; i < 300; i++) {
            Object got = new ChannelObjectScenarios(new WovenBodies(), Tasks.THREADS).portIsFree();
            assertEquals("java.nio.channels.AsynchronousCloseException: nulltrue", got);
        }
    }

    /** Counts the threads of a group of its own, so that what other tests left does not matter. */
    @Test
    void waitingTakesNoThreads() throws Exception {
        ThreadGroup group = new ThreadGroup("channels");
        FutureTask<Integer> run =
                new FutureTask<>(() -> Weft.run(Scheduler.workStealing(1), () -> talk(group, 200)));
        Thread caller = new Thread(group, run, "caller");
        caller.start();
        int most = run.get();
        caller.join();
        assertTrue(most < 20, "threads of one carrier's scheduler: " + most);
    }

    @Suspendable
    private static int talk(ThreadGroup group, int clients) throws Exception {
        List<Fiber<Integer>> readers = new ArrayList<>();
        List<SocketChannel> others = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(ChannelScenarios.anyPort(), clients);
            for (int i = 0; i < clients; i++) {
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                others.add(server.accept());
                readers.add(Weft.go(() -> readAndClose(client)));
            }
        }
        for (Fiber<Integer> reader : readers) {
            while (reader.state() != Fiber.State.WAITING) {
                Weft.yield();
            }
        }
        int threads = group.activeCount();
        int sum = 0;
        for (int i = 0; i < clients; i++) {
            others.get(i).write(ChannelScenarios.bytes(i % 100));
            sum += readers.get(i).join() - i % 100;
            others.get(i).close();
        }
        assertEquals(0, sum);
        return threads;
    }

    @Suspendable
    private static int readAndClose(SocketChannel channel) throws IOException {
        try (SocketChannel c = channel) {
            ByteBuffer one = ByteBuffer.allocate(1);
            c.read(one);
            return one.get(0);
        }
    }

    @Test
    void aCancelledReaderLeavesTheChannelOpen() {
        Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    Pipe pipe = Pipe.open();
                    Fiber<Integer> reader =
                            Weft.go(() -> pipe.source().read(ByteBuffer.allocate(9)));
                    while (reader.state() != Fiber.State.WAITING) {
                        Weft.yield();
                    }
                    reader.cancel();
                    CompletionException e = assertThrows(CompletionException.class, reader::join);
                    assertInstanceOf(FiberCancelledException.class, e.getCause());
                    assertTrue(pipe.source().isOpen());
                    pipe.sink().write(ByteBuffer.allocate(3));
                    assertEquals(3, pipe.source().read(ByteBuffer.allocate(9)));
                    pipe.sink().close();
                    pipe.source().close();
                    return null;
                });
    }
}
