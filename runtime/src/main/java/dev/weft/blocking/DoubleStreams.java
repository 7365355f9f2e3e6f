package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Operations of {@link DoubleStream} with a function that can suspend; see {@link Pipeline}.
 * Elements are boxed once the first such function is met.
 */
@SuppressWarnings("overloads")
public final class DoubleStreams {
    private DoubleStreams() {}

    /** {@link DoubleStream#filter(DoublePredicate)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleStream filter(DoubleStream stream, DoublePredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).filter(x -> f.test((Double) x)).doubles()
                : stream.filter(f);
    }

    /** {@link DoubleStream#map(DoubleUnaryOperator)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleStream map(DoubleStream stream, DoubleUnaryOperator f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsDouble((Double) x)).doubles()
                : stream.map(f);
    }

    /** {@link DoubleStream#mapToObj(DoubleFunction)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static Stream<Object> mapToObj(DoubleStream stream, DoubleFunction<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.apply((Double) x)).objects()
                : stream.mapToObj(f);
    }

    /** {@link DoubleStream#mapToInt(DoubleToIntFunction)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static IntStream mapToInt(DoubleStream stream, DoubleToIntFunction f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsInt((Double) x)).ints()
                : stream.mapToInt(f);
    }

    /** {@link DoubleStream#mapToLong(DoubleToLongFunction)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static LongStream mapToLong(DoubleStream stream, DoubleToLongFunction f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsLong((Double) x)).longs()
                : stream.mapToLong(f);
    }

    /** {@link DoubleStream#flatMap(DoubleFunction)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleStream flatMap(DoubleStream stream, DoubleFunction<DoubleStream> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply((Double) x)).doubles()
                : stream.flatMap(f);
    }

    /** {@link DoubleStream#peek(DoubleConsumer)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleStream peek(DoubleStream stream, DoubleConsumer f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> given(f, (Double) x)).doubles()
                : stream.peek(f);
    }

    /** {@link DoubleStream#takeWhile(DoublePredicate)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleStream takeWhile(DoubleStream stream, DoublePredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).takeWhile(x -> f.test((Double) x)).doubles()
                : stream.takeWhile(f);
    }

    /** {@link DoubleStream#dropWhile(DoublePredicate)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleStream dropWhile(DoubleStream stream, DoublePredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).dropWhile(x -> f.test((Double) x)).doubles()
                : stream.dropWhile(f);
    }

    /** {@link DoubleStream#forEach(DoubleConsumer)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static void forEach(DoubleStream stream, DoubleConsumer f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, (Double) x)));
        } else {
            stream.forEach(f);
        }
    }

    /** {@link DoubleStream#forEachOrdered(DoubleConsumer)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static void forEachOrdered(DoubleStream stream, DoubleConsumer f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, (Double) x)));
        } else {
            stream.forEachOrdered(f);
        }
    }

    @Suspendable
    private static Object given(DoubleConsumer f, Double x) {
        f.accept(x);
        return x;
    }

    /** {@link DoubleStream#reduce(double, DoubleBinaryOperator)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static double reduce(DoubleStream stream, double identity, DoubleBinaryOperator f) {
        return Pipeline.suits(stream, f)
                ? (Double)
                        Pipeline.of(stream)
                                .run(
                                        new Results.Reduced(
                                                identity,
                                                (x, y) -> f.applyAsDouble((Double) x, (Double) y)))
                                .value()
                : stream.reduce(identity, f);
    }

    /** {@link DoubleStream#reduce(DoubleBinaryOperator)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static OptionalDouble reduce(DoubleStream stream, DoubleBinaryOperator f) {
        return Pipeline.suits(stream, f)
                ? reduced(
                        Pipeline.of(stream)
                                .run(
                                        new Results.Reduced(
                                                (x, y) -> f.applyAsDouble((Double) x, (Double) y))))
                : stream.reduce(f);
    }

    private static OptionalDouble reduced(Results.Reduced r) {
        return r.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((Double) r.value());
    }

    /** {@link DoubleStream#anyMatch(DoublePredicate)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static boolean anyMatch(DoubleStream stream, DoublePredicate f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Double) x), true))
                        .stopped()
                : stream.anyMatch(f);
    }

    /** {@link DoubleStream#allMatch(DoublePredicate)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static boolean allMatch(DoubleStream stream, DoublePredicate f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Double) x), false))
                        .stopped()
                : stream.allMatch(f);
    }

    /** {@link DoubleStream#noneMatch(DoublePredicate)}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static boolean noneMatch(DoubleStream stream, DoublePredicate f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream)
                        .run(new Results.Matched(x -> f.test((Double) x), true))
                        .stopped()
                : stream.noneMatch(f);
    }

    /** {@link DoubleStream#findFirst()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static OptionalDouble findFirst(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findFirst();
    }

    /** {@link DoubleStream#findAny()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static OptionalDouble findAny(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findAny();
    }

    private static OptionalDouble found(Results.Found found) {
        return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((Double) found.value());
    }

    /** {@link DoubleStream#toArray()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static double[] toArray(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).toArray()
                : stream.toArray();
    }

    /** {@link DoubleStream#sum()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static double sum(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).sum()
                : stream.sum();
    }

    /** {@link DoubleStream#min()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static OptionalDouble min(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).min()
                : stream.min();
    }

    /** {@link DoubleStream#max()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static OptionalDouble max(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).max()
                : stream.max();
    }

    /** {@link DoubleStream#count()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static long count(DoubleStream stream) {
        return Pipeline.isPipeline(stream) ? Pipeline.of(stream).toList().size() : stream.count();
    }

    /** {@link DoubleStream#average()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static OptionalDouble average(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).average()
                : stream.average();
    }

    /** {@link DoubleStream#summaryStatistics()}. */
    @Suspendable
    @StandIn(DoubleStream.class)
    public static DoubleSummaryStatistics summaryStatistics(DoubleStream stream) {
        return Pipeline.isPipeline(stream)
                ? unboxed(Pipeline.of(stream).toList()).summaryStatistics()
                : stream.summaryStatistics();
    }

    private static DoubleStream unboxed(List<Object> all) {
        return all.stream().mapToDouble(x -> (Double) x);
    }
}
