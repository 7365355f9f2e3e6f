package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.sync.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios of Go's chan_test.go and chanbarrier_test.go, in code of our own; docs/testing.md maps the names. */
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
                    how.run(List.of(Bodies.sendRange(full, capacity, capacity + 100), Bodies.receive(full, capacity + 100)));
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

    /** TestNonblockRecvRace: a channel that is closed, or about to be, never looks merely empty once it is closed. */
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

    /** TestSelectStress: ten workers on four channels, by single operations and by selects that switch cases off. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void selectStress(Both how) throws Exception {
        int n = how == Both.THREADS ? 500 : 20_000;
        List<Channel<Integer>> channels =
                List.of(Channel.rendezvous(), Channel.rendezvous(), Channel.buffered(2), Channel.buffered(3));
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

    /** TestSelectFairness: two channels that always have something are received from equally often, within 10 sigma. */
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
                how.run(List.of(() -> forward(a, b, other, out, done), () -> countOnes(out, done, trials)));
        double sigma = Math.sqrt(trials * 0.25);
        assertEquals(trials / 2.0, (int) results.get(1), 10 * sigma);
    }

    @Suspendable
    private static Object forward(
            Channel<Integer> a, Channel<Integer> b, Channel<Integer> other, Channel<Integer> out, Channel<Integer> done) {
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

    /** TestMultiConsumer: 23 workers on 271,828 items, then a cascade of closes. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void multiConsumer(Both how) throws Exception {
        int workers = 23;
        int n = how == Both.THREADS ? 20_000 : 271_828;
        int[] primes = {2, 3, 7, 11, 13, 17, 19, 23, 27, 31};
        Channel<Integer> work = Channel.buffered(workers * 3);
        Channel<Integer> results = Channel.buffered(workers * 3);
        WaitGroup group = new WaitGroup();
        group.add(workers);
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            bodies.add(
                    () -> {
                        for (int value : work) {
                            results.send(value);
                        }
                        group.done();
                        return null;
                    });
        }
        long expected = 0;
        for (int i = 0; i < n; i++) {
            expected += primes[i % primes.length];
        }
        bodies.add(
                () -> {
                    for (int i = 0; i < n; i++) {
                        work.send(primes[i % primes.length]);
                    }
                    work.close();
                    group.await();
                    results.close();
                    return null;
                });
        bodies.add(
                () -> {
                    long[] sumAndCount = new long[2];
                    for (int value : results) {
                        sumAndCount[0] += value;
                        sumAndCount[1]++;
                    }
                    return sumAndCount;
                });
        long[] got = (long[]) how.run(bodies).get(workers + 1);
        assertEquals(n, got[1]);
        assertEquals(expected, got[0]);
    }

    /** TestSelectDuplicateChannel: a select that names a channel twice takes itself out of its queue once. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void selectDuplicateChannel(Both how) throws Exception {
        Channel<Integer> c = Channel.rendezvous();
        Channel<Integer> d = Channel.rendezvous();
        Channel<Integer> e = Channel.rendezvous();
        List<Object> results =
                how.run(
                        List.of(
                                () -> {
                                    Select select = Select.fair();
                                    ReceiveCase<Integer> first = select.receive(c);
                                    select.receive(d);
                                    ReceiveCase<Integer> again = select.receive(c);
                                    SelectCase chosen = select.select();
                                    assertTrue(chosen == first || chosen == again);
                                    e.send(9);
                                    return ((ReceiveCase<?>) chosen).value();
                                },
                                () -> e.receive(),
                                () -> {
                                    c.send(7);
                                    return null;
                                }));
        assertEquals(7, results.get(0));
        assertEquals(9, results.get(1));
        assertEquals(0, c.balance() + d.balance() + e.balance());
    }

    /**
     * TestShrinkStackDuringBlockedSend, TestNoShrinkStackWhileParking, TestSelectStackAdjust: what waits deep down a stack
     * survives collections while it waits, operands and frames alike.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void deepFramesSurviveCollectionsWhileParked(Both how) throws Exception {
        Channel<String> c = Channel.rendezvous();
        Channel<Integer> never = Channel.rendezvous();
        int n = 20;
        List<Object> results =
                how.run(
                        List.of(
                                () -> {
                                    long sum = 0;
                                    for (int i = 1; i <= n; i++) {
                                        sum += deep(i * 10, c, never, "v" + i);
                                    }
                                    return sum;
                                },
                                () -> {
                                    StringBuilder all = new StringBuilder();
                                    for (int i = 1; i <= n; i++) {
                                        System.gc();
                                        all.append(c.receive());
                                    }
                                    return all.toString();
                                }));
        long expected = 0;
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= n; i++) {
            for (int d = i * 10; d > 0; d--) {
                expected += d;
            }
            text.append("v").append(i);
        }
        assertEquals(expected, results.get(0));
        assertEquals(text.toString(), results.get(1));
    }

    @Suspendable
    private static long deep(int depth, Channel<String> c, Channel<Integer> never, String value) {
        if (depth > 0) {
            int[] local = {depth};
            long below = deep(depth - 1, c, never, value);
            return below + local[0];
        }
        if (value.length() % 2 == 0) {
            c.send(value);
        } else {
            Select select = Select.fair();
            select.receive(never);
            select.send(c).offer(value);
            select.select();
        }
        return 0;
    }

    /** TestChanSendBarrier, TestChanSendSelectBarrier: fresh objects through channels while the collector runs. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void chanBarriers(Both how) throws Exception {
        int pairs = how == Both.THREADS ? 8 : 50;
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (int p = 0; p < pairs; p++) {
            Channel<Object[]> to = Channel.rendezvous();
            Channel<Object[]> back = Channel.buffered(p % 3);
            boolean selects = p % 2 == 0;
            bodies.add(() -> doubler(to, back));
            bodies.add(() -> barrierClient(to, back, selects));
        }
        bodies.add(
                () -> {
                    for (int i = 0; i < 5; i++) {
                        System.gc();
                        dev.weft.fiber.Weft.yield();
                    }
                    return null;
                });
        List<Object> results = how.run(bodies);
        for (int p = 0; p < pairs; p++) {
            assertEquals(200 * 3, results.get(2 * p + 1));
        }
    }

    @Suspendable
    private static Object doubler(Channel<Object[]> in, Channel<Object[]> out) {
        for (Object[] chain : in) {
            out.send(new Object[] {chain, new Object[] {chain[1]}, "end"});
        }
        return null;
    }

    @Suspendable
    private static Object barrierClient(Channel<Object[]> to, Channel<Object[]> back, boolean selects) {
        int links = 0;
        for (int i = 0; i < 200; i++) {
            Object[] chain = {new int[] {i}, String.valueOf(i)};
            if (selects) {
                Select select = Select.fair();
                select.receive(back).enable(false);
                select.send(to).offer(chain);
                select.select();
            } else {
                to.send(chain);
            }
            Object[] got = back.receive();
            assertSame(chain, got[0]);
            assertEquals(String.valueOf(i), ((Object[]) got[1])[0]);
            assertEquals(i, ((int[]) chain[0])[0]);
            links += got.length;
        }
        to.close();
        return links;
    }
}
