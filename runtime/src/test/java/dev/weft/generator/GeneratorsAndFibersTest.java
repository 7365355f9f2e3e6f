package dev.weft.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Generators and fibers in each other, as a user writes them, on one carrier. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GeneratorsAndFibersTest {
    private final List<Object> log = new ArrayList<>();

    @Suspendable
    private static void squares(int n, Yielder<Integer> y) {
        for (int i = 0; i < n; i++) {
            y.yield(i * i);
        }
    }

    @Suspendable
    private int sumOfSquares(int n) {
        int sum = 0;
        for (int square : Generator.<Integer>iterable(y -> squares(n, y))) {
            sum += square;
        }
        return sum;
    }

    @Test
    void consumerStartsAndJoinsAFiberForEachValue() {
        Weft.run(Scheduler.singleThreaded(), this::joinEach);
        assertEquals(List.of(0, 0, 1, 14, 55, 204), log); // sums of 0, 1, 2, 4, 6, 9 squares
    }

    @Suspendable
    private Void joinEach() {
        for (int n : Generator.iterable(GeneratorsAndFibersTest::sizes)) {
            log.add(Weft.go(() -> sumOfSquares(n)).join());
        }
        return null;
    }

    @Suspendable
    private static void sizes(Yielder<Integer> y) {
        y.yieldAll(List.of(0, 1, 2, 4, 6, 9));
    }

    @Test
    void bodyStartsAFiberAndYieldsWhatItGives() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Generator<Integer> sums = Generator.of(y -> sumsByFibers(y));
                    while (sums.hasNext()) {
                        log.add(sums.next());
                    }
                    return null;
                });
        assertEquals(List.of(5, 14), log);
    }

    @Suspendable
    private void sumsByFibers(Yielder<Integer> y) {
        for (int n = 3; n <= 4; n++) {
            int size = n;
            y.yield(Weft.go(() -> sumOfSquares(size)).join());
        }
    }

    /** The generator is at a yield when its consumer is cancelled: closing it is the consumer's. */
    @Test
    void cancelledConsumerClosesByTryWithResources() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> never = Channel.rendezvous();
                    Fiber<?> consumer = Weft.go(() -> consume(never));
                    Weft.yield();
                    consumer.cancel();
                    try {
                        consumer.join();
                    } catch (CompletionException e) {
                        assertTrue(e.getCause() instanceof CancellationException, e::toString);
                        log.add("cancelled");
                    }
                    return null;
                });
        assertEquals(List.of("got 1", "body's finally", "cancelled"), log);
    }

    @Suspendable
    private void consume(Channel<Integer> never) {
        try (Generator<Integer> g = Generator.of(this::withFinally)) {
            while (g.hasNext()) {
                log.add("got " + g.next());
                never.receive();
            }
        }
    }

    @Suspendable
    private void withFinally(Yielder<Integer> y) {
        try {
            y.yield(1);
            y.yield(2);
        } finally {
            log.add("body's finally");
        }
    }

    @Test
    void secondFiberIsRefusedWhileTheFirstWaitsInsideAndGoesOnAfterwards() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> source = Channel.rendezvous();
                    Generator<Integer> g = Generator.of(y -> relay(source, y));
                    Fiber<Integer> first = Weft.go(() -> g.next());
                    Weft.yield();
                    IllegalStateException refused =
                            assertThrows(IllegalStateException.class, () -> g.next());
                    assertTrue(refused.getMessage().contains("already running"), refused::toString);
                    source.send(7);
                    assertEquals(7, first.join());
                    Fiber<Integer> second = Weft.go(() -> g.next());
                    source.send(8);
                    assertEquals(8, second.join());
                    return null;
                });
    }

    @Suspendable
    private static void relay(Channel<Integer> source, Yielder<Integer> y) {
        for (; ; ) {
            y.yield(source.receive());
        }
    }
}
