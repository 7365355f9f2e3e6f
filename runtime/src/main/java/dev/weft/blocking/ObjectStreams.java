package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Operations of {@link Stream} with a function that can suspend; see {@link Pipeline}. */
@SuppressWarnings("overloads")
public final class ObjectStreams {
    private ObjectStreams() {}

    /** {@link Stream#filter(Predicate)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> filter(Stream<Object> stream, Predicate<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).filter(x -> f.test(x)).objects()
                : stream.filter(f);
    }

    /** {@link Stream#map(Function)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> map(Stream<Object> stream, Function<Object, Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.apply(x)).objects()
                : stream.map(f);
    }

    /** {@link Stream#mapToInt(ToIntFunction)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static IntStream mapToInt(Stream<Object> stream, ToIntFunction<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsInt(x)).ints()
                : stream.mapToInt(f);
    }

    /** {@link Stream#flatMapToInt(Function)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static IntStream flatMapToInt(Stream<Object> stream, Function<Object, IntStream> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply(x)).ints()
                : stream.flatMapToInt(f);
    }

    /** {@link Stream#mapToLong(ToLongFunction)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static LongStream mapToLong(Stream<Object> stream, ToLongFunction<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsLong(x)).longs()
                : stream.mapToLong(f);
    }

    /** {@link Stream#flatMapToLong(Function)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static LongStream flatMapToLong(Stream<Object> stream, Function<Object, LongStream> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply(x)).longs()
                : stream.flatMapToLong(f);
    }

    /** {@link Stream#mapToDouble(ToDoubleFunction)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static DoubleStream mapToDouble(Stream<Object> stream, ToDoubleFunction<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> f.applyAsDouble(x)).doubles()
                : stream.mapToDouble(f);
    }

    /** {@link Stream#flatMapToDouble(Function)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static DoubleStream flatMapToDouble(
            Stream<Object> stream, Function<Object, DoubleStream> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply(x)).doubles()
                : stream.flatMapToDouble(f);
    }

    /** {@link Stream#flatMap(Function)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> flatMap(
            Stream<Object> stream, Function<Object, Stream<Object>> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).flatMap(x -> f.apply(x)).objects()
                : stream.flatMap(f);
    }

    /** Stream.mapMulti, since Java 16. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> mapMulti(
            Stream<Object> stream, BiConsumer<Object, Consumer<Object>> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).then(next -> new Stages.Multiplied(f, next)).objects()
                : multiplied(stream, f);
    }

    private static Stream<Object> multiplied(
            Stream<Object> stream, BiConsumer<Object, Consumer<Object>> f) {
        return Newer.mapMulti(stream, f);
    }

    /** {@link Stream#peek(Consumer)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> peek(Stream<Object> stream, Consumer<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).map(x -> given(f, x)).objects()
                : stream.peek(f);
    }

    /** {@link Stream#sorted(Comparator)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> sorted(Stream<Object> stream, Comparator<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).sorted(Sorting.step(f)).objects()
                : stream.sorted(f);
    }

    /** {@link Stream#takeWhile(Predicate)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> takeWhile(Stream<Object> stream, Predicate<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).takeWhile(x -> f.test(x)).objects()
                : stream.takeWhile(f);
    }

    /** {@link Stream#dropWhile(Predicate)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Stream<Object> dropWhile(Stream<Object> stream, Predicate<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).dropWhile(x -> f.test(x)).objects()
                : stream.dropWhile(f);
    }

    @Suspendable
    private static Object given(Consumer<Object> f, Object x) {
        f.accept(x);
        return x;
    }
}
