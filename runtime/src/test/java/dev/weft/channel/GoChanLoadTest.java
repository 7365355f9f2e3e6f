package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.sync.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenarios of Go's chan_test.go with many workers, deep frames and collections. Go's code is not
 * used.
 */
@Timeout(120)
class GoChanLoadTest {
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

    /**
     * TestSelectDuplicateChannel: a select that names a channel twice takes itself out of its queue
     * once.
     */
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
     * TestShrinkStackDuringBlockedSend, TestNoShrinkStackWhileParking, TestSelectStackAdjust: what
     * waits deep down a stack survives collections while it waits, operands and frames alike.
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

    /**
     * TestChanSendBarrier, TestChanSendSelectBarrier: fresh objects through channels while the
     * collector runs.
     */
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
    private static Object barrierClient(
            Channel<Object[]> to, Channel<Object[]> back, boolean selects) {
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
