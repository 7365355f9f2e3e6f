package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.woven.Stack;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Semantics of select. */
@Timeout(60)
class SelectTest {
    @Test
    void defaultOnlyWhenNothingIsReady() {
        Channel<Integer> a = Channel.buffered(1);
        Channel<Integer> b = Channel.buffered(1);
        Select select = Select.fair();
        ReceiveCase<Integer> fromA = select.receive(a);
        SendCase<Integer> toB = select.send(b);
        SelectCase otherwise = select.otherwise();
        toB.offer(5);
        assertSame(toB, select.select());
        toB.offer(6);
        assertSame(otherwise, select.select());
        a.send(1);
        assertSame(fromA, select.select());
        assertEquals(1, fromA.take());
        assertSame(otherwise, select.select());
        assertEquals(5, b.receive());
        assertSame(toB, select.select());
        assertEquals(6, b.receive());
    }

    @Test
    void prioritisedTakesTheFirstReady() {
        Channel<Integer> a = Channel.unlimited();
        Channel<Integer> b = Channel.unlimited();
        Select select = Select.prioritised();
        ReceiveCase<Integer> fromA = select.receive(a);
        ReceiveCase<Integer> fromB = select.receive(b);
        for (int i = 0; i < 100; i++) {
            b.send(i);
        }
        a.send(-1);
        assertSame(fromA, select.select());
        assertSame(fromB, select.select());
        assertEquals(0, fromB.take());
    }

    @Test
    void fairChoosesAllReadyCasesAlike() {
        int trials = 40_000;
        Channel<Integer> ready = Channel.rendezvous();
        ready.close();
        Channel<Integer> never = Channel.rendezvous();
        Select select = Select.fair();
        ReceiveCase<Integer> one = select.receive(ready);
        select.receive(never);
        ReceiveCase<Integer> two = select.receive(ready);
        int ones = 0;
        for (int i = 0; i < trials; i++) {
            SelectCase chosen = select.select();
            assertTrue(chosen == one || chosen == two);
            ones += chosen == one ? 1 : 0;
        }
        // 4.9 standard deviations of a binomial distribution: sqrt(trials) / 2 each.
        assertEquals(trials / 2.0, ones, 4.9 * Math.sqrt(trials) / 2);
    }

    @Test
    void closedChannelsAreReady() {
        Channel<Integer> c = Channel.buffered(1);
        c.close();
        Select receive = Select.fair();
        ReceiveCase<Integer> from = receive.receive(c);
        assertSame(from, receive.select());
        assertNull(from.value());
        assertThrows(ChannelClosedException.class, from::take);
        Select send = Select.fair();
        send.send(c).offer(1);
        assertThrows(ChannelClosedException.class, send::select);
    }

    @Test
    void timeoutLeavesNoTrace() {
        Channel<Integer> a = Channel.rendezvous();
        Channel<Integer> b = Channel.rendezvous();
        Select select = Select.fair();
        select.receive(a);
        select.send(b).offer(1);
        TimeoutCase late = select.timeout(1, TimeUnit.MILLISECONDS);
        assertSame(late, select.select());
        assertEquals(SendResult.FULL, a.trySend(1));
        assertNull(b.poll());
    }

    @Test
    void disabledCasesArePassedOver() {
        Channel<Integer> a = Channel.buffered(1);
        a.send(1);
        Select select = Select.fair();
        ReceiveCase<Integer> from = select.receive(a);
        SelectCase otherwise = select.otherwise();
        from.enable(false);
        assertSame(otherwise, select.select());
        from.enable(true);
        assertSame(from, select.select());
    }

    @Test
    void neverMeetsItself() {
        Channel<Integer> c = Channel.rendezvous();
        Select select = Select.fair();
        select.receive(c);
        select.send(c).offer(1);
        TimeoutCase late = select.timeout(1, TimeUnit.MILLISECONDS);
        assertSame(late, select.select());
    }

    @Test
    void sendWithoutAValueIsAnError() {
        Select select = Select.fair();
        select.send(Channel.<Integer>rendezvous());
        assertThrows(IllegalStateException.class, select::select);
    }

    /** Both directions on one channel at both ends; nobody receives what it sent itself. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void twoPeersBothWays(Both how) throws Exception {
        for (int capacity = 0; capacity < 2; capacity++) {
            Channel<Integer> c = Channel.buffered(capacity);
            how.run(List.of(new Peer(c, 0, capacity), new Peer(c, 1, capacity)));
        }
    }

    /** Every value that is sent through one of two channels arrives once, whichever cases win. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void losersLeaveNoTrace(Both how) throws Exception {
        Channel<Integer> a = Channel.rendezvous();
        Channel<Integer> b = Channel.rendezvous();
        int n = 5000;
        List<Object> results = how.run(List.of(new Alternating(a, b, n), new Merging(a, b), new Merging(a, b)));
        List<Integer> all = new java.util.ArrayList<>(ChannelTest.cast(results.get(1)));
        all.addAll(ChannelTest.cast(results.get(2)));
        java.util.Collections.sort(all);
        assertEquals(ChannelTest.range(0, n), all);
        assertNull(a.poll());
        assertNull(b.poll());
    }

    private static final class Peer extends Steps {
        private final Select select = Select.fair();
        private final SendCase<Integer> to;
        private final ReceiveCase<Integer> from;
        private final int id;
        private final boolean rendezvous;
        private int left = 2000;

        Peer(Channel<Integer> c, int id, int capacity) {
            this.id = id;
            this.rendezvous = capacity == 0;
            to = select.send(c);
            from = select.receive(c);
        }

        @Override
        protected Object step(Object got, Stack stack) {
            if (got == to) {
                to.enable(false);
            } else if (got == from) {
                int value = from.take();
                assertTrue(!rendezvous || value != id, "received from itself");
                from.enable(false);
            }
            if (!to.isEnabled() && !from.isEnabled() || got == null) {
                if (left-- == 0) {
                    return end(null);
                }
                to.offer(id);
                from.enable(true);
            }
            return select.select(stack);
        }
    }

    private static final class Alternating extends Steps {
        private final Select select = Select.fair();
        private final Channel<Integer> a;
        private final Channel<Integer> b;
        private final SendCase<Integer> toA;
        private final SendCase<Integer> toB;
        private final int n;
        private int next;

        Alternating(Channel<Integer> a, Channel<Integer> b, int n) {
            this.a = a;
            this.b = b;
            this.n = n;
            toA = select.send(a);
            toB = select.send(b);
        }

        @Override
        protected Object step(Object got, Stack stack) {
            if (next == n) {
                a.close();
                b.close();
                return end(null);
            }
            toA.offer(next);
            toB.offer(next);
            next++;
            return select.select(stack);
        }
    }

    private static final class Merging extends Steps {
        private final Select select = Select.fair();
        private final ReceiveCase<Integer> fromA;
        private final ReceiveCase<Integer> fromB;
        private final List<Integer> all = new java.util.ArrayList<>();

        Merging(Channel<Integer> a, Channel<Integer> b) {
            fromA = select.receive(a);
            fromB = select.receive(b);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected Object step(Object got, Stack stack) {
            if (got != null) {
                ReceiveCase<Integer> from = (ReceiveCase<Integer>) got;
                Integer value = from.value();
                if (value == null) {
                    from.enable(false);
                } else {
                    all.add(value);
                }
            }
            return fromA.isEnabled() || fromB.isEnabled() ? select.select(stack) : end(all);
        }
    }
}
