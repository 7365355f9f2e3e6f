package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Operations of {@link IntStream} with a function that can suspend; see {@link Pipeline}. Elements
 * are boxed once the first such function is met.
 */
@SuppressWarnings("overloads")
public final class IntStreams {
    private IntStreams() {}

    /** {@link IntStream#filter(IntPredicate)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntStream filter(IntStream stream, IntPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).filter(x -> f.test((Integer) x)).ints()
                : stream.filter(f);
    }

    /** {@link IntStream#map(IntUnaryOperator)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntStream map(IntStream stream, IntUnaryOperator f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsInt((Integer) x)).ints()
                : stream.map(f);
    }

    /** {@link IntStream#mapToObj(IntFunction)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static Stream<Object> mapToObj(IntStream stream, IntFunction<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.apply((Integer) x)).objects()
                : stream.mapToObj(f);
    }

    /** {@link IntStream#mapToLong(IntToLongFunction)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static LongStream mapToLong(IntStream stream, IntToLongFunction f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsLong((Integer) x)).longs()
                : stream.mapToLong(f);
    }

    /** {@link IntStream#mapToDouble(IntToDoubleFunction)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static DoubleStream mapToDouble(IntStream stream, IntToDoubleFunction f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsDouble((Integer) x)).doubles()
                : stream.mapToDouble(f);
    }

    /** {@link IntStream#flatMap(IntFunction)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntStream flatMap(IntStream stream, IntFunction<IntStream> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply((Integer) x)).ints()
                : stream.flatMap(f);
    }

    /** {@link IntStream#peek(IntConsumer)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntStream peek(IntStream stream, IntConsumer f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> given(f, (Integer) x)).ints()
                : stream.peek(f);
    }

    /** {@link IntStream#takeWhile(IntPredicate)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntStream takeWhile(IntStream stream, IntPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).takeWhile(x -> f.test((Integer) x)).ints()
                : stream.takeWhile(f);
    }

    /** {@link IntStream#dropWhile(IntPredicate)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntStream dropWhile(IntStream stream, IntPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).dropWhile(x -> f.test((Integer) x)).ints()
                : stream.dropWhile(f);
    }

    /** {@link IntStream#forEach(IntConsumer)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static void forEach(IntStream stream, IntConsumer f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, (Integer) x)));
        } else {
            stream.forEach(f);
        }
    }

    /** {@link IntStream#forEachOrdered(IntConsumer)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static void forEachOrdered(IntStream stream, IntConsumer f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, (Integer) x)));
        } else {
            stream.forEachOrdered(f);
        }
    }

    @Suspendable
    private static Object given(IntConsumer f, Integer x) {
        f.accept(x);
        return x;
    }

    /** {@link IntStream#reduce(int, IntBinaryOperator)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static int reduce(IntStream stream, int identity, IntBinaryOperator f) {
        return Pipeline.suits(stream, f)
                ? (Integer)
                        Pipeline.of(stream)
                                .run(
                                        new Results.Reduced(
                                                identity,
                                                (x, y) -> f.applyAsInt((Integer) x, (Integer) y)))
                                .value()
                : stream.reduce(identity, f);
    }

    /** {@link IntStream#reduce(IntBinaryOperator)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static OptionalInt reduce(IntStream stream, IntBinaryOperator f) {
        return Pipeline.suits(stream, f)
                ? reduced(
                        Pipeline.of(stream)
                                .run(
                                        new Results.Reduced(
                                                (x, y) -> f.applyAsInt((Integer) x, (Integer) y))))
                : stream.reduce(f);
    }

    private static OptionalInt reduced(Results.Reduced r) {
        return r.isEmpty() ? OptionalInt.empty() : OptionalInt.of((Integer) r.value());
    }

    /** {@link IntStream#anyMatch(IntPredicate)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static boolean anyMatch(IntStream stream, IntPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Integer) x), true))
                        .stopped()
                : stream.anyMatch(f);
    }

    /** {@link IntStream#allMatch(IntPredicate)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static boolean allMatch(IntStream stream, IntPredicate f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Integer) x), false))
                        .stopped()
                : stream.allMatch(f);
    }

    /** {@link IntStream#noneMatch(IntPredicate)}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static boolean noneMatch(IntStream stream, IntPredicate f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Integer) x), true))
                        .stopped()
                : stream.noneMatch(f);
    }

    /** {@link IntStream#findFirst()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static OptionalInt findFirst(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findFirst();
    }

    /** {@link IntStream#findAny()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static OptionalInt findAny(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findAny();
    }

    private static OptionalInt found(Results.Found found) {
        return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of((Integer) found.value());
    }

    /** {@link IntStream#toArray()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static int[] toArray(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).toArray()
                : stream.toArray();
    }

    /** {@link IntStream#sum()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static int sum(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).sum()
                : stream.sum();
    }

    /** {@link IntStream#min()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static OptionalInt min(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).min()
                : stream.min();
    }

    /** {@link IntStream#max()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static OptionalInt max(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).max()
                : stream.max();
    }

    /** {@link IntStream#count()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static long count(IntStream stream) {
        return Pipeline.isPipeline(stream) ? Pipeline.of(stream).toList().size() : stream.count();
    }

    /** {@link IntStream#average()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static OptionalDouble average(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).average()
                : stream.average();
    }

    /** {@link IntStream#summaryStatistics()}. */
    @Suspendable
    @StandIn(IntStream.class)
    public static IntSummaryStatistics summaryStatistics(IntStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).summaryStatistics()
                : stream.summaryStatistics();
    }

    private static IntStream unboxed(List<Object> all) {
        return all.stream().mapToInt(x -> (Integer) x);
    }
}
