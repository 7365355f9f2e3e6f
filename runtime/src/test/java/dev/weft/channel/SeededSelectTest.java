package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Explores interleavings of select on the deterministic scheduler, one a seed: the same seed
 * repeats, and whatever the seed nothing is lost, doubled or left behind. More seeds: {@code
 * -Dweft.select.seeds=N -Dweft.select.seed=FIRST}.
 */
@Timeout(120)
class SeededSelectTest {
    private static final int SEEDS = Integer.getInteger("weft.select.seeds", 4000);
    private static final long FIRST = Long.getLong("weft.select.seed", 1);

    @Test
    void sameSeedSameChoices() {
        Set<List<Integer>> seen = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            List<Integer> once = choices(seed);
            assertEquals(once, choices(seed), "seed " + seed);
            seen.add(once);
        }
        assertTrue(seen.size() > 40, "only " + seen.size() + " different runs of 50 seeds");
    }

    private static List<Integer> choices(long seed) {
        return Weft.run(
                Scheduler.deterministic(seed),
                () -> {
                    Channel<Integer> closed = Channel.rendezvous();
                    closed.close();
                    Select select = Select.fair();
                    for (int i = 0; i < 4; i++) {
                        select.receive(closed);
                    }
                    List<Integer> chosen = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        chosen.add(select.select().index());
                    }
                    return chosen;
                });
    }

    @Test
    void everyInterleavingKeepsTheRules() {
        Set<String> outcomes = new HashSet<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            long s = seed;
            String outcome = Weft.run(Scheduler.deterministic(s), () -> explore(s));
            outcomes.add(outcome);
        }
        assertTrue(outcomes.size() > Math.min(SEEDS / 4, 100), "outcomes: " + outcomes.size());
    }

    /**
     * Two producers that select between sends on two channels, a canceller, two consumers that
     * select with time-outs: each value arrives once or its producer knows that it was not sent.
     */
    @Suspendable
    private static String explore(long seed) {
        Channel<Integer> a = Channel.buffered((int) (seed % 3));
        Channel<Integer> b = Channel.rendezvous();
        BitSet sent = new BitSet();
        BitSet received = new BitSet();
        StringBuilder order = new StringBuilder();
        List<Fiber<Void>> producers = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            int first = p * 8;
            producers.add(Weft.go(() -> produce(a, b, first, sent)));
        }
        List<Fiber<Void>> consumers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            consumers.add(Weft.go(() -> consume(a, b, received, order)));
        }
        Fiber<Void> victim = producers.get(1);
        Fiber<Void> canceller =
                Weft.go(
                        () -> {
                            for (long i = seed % 7; i > 0; i--) {
                                Weft.yield();
                            }
                            victim.cancel();
                        });
        joinAll(producers);
        canceller.join();
        a.close();
        b.close();
        joinAll(consumers);
        assertEquals(sent, received, "seed " + seed);
        assertEquals(0, a.balance() + b.balance(), "seed " + seed);
        assertTrue(sent.get(0, 8).cardinality() == 8, "seed " + seed);
        return order.toString();
    }

    @Suspendable
    private static void joinAll(List<Fiber<Void>> fibers) {
        for (Fiber<Void> fiber : fibers) {
            try {
                fiber.join();
            } catch (java.util.concurrent.CompletionException cancelled) {
                assertTrue(
                        cancelled.getCause() instanceof dev.weft.FiberCancelledException,
                        cancelled::toString);
            }
        }
    }

    @Suspendable
    private static void produce(Channel<Integer> a, Channel<Integer> b, int first, BitSet sent) {
        Select select = Select.fair();
        SendCase<Integer> toA = select.send(a);
        SendCase<Integer> toB = select.send(b);
        for (int i = first; i < first + 8; i++) {
            toA.offer(i);
            toB.offer(i);
            select.select();
            sent.set(i);
        }
    }

    @Suspendable
    private static void consume(
            Channel<Integer> a, Channel<Integer> b, BitSet received, StringBuilder order) {
        Select select = Select.fair();
        ReceiveCase<Integer> fromA = select.receive(a);
        ReceiveCase<Integer> fromB = select.receive(b);
        TimeoutCase late = select.timeout(1, java.util.concurrent.TimeUnit.MICROSECONDS);
        while (fromA.isEnabled() || fromB.isEnabled()) {
            SelectCase chosen = select.select();
            if (chosen == late) {
                continue;
            }
            Integer value =
                    ((ReceiveCase<?>) chosen).value() == null
                            ? null
                            : (Integer) ((ReceiveCase<?>) chosen).take();
            if (value == null) {
                chosen.enable(false);
            } else {
                assertTrue(!received.get(value), "received twice");
                received.set(value);
                order.append((char) ('a' + value)).append(chosen == fromA ? '0' : '1');
            }
        }
    }
}
