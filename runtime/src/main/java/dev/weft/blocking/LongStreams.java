package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Operations of {@link LongStream} with a function that can suspend; see {@link Pipeline}. Elements
 * are boxed once the first such function is met.
 */
@SuppressWarnings("overloads")
public final class LongStreams {
    private LongStreams() {}

    /** {@link LongStream#filter(LongPredicate)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongStream filter(LongStream stream, LongPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).filter(x -> f.test((Long) x)).longs()
                : stream.filter(f);
    }

    /** {@link LongStream#map(LongUnaryOperator)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongStream map(LongStream stream, LongUnaryOperator f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsLong((Long) x)).longs()
                : stream.map(f);
    }

    /** {@link LongStream#mapToObj(LongFunction)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static Stream<Object> mapToObj(LongStream stream, LongFunction<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.apply((Long) x)).objects()
                : stream.mapToObj(f);
    }

    /** {@link LongStream#mapToInt(LongToIntFunction)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static IntStream mapToInt(LongStream stream, LongToIntFunction f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsInt((Long) x)).ints()
                : stream.mapToInt(f);
    }

    /** {@link LongStream#mapToDouble(LongToDoubleFunction)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static DoubleStream mapToDouble(LongStream stream, LongToDoubleFunction f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsDouble((Long) x)).doubles()
                : stream.mapToDouble(f);
    }

    /** {@link LongStream#flatMap(LongFunction)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongStream flatMap(LongStream stream, LongFunction<LongStream> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply((Long) x)).longs()
                : stream.flatMap(f);
    }

    /** {@link LongStream#peek(LongConsumer)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongStream peek(LongStream stream, LongConsumer f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> given(f, (Long) x)).longs()
                : stream.peek(f);
    }

    /** {@link LongStream#takeWhile(LongPredicate)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongStream takeWhile(LongStream stream, LongPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).takeWhile(x -> f.test((Long) x)).longs()
                : stream.takeWhile(f);
    }

    /** {@link LongStream#dropWhile(LongPredicate)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongStream dropWhile(LongStream stream, LongPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).dropWhile(x -> f.test((Long) x)).longs()
                : stream.dropWhile(f);
    }

    /** {@link LongStream#forEach(LongConsumer)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static void forEach(LongStream stream, LongConsumer f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, (Long) x)));
        } else {
            stream.forEach(f);
        }
    }

    /** {@link LongStream#forEachOrdered(LongConsumer)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static void forEachOrdered(LongStream stream, LongConsumer f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, (Long) x)));
        } else {
            stream.forEachOrdered(f);
        }
    }

    @Suspendable
    private static Object given(LongConsumer f, Long x) {
        f.accept(x);
        return x;
    }

    /** {@link LongStream#reduce(long, LongBinaryOperator)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static long reduce(LongStream stream, long identity, LongBinaryOperator f) {
        return Pipeline.suits(stream, f)
                ? (Long)
                        Pipeline.of(stream)
                                .run(
                                        new Results.Reduced(
                                                identity,
                                                (x, y) -> f.applyAsLong((Long) x, (Long) y)))
                                .value()
                : stream.reduce(identity, f);
    }

    /** {@link LongStream#reduce(LongBinaryOperator)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static OptionalLong reduce(LongStream stream, LongBinaryOperator f) {
        return Pipeline.suits(stream, f)
                ? reduced(
                        Pipeline.of(stream)
                                .run(
                                        new Results.Reduced(
                                                (x, y) -> f.applyAsLong((Long) x, (Long) y))))
                : stream.reduce(f);
    }

    private static OptionalLong reduced(Results.Reduced r) {
        return r.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) r.value());
    }

    /** {@link LongStream#anyMatch(LongPredicate)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static boolean anyMatch(LongStream stream, LongPredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Long) x), true))
                        .stopped()
                : stream.anyMatch(f);
    }

    /** {@link LongStream#allMatch(LongPredicate)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static boolean allMatch(LongStream stream, LongPredicate f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Long) x), false))
                        .stopped()
                : stream.allMatch(f);
    }

    /** {@link LongStream#noneMatch(LongPredicate)}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static boolean noneMatch(LongStream stream, LongPredicate f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Long) x), true))
                        .stopped()
                : stream.noneMatch(f);
    }

    /** {@link LongStream#findFirst()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static OptionalLong findFirst(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findFirst();
    }

    /** {@link LongStream#findAny()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static OptionalLong findAny(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findAny();
    }

    private static OptionalLong found(Results.Found found) {
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) found.value());
    }

    /** {@link LongStream#toArray()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static long[] toArray(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).toArray()
                : stream.toArray();
    }

    /** {@link LongStream#sum()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static long sum(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).sum()
                : stream.sum();
    }

    /** {@link LongStream#min()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static OptionalLong min(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).min()
                : stream.min();
    }

    /** {@link LongStream#max()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static OptionalLong max(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).max()
                : stream.max();
    }

    /** {@link LongStream#count()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static long count(LongStream stream) {
        return Pipeline.isPipeline(stream) ? Pipeline.of(stream).toList().size() : stream.count();
    }

    /** {@link LongStream#average()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static OptionalDouble average(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).average()
                : stream.average();
    }

    /** {@link LongStream#summaryStatistics()}. */
    @Suspendable
    @StandIn(LongStream.class)
    public static LongSummaryStatistics summaryStatistics(LongStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).summaryStatistics()
                : stream.summaryStatistics();
    }

    private static LongStream unboxed(List<Object> all) {
        return all.stream().mapToLong(x -> (Long) x);
    }
}
