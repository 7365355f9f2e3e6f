package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios of Go's own channel tests, each under the name it has there, in code of our own. */
@Timeout(120)
class GoScenariosTest {
    /** doubleselect: of two sends offered together only one happens. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void doubleselect(Both how) throws Exception {
        Channel<Integer> a = Channel.rendezvous();
        Channel<Integer> b = Channel.rendezvous();
        Channel<Integer> merged = Channel.rendezvous();
        int n = how == Both.THREADS ? 3000 : 100_000;
        List<Object> results =
                how.run(
                        List.of(
                                offerBoth(a, b, n),
                                relay(a, merged),
                                relay(b, merged),
                                () -> {
                                    java.util.BitSet seen = new java.util.BitSet();
                                    for (int i = 0; i < n; i++) {
                                        int value = merged.receive();
                                        assertTrue(!seen.get(value), "both cases fired");
                                        seen.set(value);
                                    }
                                    a.close();
                                    b.close();
                                    return seen.cardinality();
                                }));
        assertEquals(n, results.get(3));
    }

    private static SuspendableCallable<Object> offerBoth(
            Channel<Integer> a, Channel<Integer> b, int n) {
        return () -> {
            Select select = Select.fair();
            SendCase<Integer> toA = select.send(a);
            SendCase<Integer> toB = select.send(b);
            for (int i = 0; i < n; i++) {
                toA.offer(i);
                toB.offer(i);
                select.select();
            }
            return null;
        };
    }

    private static SuspendableCallable<Object> relay(
            ReceiveChannel<Integer> from, SendChannel<Integer> to) {
        return () -> {
            for (int value : from) {
                to.send(value);
            }
            return null;
        };
    }

    /**
     * TestNonblockSelectRace: with one of two channels ready at every moment, the default is never
     * taken.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void nonblockSelectRace(Both how) throws Exception {
        for (int round = 0; round < 1000; round++) {
            Channel<Integer> a = Channel.buffered(1);
            Channel<Integer> b = Channel.buffered(1);
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
                                        b.send(1);
                                        a.poll();
                                        return null;
                                    }));
            assertNotSame(nothing, results.get(0));
        }
    }

    /** TestPseudoRandomSend: a receiver that could get either value gets both often. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void pseudoRandomSend(Both how) throws Exception {
        for (int capacity = 0; capacity < 10; capacity += 3) {
            Channel<Integer> c = Channel.buffered(capacity);
            int n = 1000;
            List<Object> results = how.run(List.of(Bodies.receive(c, n), zerosAndOnes(c, n)));
            int ones = ChannelTest.cast(results.get(0)).stream().mapToInt(i -> i).sum();
            assertTrue(ones > n / 10 && ones < n - n / 10, "ones: " + ones);
        }
    }

    private static SuspendableCallable<Object> zerosAndOnes(Channel<Integer> c, int n) {
        return () -> {
            Select select = Select.fair();
            SendCase<Integer> zero = select.send(c);
            SendCase<Integer> one = select.send(c);
            for (int i = 0; i < n; i++) {
                zero.offer(0);
                one.offer(1);
                select.select();
            }
            return null;
        };
    }

    /** sieve1: each prime filters its multiples out of the stream for the next. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void sieve(Both how) throws Exception {
        List<Integer> primes =
                List.of(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71);
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        Channel<Integer> first = Channel.rendezvous();
        bodies.add(
                () -> {
                    for (int i = 2; i < 73; i++) {
                        first.send(i);
                    }
                    first.close();
                    return null;
                });
        Channel<Integer> in = first;
        for (int i = 0; i < primes.size(); i++) {
            Channel<Integer> from = in;
            Channel<Integer> to = Channel.rendezvous();
            bodies.add(() -> filter(from, to));
            in = to;
        }
        bodies.add(Bodies.drain(in));
        List<Object> results = how.run(bodies);
        assertEquals(primes, results.subList(1, primes.size() + 1));
        assertEquals(List.of(), results.get(primes.size() + 1));
    }

    @Suspendable
    private static Object filter(ReceiveChannel<Integer> from, SendChannel<Integer> to) {
        int prime = from.receive();
        for (int value : from) {
            if (value % prime != 0) {
                to.send(value);
            }
        }
        to.close();
        return prime;
    }

    /** goroutines: a long chain is torn down from one end. */
    @ParameterizedTest
    @EnumSource(value = Both.class, names = "THREADS", mode = EnumSource.Mode.EXCLUDE)
    void goroutines(Both how) throws Exception {
        int n = 10_000;
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        Channel<Integer> leftmost = Channel.rendezvous();
        Channel<Integer> left = leftmost;
        for (int i = 0; i < n; i++) {
            Channel<Integer> to = left;
            Channel<Integer> from = Channel.rendezvous();
            bodies.add(
                    () -> {
                        to.send(from.receive() + 1);
                        return null;
                    });
            left = from;
        }
        bodies.add(Bodies.sendRange(left, 0, 1));
        bodies.add(leftmost::receive);
        assertEquals(n, how.run(bodies).get(n + 1));
    }

    /** select6: a select that lost leaves the queue of the channel that it waited for intact. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void select6(Both how) throws Exception {
        Channel<Integer> a = Channel.rendezvous();
        Channel<Integer> b = Channel.rendezvous();
        List<Object> results =
                how.run(
                        List.of(
                                a::receive,
                                () -> {
                                    Select select = Select.fair();
                                    ReceiveCase<Integer> fromA = select.receive(a);
                                    ReceiveCase<Integer> fromB = select.receive(b);
                                    return select.select() == fromA ? fromA.take() : fromB.take();
                                },
                                a::receive,
                                () -> {
                                    b.send(9);
                                    a.send(1);
                                    a.send(2);
                                    return null;
                                }));
        assertEquals(9, results.get(1));
        assertEquals(3, (int) results.get(0) + (int) results.get(2));
    }
}
