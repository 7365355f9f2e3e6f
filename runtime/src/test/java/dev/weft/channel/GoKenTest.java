package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * ken/chan of Go's tests: 10,944 transfers over six arrangements of senders and receivers at four
 * capacities, each value checked where it arrives; ken/chan1: many to many through one channel.
 */
@Timeout(120)
class GoKenTest {
    private static final int[] CAPACITIES = {0, 1, 10, 100};
    private static final int END = -1;

    private final AtomicInteger transfers = new AtomicInteger();

    /** One stream of values from one sender, alone or among others, to its channel. */
    private static final class Lane {
        final Channel<Integer> channel;
        final int first;
        int sent;
        int received;

        Lane(int capacity, int first) {
            channel = Channel.buffered(capacity);
            this.first = first;
        }
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void chan(Both how) throws Exception {
        transfers.set(0);
        for (int capacity : CAPACITIES) {
            // One lane of 8 by send and receive, by send and select, by select and receive; four
            // lanes each way; both.
            arrange(how, capacity, 1, 8, false, false);
            arrange(how, capacity, 1, 8, false, true);
            arrange(how, capacity, 1, 8, true, false);
            arrange(how, capacity, 4, 226, false, true);
            arrange(how, capacity, 4, 226, true, false);
            arrange(how, capacity, 4, 226, true, true);
        }
        assertEquals(10_944, transfers.get());
    }

    private void arrange(
            Both how, int capacity, int lanes, int each, boolean selectSend, boolean selectReceive)
            throws Exception {
        List<Lane> all = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            all.add(new Lane(capacity, i * 1000));
        }
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        if (selectSend) {
            bodies.add(() -> sendAll(all, each));
        } else {
            all.forEach(lane -> bodies.add(() -> sendAll(List.of(lane), each)));
        }
        if (selectReceive) {
            bodies.add(() -> receiveAll(all));
        } else {
            all.forEach(lane -> bodies.add(() -> receiveAll(List.of(lane))));
        }
        how.run(bodies);
        for (Lane lane : all) {
            assertEquals(each, lane.received);
            assertEquals(0, lane.channel.length());
        }
    }

    @Suspendable
    private Object sendAll(List<Lane> lanes, int each) {
        Select select = Select.fair();
        List<SendCase<Integer>> cases = new ArrayList<>();
        for (Lane lane : lanes) {
            SendCase<Integer> to = select.send(lane.channel);
            to.offer(lane.first);
            cases.add(to);
        }
        for (int open = lanes.size(); open > 0; ) {
            int i = select.select().index();
            Lane lane = lanes.get(i);
            if (++lane.sent <= each) {
                cases.get(i).offer(lane.sent == each ? END : lane.first + lane.sent);
            } else {
                cases.get(i).enable(false);
                open--;
            }
        }
        return null;
    }

    @Suspendable
    private Object receiveAll(List<Lane> lanes) {
        Select select = Select.fair();
        List<ReceiveCase<Integer>> cases = new ArrayList<>();
        for (Lane lane : lanes) {
            cases.add(select.receive(lane.channel));
        }
        for (int open = lanes.size(); open > 0; ) {
            int i = select.select().index();
            int value = cases.get(i).take();
            Lane lane = lanes.get(i);
            if (value == END) {
                cases.get(i).enable(false);
                open--;
            } else {
                assertEquals(lane.first + lane.received++, value);
                transfers.incrementAndGet();
            }
        }
        return null;
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void chan1(Both how) throws Exception {
        int n = how == Both.THREADS ? 20 : 1000;
        int m = 10;
        Channel<Integer> c = Channel.rendezvous();
        int[] counts = new int[n];
        List<SuspendableCallable<Object>> bodies = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            bodies.add(
                    () -> {
                        for (int k = 0; k < n; k++) {
                            int value = c.receive();
                            synchronized (counts) {
                                counts[value]++;
                            }
                        }
                        return null;
                    });
            bodies.add(Bodies.sendRange(c, 0, n));
        }
        how.run(bodies);
        for (int count : counts) {
            assertEquals(m, count);
        }
    }
}
