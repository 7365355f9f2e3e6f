package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenarios of Go's test directory about elements, capacities and many channels. Go's code is not
 * used.
 */
@Timeout(120)
class GoElementsTest {
    /** sendstmt, the part that is about channels: channels through channels. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void channelOfChannels(Both how) throws Exception {
        Channel<Channel<Channel<String>>> outer = Channel.buffered(1);
        List<Object> results =
                how.run(
                        List.of(
                                () -> {
                                    Channel<Channel<String>> middle = Channel.rendezvous();
                                    outer.send(middle);
                                    Channel<String> inner = Channel.rendezvous();
                                    middle.send(inner);
                                    inner.send("deep");
                                    return null;
                                },
                                () -> outer.receive().receive().receive()));
        assertEquals("deep", results.get(1));
    }

    private enum Unit {
        UNIT
    }

    /** zerosize: elements without content are counted all the same. */
    @ParameterizedTest
    @EnumSource(Both.class)
    void zerosize(Both how) throws Exception {
        for (int capacity = 0; capacity < 3; capacity++) {
            Channel<Unit> c = Channel.buffered(capacity);
            List<Object> results =
                    how.run(
                            List.of(
                                    () -> {
                                        for (int i = 0; i < 100; i++) {
                                            c.send(Unit.UNIT);
                                        }
                                        c.close();
                                        return null;
                                    },
                                    () -> c.stream().count()));
            assertEquals(100L, results.get(1));
        }
    }

    /** chancap: capacities and their limits. */
    @Test
    void chancap() {
        Channel<Integer> c = Channel.buffered(10);
        assertEquals(0, c.length());
        assertEquals(10, c.capacity());
        for (int i = 0; i < 3; i++) {
            c.send(i);
        }
        assertEquals(3, c.length());
        assertEquals(10, c.capacity());
        assertEquals(0, Channel.rendezvous().capacity());
        assertEquals(0, Channel.buffered(0).capacity());
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> Channel.buffered(-1));
    }

    /**
     * chanlinear: leaving the queue of a channel on which many others wait does not cost a walk
     * along that queue. With so many a walk each would be ten thousand million steps.
     */
    @Test
    void chanlinear() throws Exception {
        int n = 150_000;
        Channel<Integer> messages = Channel.rendezvous();
        Channel<Integer> others = Channel.rendezvous();
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            bodies.add(
                    () -> {
                        Select select = Select.fair();
                        select.receive(messages);
                        select.receive(others);
                        return select.select().index();
                    });
        }
        bodies.add(
                () -> {
                    for (int i = 0; i < n; i++) {
                        others.send(i);
                    }
                    return messages.balance();
                });
        List<Object> results = Both.SINGLE.run(bodies);
        assertEquals(0, results.get(n));
        assertTrue(results.subList(0, n).stream().allMatch(chosen -> chosen.equals(1)));
    }
}
