package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.sync.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every value that was sent is received once, and none that was not, whatever is cancelled and
 * closed meanwhile; by plain operations and selects, on confined channels too. When the receivers
 * cancel the channel, what is buffered is lost, and nothing else. The long run: {@code
 * -Dweft.channel.items=100000000}; the seed is {@code -Dweft.channel.seed}.
 */
@Timeout(7200)
class NothingLostTest {
    private static final long ITEMS = Long.getLong("weft.channel.items", 600_000);
    private static final long SEED = Long.getLong("weft.channel.seed", 1);
    private static final int PRODUCERS = 4;
    private static final int EACH = 5_000;

    /** 0: single-threaded. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void underCancelAndClose(int carriers) {
        Scheduler scheduler =
                carriers == 0 ? Scheduler.singleThreaded() : Scheduler.workStealing(carriers);
        SplittableRandom random = new SplittableRandom(SEED + carriers);
        long received = 0;
        int cutShort = 0;
        while (received < ITEMS / 3) {
            Round round = new Round(random.split(), carriers == 0 && random.nextBoolean());
            received += Weft.run(scheduler, round::run);
            cutShort += round.sent < PRODUCERS * EACH ? 1 : 0;
        }
        assertTrue(cutShort > 0, "no round was cut short by a cancellation or a close");
    }

    /**
     * A channel of some kind, producers and consumers, one of each cancelled somewhere, the channel
     * closed at the end.
     */
    private static final class Round {
        private final SplittableRandom random;
        private final int capacity;
        private final boolean confined;
        private Channel<Integer> channel;
        private final Channel<Integer> never = Channel.rendezvous();
        private final List<BitSet> sentBy = new ArrayList<>();
        private final List<BitSet> receivedBy = new ArrayList<>();
        private final List<Fiber<Void>> producers = new ArrayList<>();
        private final List<Fiber<Void>> consumers = new ArrayList<>();
        private final Event ready = new Event();

        /** The value before which the first producer does it. */
        private final int trigger;

        /** By a receiver, who drops what is buffered. */
        private boolean cancelled;

        int sent;

        Round(SplittableRandom random, boolean confined) {
            this.random = random;
            this.confined = confined;
            trigger = random.nextInt(EACH);
            int[] capacities = {0, 1, 2, 16, 1000, Integer.MAX_VALUE};
            capacity = capacities[random.nextInt(capacities.length)];
        }

        @Suspendable
        long run() {
            channel = confined ? Channel.confined(capacity) : Channel.buffered(capacity);
            for (int i = 0; i < PRODUCERS; i++) {
                BitSet mine = new BitSet(EACH * PRODUCERS);
                sentBy.add(mine);
                BitSet got = new BitSet(EACH * PRODUCERS);
                receivedBy.add(got);
                boolean selects = i % 2 == 0;
                consumers.add(Weft.go(() -> consume(selects, got)));
            }
            for (int i = PRODUCERS - 1; i >= 0; i--) {
                int first = i * EACH;
                BitSet mine = sentBy.get(i);
                boolean selects = i % 2 == 1;
                producers.add(0, Weft.go(() -> produce(first, selects, mine)));
            }
            ready.set();
            joinAll(producers);
            channel.close();
            joinAll(consumers);
            return check();
        }

        /** By one of the producers, somewhere on its way. */
        private void disturb() {
            consumers.get(random.nextInt(PRODUCERS)).cancel();
            producers.get(1 + random.nextInt(PRODUCERS - 1)).cancel();
            int end = random.nextInt(8);
            if (end < 2) {
                channel.close();
            } else if (end == 2) {
                cancelled = true;
                channel.cancel();
            }
        }

        @Suspendable
        private void produce(int first, boolean selects, BitSet mine) {
            Select select = Select.fair();
            select.receive(never);
            SendCase<Integer> to = select.send(channel);
            ready.await();
            for (int i = first; i < first + EACH; i++) {
                if (i == trigger) {
                    disturb();
                }
                try {
                    if (selects) {
                        to.offer(i);
                        assertSame(to, select.select());
                    } else {
                        channel.send(i);
                    }
                } catch (FiberCancelledException | ChannelClosedException notSent) {
                    return;
                }
                mine.set(i);
            }
        }

        @Suspendable
        private void consume(boolean selects, BitSet got) {
            Select select = Select.fair();
            select.receive(never);
            ReceiveCase<Integer> from = select.receive(channel);
            try {
                for (; ; ) {
                    Integer value =
                            selects && select.select() == from
                                    ? from.value()
                                    : channel.receiveOrNull();
                    if (value == null) {
                        return;
                    }
                    assertFalse(got.get(value));
                    got.set(value);
                }
            } catch (FiberCancelledException expected) {
                return;
            }
        }

        @Suspendable
        private static void joinAll(List<Fiber<Void>> fibers) {
            for (Fiber<Void> fiber : fibers) {
                try {
                    fiber.join();
                } catch (java.util.concurrent.CompletionException e) {
                    // Cancelled before it began; anything else is a failed assertion of the fiber.
                    assertTrue(e.getCause() instanceof FiberCancelledException, e::toString);
                }
            }
        }

        private long check() {
            BitSet allSent = new BitSet();
            sentBy.forEach(allSent::or);
            BitSet allReceived = new BitSet();
            int count = 0;
            for (BitSet got : receivedBy) {
                allReceived.or(got);
                count += got.cardinality();
            }
            assertEquals(allReceived.cardinality(), count, "received twice");
            if (cancelled) { // what was buffered is gone, as it should be
                assertEquals(0, channel.length());
                allReceived.andNot(allSent);
                assertEquals(0, allReceived.cardinality(), "received but not sent");
            } else {
                assertEquals(allSent, allReceived);
            }
            assertEquals(0, channel.balance() + never.balance());
            sent = allSent.cardinality();
            return Math.max(count, 1);
        }
    }
}
