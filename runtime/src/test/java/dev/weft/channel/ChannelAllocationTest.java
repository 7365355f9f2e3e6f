package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Channels and selects allocate nothing in a steady state, waits included; also while the code is
 * interpreted, hence not by luck of the compiler's. On one thread, whose bytes the JVM counts.
 */
@Timeout(120)
class ChannelAllocationTest {
    private static final int FIRST = 1_000;
    private static final int VALUES = 20_000;

    /**
     * What a measurement itself, a class that is initialised and a JIT compilation in between may
     * cost (2,016 bytes were seen): less than the smallest object for every 64th value.
     */
    private static final long NOISE = VALUES / 4;

    private static final Integer VALUE = 7;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeEach
    void supported() {
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count");
        threads.setThreadAllocatedMemoryEnabled(true);
    }

    /** Receives so many, and checks what the later ones cost. */
    @Suspendable
    private void receive(ReceiveChannel<Integer> from) {
        long before = 0;
        for (int i = 0; i < FIRST + VALUES; i++) {
            before = i == FIRST ? allocated() : before;
            assertEquals(VALUE, from.receive());
        }
        assertNothing(before);
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private void assertNothing(long before) {
        long bytes = allocated() - before;
        assertTrue(bytes <= NOISE, bytes + " bytes allocated by " + VALUES + " values");
    }

    @Test
    void rendezvous() {
        Both.on(Scheduler.singleThreaded(), () -> passBy(Channel.rendezvous()));
    }

    @Test
    void buffered() {
        Both.on(Scheduler.singleThreaded(), () -> passBy(Channel.buffered(10)));
    }

    @Test
    void confined() {
        Both.on(Scheduler.singleThreaded(), () -> passBy(Channel.confined(0)));
    }

    @Suspendable
    private void passBy(Channel<Integer> channel) {
        Fiber<Void> sender =
                Weft.go(
                        () -> {
                            for (int i = 0; i < FIRST + VALUES; i++) {
                                channel.send(VALUE);
                            }
                        });
        receive(channel);
        sender.join();
    }

    /** Selects that find a case ready, and that take the default. */
    @Test
    void readySelects() {
        Channel<Integer> a = Channel.buffered(1);
        Channel<Integer> b = Channel.buffered(1);
        Select select = Select.fair();
        ReceiveCase<Integer> from = select.receive(a);
        SendCase<Integer> to = select.send(b);
        SelectCase nothing = select.otherwise();
        Both.on(Scheduler.singleThreaded(), () -> selectReady(select, from, to, nothing, a, b));
    }

    @Suspendable
    private void selectReady(
            Select select,
            ReceiveCase<Integer> from,
            SendCase<Integer> to,
            SelectCase nothing,
            Channel<Integer> a,
            Channel<Integer> b) {
        long before = 0;
        for (int i = 0; i < FIRST + VALUES; i++) {
            before = i == FIRST ? allocated() : before;
            a.send(VALUE);
            to.offer(VALUE);
            for (int k = 0; k < 2; k++) {
                SelectCase chosen = select.select();
                if (chosen == from) {
                    assertEquals(VALUE, from.take());
                    from.enable(false);
                } else {
                    assertEquals(to, chosen);
                    to.enable(false);
                }
            }
            assertEquals(nothing, select.select());
            assertEquals(VALUE, b.receive());
            from.enable(true);
            to.enable(true);
        }
        assertNothing(before);
    }

    /** Selects that wait, on both sides. */
    @Test
    void waitingSelects() {
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> a = Channel.rendezvous();
                    Channel<Integer> b = Channel.rendezvous();
                    Fiber<Void> sender = Weft.go(() -> sendEither(a, b));
                    receiveEither(a, b);
                    sender.join();
                });
    }

    @Suspendable
    private static void sendEither(Channel<Integer> a, Channel<Integer> b) {
        Select select = Select.fair();
        SendCase<Integer> toA = select.send(a);
        SendCase<Integer> toB = select.send(b);
        for (int i = 0; i < FIRST + VALUES; i++) {
            toA.offer(VALUE);
            toB.offer(VALUE);
            select.select();
        }
    }

    @Suspendable
    private void receiveEither(Channel<Integer> a, Channel<Integer> b) {
        Select select = Select.fair();
        ReceiveCase<Integer> fromA = select.receive(a);
        ReceiveCase<Integer> fromB = select.receive(b);
        long before = 0;
        for (int i = 0; i < FIRST + VALUES; i++) {
            before = i == FIRST ? allocated() : before;
            assertEquals(VALUE, select.select() == fromA ? fromA.take() : fromB.take());
        }
        assertNothing(before);
    }
}
