package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.Collections;
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
            how.run(List.of(peer(c, 0), peer(c, 1)));
        }
    }

    /** Every value that is sent through one of two channels arrives once, whichever cases win. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void losersLeaveNoTrace(Both how) throws Exception {
        Channel<Integer> a = Channel.rendezvous();
        Channel<Integer> b = Channel.rendezvous();
        int n = 5000;
        List<Object> results = how.run(List.of(alternate(a, b, n), merge(a, b), merge(a, b)));
        List<Integer> all = new ArrayList<>(ChannelTest.cast(results.get(1)));
        all.addAll(ChannelTest.cast(results.get(2)));
        Collections.sort(all);
        assertEquals(ChannelTest.range(0, n), all);
        assertNull(a.poll());
        assertNull(b.poll());
    }

    private static SuspendableCallable<Object> peer(Channel<Integer> c, int id) {
        return () -> {
            Select select = Select.fair();
            SendCase<Integer> to = select.send(c);
            ReceiveCase<Integer> from = select.receive(c);
            for (int i = 0; i < 2000; i++) {
                to.offer(id);
                from.enable(true);
                while (to.isEnabled() || from.isEnabled()) {
                    SelectCase chosen = select.select();
                    assertTrue(
                            chosen == to || c.capacity() > 0 || from.value() != id,
                            "received from itself");
                    chosen.enable(false);
                }
            }
            return null;
        };
    }

    private static SuspendableCallable<Object> alternate(
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
            a.close();
            b.close();
            return null;
        };
    }

    @SuppressWarnings("unchecked")
    private static SuspendableCallable<Object> merge(Channel<Integer> a, Channel<Integer> b) {
        return () -> {
            List<Integer> all = new ArrayList<>();
            Select select = Select.fair();
            ReceiveCase<Integer> fromA = select.receive(a);
            ReceiveCase<Integer> fromB = select.receive(b);
            while (fromA.isEnabled() || fromB.isEnabled()) {
                ReceiveCase<Integer> from = (ReceiveCase<Integer>) select.select();
                if (from.value() == null) {
                    from.enable(false);
                } else {
                    all.add(from.take());
                }
            }
            return all;
        };
    }
}
