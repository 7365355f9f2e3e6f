package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Weft;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scenarios of Go's folder test/chan, and of its neighbours, in code of our own;
 * docs/testing.md maps the names.
 */
@Timeout(120)
class GoTestDirectoryTest {
    /**
     * fifo: order through a buffer, and through a chain of senders each of which lets the next one
     * go.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void fifo(Both how) throws Exception {
        Channel<Integer> buffered = Channel.buffered(10);
        for (int i = 0; i < 10; i++) {
            buffered.send(i);
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(i, buffered.receive());
        }
        Channel<Integer> c = Channel.rendezvous();
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        Channel<Integer> gate = Channel.rendezvous();
        Channel<Integer> first = gate;
        for (int i = 0; i < 10; i++) {
            int value = i;
            Channel<Integer> in = gate;
            Channel<Integer> out = Channel.rendezvous();
            bodies.add(
                    () -> {
                        in.receive();
                        assertEquals(value, c.receive());
                        out.send(1);
                        return null;
                    });
            gate = out;
        }
        Channel<Integer> last = gate;
        bodies.add(
                () -> {
                    first.send(1);
                    for (int i = 0; i < 10; i++) {
                        c.send(i);
                    }
                    return last.receive();
                });
        assertEquals(1, how.run(bodies).get(10));
    }

    /**
     * nonblock: polls and offers that find nobody, then somebody, on channels of 0 and 1, for four
     * types.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void nonblock(Both how) throws Exception {
        Object[] values = {123, "hello", 3L, new boolean[] {true}};
        for (Object value : values) {
            for (int capacity = 0; capacity < 2; capacity++) {
                nonblock(how, value, capacity);
            }
        }
    }

    private static void nonblock(Both how, Object value, int capacity) throws Exception {
        Channel<Object> c = Channel.buffered(capacity);
        assertTrue(c.tryReceive().orNull() == null && !c.tryReceive().isClosed());
        Channel<Integer> sync = Channel.rendezvous();
        how.run(
                List.of(
                        () -> {
                            sync.send(0);
                            assertSame(value, c.receive());
                            return null;
                        },
                        () -> {
                            sync.receive();
                            while (c.trySend(value) != SendResult.SENT) {
                                Weft.yield();
                            }
                            return null;
                        }));
        how.run(
                List.of(
                        () -> {
                            sync.send(0);
                            c.send(value);
                            return null;
                        },
                        () -> {
                            sync.receive();
                            Object got = c.poll();
                            while (got == null) {
                                Weft.yield();
                                got = c.poll();
                            }
                            assertSame(value, got);
                            return null;
                        }));
    }

    /**
     * select: operands are evaluated whichever case wins; cases that are off don't count; the
     * counter ends at 10.
     */
    @ParameterizedTest
    @EnumSource(Both.class)
    void select(Both how) throws Exception {
        int[] counter = {0};
        int[] shift = {0};
        IntSupplier next =
                () -> {
                    counter[0]++;
                    shift[0]++;
                    return counter[0];
                };
        Channel<Integer> a = Channel.buffered(1);
        Channel<Integer> b = Channel.buffered(1);
        List<Object> results = how.run(List.of(() -> alternate(a, b, next, shift)));
        assertEquals(10, counter[0]);
        assertEquals(10, results.get(0));
    }

    /** Evaluates two operands a select, one of whose cases is on; five selects. */
    @Suspendable
    private static Object alternate(
            Channel<Integer> a, Channel<Integer> b, IntSupplier next, int[] shift) {
        Select select = Select.fair();
        SendCase<Integer> toA = select.send(a);
        SendCase<Integer> toB = select.send(b);
        for (int i = 0; i < 5; i++) {
            toA.offer(next.getAsInt());
            toB.offer(next.getAsInt());
            (i % 2 == 0 ? toB : toA).enable(false);
            SelectCase chosen = select.select();
            assertSame(i % 2 == 0 ? toA : toB, chosen);
            int sent = i % 2 == 0 ? a.receive() : b.receive();
            assertEquals(2 * i + 1 + i % 2, sent);
        }
        return shift[0];
    }

    /** select2: a hundred thousand selects in a loop leave nothing on the heap. */
    @Test
    void select2() throws Exception {
        Channel<Integer> in = Channel.rendezvous();
        Channel<Integer> never = Channel.rendezvous();
        long[] used = new long[2];
        Both.SINGLE.run(
                List.of(
                        () -> {
                            for (int i = 0; i < 100_500; i++) {
                                in.send(i & 127);
                            }
                            in.close();
                            return null;
                        },
                        () -> {
                            Select select = Select.fair();
                            ReceiveCase<Integer> from = select.receive(in);
                            select.receive(never);
                            for (int i = 0; i < 500; i++) {
                                select.select();
                            }
                            used[0] = usedHeap();
                            for (int i = 0; i < 100_000; i++) {
                                select.select();
                            }
                            used[1] = usedHeap();
                            return from.value();
                        }));
        assertEquals(0, never.balance());
        // 100,000 waiters left behind would be 4 MB at least.
        assertTrue(used[1] - used[0] < 1_100_000, "grew by " + (used[1] - used[0]));
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least =
                    Math.min(
                            least,
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** select4: where the value would go is not evaluated for a case that loses. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void select4(Both how) throws Exception {
        Channel<Integer> ready = Channel.buffered(1);
        Channel<Integer> never = Channel.rendezvous();
        ready.send(42);
        int[] target = new int[1];
        List<Object> results =
                how.run(
                        List.of(
                                () ->
                                        SelectExpression.<Integer>fair()
                                                .onReceive(never, v -> (target[-v] = v))
                                                .onReceive(ready, v -> (target[0] = v))
                                                .get()));
        assertEquals(42, results.get(0));
        assertEquals(42, target[0]);
    }

    /** select7: three ways to receive and discard, or not, against three ways to send. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void select7(Both how) throws Exception {
        for (int r = 0; r < 3; r++) {
            for (int s = 0; s < 3; s++) {
                Channel<Integer> c = Channel.rendezvous();
                int receiver = r;
                int sender = s;
                List<Object> results =
                        how.run(List.of(() -> receive(receiver, c), () -> send(sender, c)));
                assertEquals(receiver == 2 ? -1 : 1, results.get(0), r + " against " + s);
            }
        }
    }

    @Suspendable
    private static Object receive(int form, Channel<Integer> c) {
        if (form == 0) {
            return c.receive();
        }
        Select select = Select.fair();
        ReceiveCase<Integer> from = select.receive(c);
        select.select();
        return form == 1 ? from.take() : -1;
    }

    @Suspendable
    private static Object send(int form, Channel<Integer> c) {
        if (form == 0) {
            c.send(1);
            return null;
        }
        Select select = Select.fair();
        if (form == 2) {
            select.send(Channel.<Integer>rendezvous()).offer(2);
        }
        select.send(c).offer(1);
        select.select();
        return null;
    }

    /** select8: break leaves the select, or the loop around it when that is named. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void select8(Both how) throws Exception {
        Channel<Integer> c = Channel.buffered(3);
        for (int i = 1; i <= 3; i++) {
            c.send(i);
        }
        List<Object> results =
                how.run(
                        List.of(
                                () -> {
                                    Select select = Select.fair();
                                    ReceiveCase<Integer> from = select.receive(c);
                                    int behind = 0;
                                    loop:
                                    for (; ; ) {
                                        switch (select.select().index()) {
                                            case 0:
                                                if (from.take() == 3) {
                                                    break loop;
                                                }
                                                break;
                                            default:
                                                throw new AssertionError();
                                        }
                                        behind++;
                                    }
                                    return behind;
                                }));
        assertEquals(2, results.get(0));
    }
}
