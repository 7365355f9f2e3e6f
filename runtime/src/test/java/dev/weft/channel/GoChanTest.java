package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scenarios of Go's chan_test.go and chanbarrier_test.go, in code of our own; docs/testing.md
 * maps the names.
 */
@Timeout(120)
class GoChanTest {
    /** TestChan, first part: an empty channel makes a receiver wait, a full one a sender. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void chanBlocksWhenEmptyAndWhenFull(Both how) throws Exception {
        for (int capacity : new int[] {0, 1, 2, 7, 50, 199}) {
            Channel<Integer> empty = Channel.buffered(capacity);
            AtomicInteger received = new AtomicInteger();
            how.run(
                    List.of(
                            () -> {
                                received.addAndGet(empty.receive());
                                received.addAndGet(empty.receive());
                                return null;
                            },
                            () -> {
                                assertEquals(0, received.get());
                                assertNull(empty.poll(1, TimeUnit.MICROSECONDS));
                                empty.send(1);
                                empty.send(2);
                                return null;
                            }));
            assertEquals(3, received.get());
            Channel<Integer> full = Channel.buffered(capacity);
            for (int i = 0; i < capacity; i++) {
                full.send(i);
                assertEquals(i + 1, full.length());
            }
            assertEquals(SendResult.FULL, full.trySend(-1));
            assertEquals(SendResult.FULL, full.trySend(-1, 1, TimeUnit.MICROSECONDS));
            assertEquals(capacity, full.capacity());
            List<Object> results =
                    how.run(
                            List.of(
                                    Bodies.sendRange(full, capacity, capacity + 100),
                                    Bodies.receive(full, capacity + 100)));
            assertEquals(ChannelTest.range(0, capacity + 100), results.get(1));
        }
    }

    /** TestChan, second part: a closed channel gives what is left, then the end, for ever. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void chanDrainsAfterClose(Both how) throws Exception {
        for (int capacity = 0; capacity < 200; capacity += 7) {
            Channel<Integer> c = Channel.buffered(capacity);
            for (int i = 0; i < capacity; i++) {
                c.send(i);
            }
            c.close();
            List<Object> results = how.run(List.of(Bodies.drain(c), () -> null));
            assertEquals(ChannelTest.range(0, capacity), results.get(0));
            assertNull(c.receiveOrNull());
            assertTrue(c.tryReceive().isClosed());
        }
    }

    /** TestChan, third part: four senders, four receivers, each value counted. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void chanCountsFourByFour(Both how) throws Exception {
        for (int capacity : new int[] {0, 1, 10, 199}) {
            int each = how == Both.THREADS ? 200 : 1000;
            Channel<Integer> c = Channel.buffered(capacity);
            AtomicIntegerArray seen = new AtomicIntegerArray(each);
            List<SuspendableCallable<Object>> bodies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                bodies.add(Bodies.sendRange(c, 0, each));
                bodies.add(
                        () -> {
                            for (int n = 0; n < each; n++) {
                                seen.incrementAndGet(c.receive());
                            }
                            return null;
                        });
            }
            how.run(bodies);
            for (int i = 0; i < each; i++) {
                assertEquals(4, seen.get(i));
            }
            assertEquals(0, c.length());
        }
    }

    /**
     * TestNonblockRecvRace: a channel that is closed, or about to be, never looks merely empty once
     * it is closed.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void nonblockRecvRace(Both how) throws Exception {
        for (int round = 0; round < 1000; round++) {
            Channel<Integer> c = Channel.buffered(1);
            c.send(1);
            List<Object> results =
                    how.run(
                            List.of(
                                    () -> {
                                        Select select = Select.fair();
                                        select.receive(c);
                                        SelectCase nothing = select.otherwise();
                                        return select.select() == nothing;
                                    },
                                    () -> {
                                        c.close();
                                        return c.poll();
                                    }));
            assertEquals(false, results.get(0));
        }
    }

    /** TestNonblockSelectRace2: the same with a close in place of a send. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void nonblockSelectRace2(Both how) throws Exception {
        for (int round = 0; round < 1000; round++) {
            Channel<Integer> a = Channel.buffered(1);
            Channel<Integer> b = Channel.rendezvous();
            a.send(1);
            Select select = Select.fair();
            select.receive(a);
            select.receive(b);
            SelectCase nothing = select.otherwise();
            List<Object> results =
                    how.run(
                            List.of(
                                    select::select,
                                    () -> {
                                        b.close();
                                        a.poll();
                                        return null;
                                    }));
            assertNotSame(nothing, results.get(0));
        }
    }

    /**
     * TestSelectStress: ten workers on four channels, by single operations and by selects that
     * switch cases off.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void selectStress(Both how) throws Exception {
        int n = how == Both.THREADS ? 500 : 20_000;
        List<Channel<Integer>> channels =
                List.of(
                        Channel.rendezvous(),
                        Channel.rendezvous(),
                        Channel.buffered(2),
                        Channel.buffered(3));
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (Channel<Integer> c : channels) {
            bodies.add(Bodies.sendRange(c, 0, n));
            bodies.add(
                    () -> {
                        for (int i = 0; i < n; i++) {
                            c.receive();
                        }
                        return null;
                    });
        }
        bodies.add(() -> sendToAll(channels, n));
        bodies.add(() -> receiveFromAll(channels, n));
        List<Object> results = how.run(bodies);
        assertEquals(4 * n, results.get(8));
        assertEquals(4 * n, results.get(9));
    }

    @Suspendable
    private static Object sendToAll(List<Channel<Integer>> channels, int n) {
        Select select = Select.fair();
        List<SendCase<Integer>> cases = new ArrayList<>();
        for (Channel<Integer> c : channels) {
            SendCase<Integer> to = select.send(c);
            to.offer(0);
            cases.add(to);
        }
        int[] count = new int[cases.size()];
        int all = 0;
        while (all < 4 * n) {
            int chosen = select.select().index();
            all++;
            if (++count[chosen] == n) {
                cases.get(chosen).enable(false);
            } else {
                cases.get(chosen).offer(count[chosen]);
            }
        }
        return all;
    }

    @Suspendable
    private static Object receiveFromAll(List<Channel<Integer>> channels, int n) {
        Select select = Select.fair();
        List<ReceiveCase<Integer>> cases = new ArrayList<>();
        for (Channel<Integer> c : channels) {
            cases.add(select.receive(c));
        }
        int[] count = new int[cases.size()];
        int all = 0;
        while (all < 4 * n) {
            int chosen = select.select().index();
            all++;
            if (++count[chosen] == n) {
                cases.get(chosen).enable(false);
            }
        }
        return all;
    }

    /**
     * TestSelectFairness: two channels that always have something are received from equally often,
     * within 10 sigma.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void selectFairness(Both how) throws Exception {
        int trials = 10_000;
        Channel<Integer> a = Channel.buffered(trials + 1);
        Channel<Integer> b = Channel.buffered(trials + 1);
        Channel<Integer> other = Channel.rendezvous();
        for (int i = 0; i < trials + 1; i++) {
            a.send(1);
            b.send(2);
        }
        Channel<Integer> out = Channel.rendezvous();
        Channel<Integer> done = Channel.rendezvous();
        List<Object> results =
                how.run(
                        List.of(
                                () -> forward(a, b, other, out, done),
                                () -> countOnes(out, done, trials)));
        double sigma = Math.sqrt(trials * 0.25);
        assertEquals(trials / 2.0, (int) results.get(1), 10 * sigma);
    }

    @Suspendable
    private static Object forward(
            Channel<Integer> a,
            Channel<Integer> b,
            Channel<Integer> other,
            Channel<Integer> out,
            Channel<Integer> done) {
        Select from = Select.fair();
        ReceiveCase<Integer> fromOther = from.receive(other);
        ReceiveCase<Integer> fromA = from.receive(a);
        ReceiveCase<Integer> fromB = from.receive(b);
        Select to = Select.fair();
        SendCase<Integer> sent = to.send(out);
        ReceiveCase<Integer> end = to.receive(done);
        while (true) {
            SelectCase chosen = from.select();
            assertNotSame(fromOther, chosen);
            sent.offer(chosen == fromA ? fromA.take() : fromB.take());
            if (to.select() == end) {
                return null;
            }
        }
    }

    @Suspendable
    private static Object countOnes(Channel<Integer> out, Channel<Integer> done, int trials) {
        int ones = 0;
        for (int i = 0; i < trials; i++) {
            ones += out.receive() == 1 ? 1 : 0;
        }
        done.close();
        return ones;
    }

    /** TestChanSendInterface: elements of an interface type, whatever their class. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void chanSendInterface(Both how) throws Exception {
        Channel<CharSequence> c = Channel.buffered(1);
        Select select = Select.fair();
        SendCase<CharSequence> one = select.send(c);
        SendCase<CharSequence> two = select.send(c);
        SelectCase otherwise = select.otherwise();
        c.send(new StringBuilder("first"));
        one.offer("second");
        two.offer(new StringBuffer("third"));
        assertSame(otherwise, select.select());
        List<Object> results = how.run(List.of(() -> c.receive().toString(), () -> null));
        assertEquals("first", results.get(0));
        assertTrue(select.select() != otherwise);
    }
}
