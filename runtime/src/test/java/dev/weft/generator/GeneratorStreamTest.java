package dev.weft.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A generator as a stream's source: lazy, ordered, of unknown size, closed with the stream. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GeneratorStreamTest {
    private final List<Object> log = new ArrayList<>();

    @Suspendable
    private void count(Yielder<Integer> y) {
        try {
            for (int i = 0; ; i++) {
                log.add("made " + i);
                y.yield(i);
            }
        } finally {
            log.add("closed");
        }
    }

    private Generator<Integer> counting() {
        return Generator.of(this::count);
    }

    @Test
    void nothingRunsBeforeTheTerminalOperation() {
        Generator<Integer> g = counting();
        Stream<Integer> doubled = g.stream().map(i -> 2 * i);
        assertEquals(CoroutineState.NEW, g.state());
        assertEquals(0, doubled.findFirst().orElseThrow());
        assertEquals(List.of("made 0"), log, "one value asked for, one made");
    }

    @Test
    void onlyWhatIsAskedForIsMade() {
        List<Integer> firstThree = counting().stream().limit(3).collect(Collectors.toList());
        assertEquals(List.of(0, 1, 2), firstThree);
        assertEquals(List.of("made 0", "made 1", "made 2"), log);
    }

    @Test
    void closingTheStreamClosesTheGenerator() {
        Generator<Integer> g = counting();
        try (Stream<Integer> s = g.stream().onClose(() -> log.add("own handler"))) {
            assertTrue(s.anyMatch(i -> i == 1));
        }
        assertEquals(List.of("made 0", "made 1", "closed", "own handler"), log);
        assertFalse(g.hasNext());
    }

    @Test
    void closingAStreamThatWasNotUsedRunsNothing() {
        Generator<Integer> g = counting();
        g.stream().close();
        assertEquals(List.of(), log);
        assertEquals(CoroutineState.DONE, g.state());
    }

    @Test
    void whatIsLeftIsStreamed() {
        Generator<Integer> g = counting();
        g.next();
        assertTrue(g.hasNext());
        assertEquals(List.of(1, 2), g.stream().limit(2).collect(Collectors.toList()));
        assertEquals(3, g.next(), "the rest is still there");
    }

    @Test
    void characteristics() {
        Spliterator<Integer> boxed = counting().stream().spliterator();
        assertTrue(boxed.hasCharacteristics(Spliterator.ORDERED));
        int others =
                Spliterator.SIZED
                        | Spliterator.SUBSIZED
                        | Spliterator.SORTED
                        | Spliterator.DISTINCT
                        | Spliterator.IMMUTABLE
                        | Spliterator.CONCURRENT
                        | Spliterator.NONNULL;
        assertEquals(0, boxed.characteristics() & others);
        assertEquals(Long.MAX_VALUE, boxed.estimateSize());
        Spliterator.OfInt ints = IntGenerator.of(y -> y.yield(1)).stream().spliterator();
        assertEquals(
                Spliterator.ORDERED | Spliterator.NONNULL,
                ints.characteristics() & (others | Spliterator.ORDERED));
        assertFalse(counting().stream().isParallel());
    }

    @Test
    void nullsAreValues() {
        Generator<String> g =
                Generator.of(
                        y -> {
                            y.yield(null);
                            y.yield("a");
                        });
        assertEquals(2, g.stream().count());
    }

    @Test
    void exceptionOfTheBodyComesOutOfTheTerminalOperation() {
        Generator<Integer> g =
                Generator.of(
                        y -> {
                            y.yield(1);
                            throw new ArithmeticException();
                        });
        assertThrows(ArithmeticException.class, () -> g.stream().count());
    }

    @Test
    void primitiveStreams() {
        IntGenerator ints =
                IntGenerator.of(
                        y -> {
                            for (int i = 1; i <= 4; i++) {
                                y.yield(i);
                            }
                        });
        try (IntStream s = ints.stream()) {
            assertEquals(10, s.sum());
        }
        LongGenerator longs = LongGenerator.of(y -> y.yield(1L << 40));
        assertEquals(1L << 40, longs.stream().sum());
        DoubleGenerator doubles = DoubleGenerator.of(y -> y.yield(0.5));
        assertEquals(0.5, doubles.stream().sum());
    }

    @Test
    void parallelStreamGivesTheSameValues() {
        Generator<Integer> g =
                Generator.of(
                        y -> {
                            for (int i = 0; i < 5_000; i++) {
                                y.yield(i);
                            }
                        });
        List<Integer> values = g.stream().parallel().map(i -> i + 1).collect(Collectors.toList());
        assertEquals(5_000, values.size());
        assertEquals(5_000, values.get(4_999));
    }
}
