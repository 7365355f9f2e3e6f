package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantics of each kind of channel, without and with waiting. */
@Timeout(60)
class ChannelTest {
    @Test
    void rendezvousHasNoRoom() {
        Channel<Integer> c = Channel.rendezvous();
        assertEquals(SendResult.FULL, c.trySend(1));
        assertNull(c.poll());
        assertEquals(0, c.length());
        assertEquals(0, c.capacity());
        assertFalse(c.tryReceive().isValue());
        assertFalse(c.tryReceive().isClosed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 100})
    void bufferedKeepsOrderAndBounds(int capacity) {
        Channel<Integer> c = Channel.buffered(capacity);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < capacity; i++) {
                assertTrue(c.offer(i));
            }
            assertEquals(SendResult.FULL, c.trySend(-1));
            assertEquals(capacity, c.length());
            for (int i = 0; i < capacity; i++) {
                assertEquals(i, c.receive());
            }
            assertNull(c.poll());
        }
    }

    @Test
    void unlimitedNeverWaits() {
        Channel<Integer> c = Channel.unlimited();
        for (int i = 0; i < 10_000; i++) {
            c.send(i);
        }
        for (int i = 0; i < 10_000; i++) {
            assertEquals(i, c.poll());
        }
    }

    @Test
    void conflatedKeepsTheLatest() {
        Channel<Integer> c = Channel.conflated();
        c.send(1);
        c.send(2);
        c.send(3);
        assertEquals(3, c.receive());
        assertNull(c.poll());
    }

    @Test
    void overflowPolicies() {
        Channel<Integer> oldest = Channel.buffered(2, Overflow.DROP_OLDEST);
        Channel<Integer> latest = Channel.buffered(2, Overflow.DROP_LATEST);
        for (int i = 1; i <= 4; i++) {
            oldest.send(i);
            latest.send(i);
        }
        oldest.close();
        latest.close();
        assertEquals(List.of(3, 4), oldest.stream().collect(Collectors.toList()));
        assertEquals(List.of(1, 2), latest.stream().collect(Collectors.toList()));
    }

    @Test
    void badArguments() {
        assertThrows(IllegalArgumentException.class, () -> Channel.buffered(-1));
        assertThrows(
                IllegalArgumentException.class, () -> Channel.buffered(0, Overflow.DROP_OLDEST));
        Channel<Integer> c = Channel.buffered(1);
        assertThrows(NullPointerException.class, () -> c.send(null));
        assertThrows(NullPointerException.class, () -> c.trySend(null));
        assertThrows(NullPointerException.class, () -> c.sendException(null));
    }

    @Test
    void closedChannelDrainsThenEnds() {
        Channel<Integer> c = Channel.buffered(3);
        c.send(1);
        c.send(2);
        assertTrue(c.close());
        assertFalse(c.close());
        assertTrue(c.isClosed());
        assertFalse(c.isDrained());
        assertThrows(ChannelClosedException.class, () -> c.send(3));
        assertEquals(SendResult.CLOSED, c.trySend(3));
        assertEquals(1, c.receive());
        assertEquals(2, c.tryReceive().get());
        assertTrue(c.isDrained());
        assertThrows(ChannelClosedException.class, c::receive);
        assertNull(c.receiveOrNull());
        assertNull(c.poll());
        assertTrue(c.tryReceive().isClosed());
        assertFalse(c.iterator().hasNext());
    }

    @Test
    void closeWithACauseReachesReceivers() {
        Channel<Integer> c = Channel.buffered(3);
        Exception cause = new Exception("why");
        c.close(cause);
        assertSame(cause, assertThrows(ChannelClosedException.class, c::receive).getCause());
        assertSame(cause, assertThrows(ChannelClosedException.class, c::receiveOrNull).getCause());
        assertSame(
                cause,
                assertThrows(ChannelClosedException.class, () -> c.iterator().hasNext())
                        .getCause());
        assertSame(cause, assertThrows(ChannelClosedException.class, () -> c.send(1)).getCause());
        assertSame(cause, c.tryReceive().cause());
    }

    @Test
    void cancelDropsWhatIsBuffered() {
        Channel<Integer> c = Channel.buffered(3);
        c.send(1);
        assertTrue(c.cancel());
        assertTrue(c.isDrained());
        assertThrows(ChannelClosedException.class, () -> c.send(2));
        assertThrows(ChannelClosedException.class, c::receive);
    }

    @Test
    void cancelAfterCloseStillDrops() {
        Channel<Integer> c = Channel.buffered(3);
        c.send(1);
        c.close();
        assertFalse(c.cancel());
        assertNull(c.receiveOrNull());
    }

    @Test
    void exceptionTravels() {
        Channel<Integer> c = Channel.buffered(4);
        c.send(1);
        c.sendException(new java.io.IOException("sent"));
        c.send(2);
        assertEquals(1, c.receive());
        assertThrows(java.io.IOException.class, c::receive);
        assertEquals(2, c.receive());
    }

    @Test
    void timedFormsGiveUp() {
        Channel<Integer> c = Channel.rendezvous();
        assertNull(c.poll(1, TimeUnit.MILLISECONDS));
        assertFalse(c.tryReceive(1, TimeUnit.MILLISECONDS).isValue());
        assertEquals(SendResult.FULL, c.trySend(1, 1, TimeUnit.MILLISECONDS));
        assertNull(c.poll());
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void firstInFirstOutThroughEveryCapacity(Both how) throws Exception {
        for (int capacity : new int[] {0, 1, 10, Integer.MAX_VALUE}) {
            Channel<Integer> c = Channel.buffered(capacity);
            List<Object> results =
                    how.run(List.of(Bodies.sendRange(c, 0, 1000), Bodies.receive(c, 1000)));
            assertEquals(range(0, 1000), results.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void manyToManyLosesAndDoublesNothing(Both how) throws Exception {
        for (int capacity : new int[] {0, 1, 10}) {
            Channel<Integer> c = Channel.buffered(capacity);
            List<SuspendableCallable<Object>> bodies = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                bodies.add(Bodies.sendRange(c, i * 1000, (i + 1) * 1000));
                bodies.add(Bodies.receive(c, 1000));
            }
            List<Integer> all = new ArrayList<>();
            for (Object result : how.run(bodies)) {
                if (result != null) {
                    all.addAll(cast(result));
                }
            }
            Collections.sort(all);
            assertEquals(range(0, 4000), all);
            assertNull(c.poll());
        }
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void closeWakesAllReceivers(Both how) throws Exception {
        Channel<Integer> c = Channel.rendezvous();
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            bodies.add(i < 2 ? Bodies.drain(c) : Bodies.iterate(c));
        }
        bodies.add(
                () -> {
                    c.close();
                    return null;
                });
        for (Object result : how.run(bodies).subList(0, 5)) {
            assertEquals(List.of(), result);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Integer> cast(Object list) {
        return (List<Integer>) list;
    }

    static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toList());
    }
}
