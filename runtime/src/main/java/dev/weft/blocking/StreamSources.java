package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.Iterator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams whose elements are made by a function that can suspend; see {@link Pipeline}. */
@SuppressWarnings("overloads")
public final class StreamSources {
    private StreamSources() {}

    /** {@link Stream#generate}. */
    @Suspendable
    @StandIn(value = Stream.class, isStatic = true)
    public static Stream<Object> generate(Supplier<Object> f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(new PipelineSource.Generated(x -> f.get())).objects()
                : Stream.generate(f);
    }

    /** {@link Stream#iterate} without end. */
    @Suspendable
    @StandIn(value = Stream.class, isStatic = true)
    public static Stream<Object> iterate(Object seed, UnaryOperator<Object> f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(new PipelineSource.Iterated(seed, null, x -> f.apply(x))).objects()
                : Stream.iterate(seed, f);
    }

    /** {@link Stream#iterate} with an end. */
    @Suspendable
    @StandIn(value = Stream.class, isStatic = true)
    public static Stream<Object> iterate(
            Object seed, Predicate<Object> test, UnaryOperator<Object> f) {
        return Pipeline.isWoven(f) || Pipeline.isWoven(test)
                ? Pipeline.of(new PipelineSource.Iterated(seed, x -> test.test(x), x -> f.apply(x)))
                        .objects()
                : Stream.iterate(seed, test, f);
    }

    /** {@link IntStream#generate}. */
    @Suspendable
    @StandIn(value = IntStream.class, isStatic = true)
    public static IntStream generate(IntSupplier f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(new PipelineSource.Generated(x -> f.getAsInt())).ints()
                : IntStream.generate(f);
    }

    /** {@link IntStream#iterate} without end. */
    @Suspendable
    @StandIn(value = IntStream.class, isStatic = true)
    public static IntStream iterate(int seed, IntUnaryOperator f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(
                                new PipelineSource.Iterated(
                                        seed, null, x -> f.applyAsInt((Integer) x)))
                        .ints()
                : IntStream.iterate(seed, f);
    }

    /** {@link IntStream#iterate} with an end. */
    @Suspendable
    @StandIn(value = IntStream.class, isStatic = true)
    public static IntStream iterate(int seed, IntPredicate test, IntUnaryOperator f) {
        return Pipeline.isWoven(f) || Pipeline.isWoven(test)
                ? Pipeline.of(
                                new PipelineSource.Iterated(
                                        seed,
                                        x -> test.test((Integer) x),
                                        x -> f.applyAsInt((Integer) x)))
                        .ints()
                : IntStream.iterate(seed, test, f);
    }

    /** {@link LongStream#generate}. */
    @Suspendable
    @StandIn(value = LongStream.class, isStatic = true)
    public static LongStream generate(LongSupplier f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(new PipelineSource.Generated(x -> f.getAsLong())).longs()
                : LongStream.generate(f);
    }

    /** {@link LongStream#iterate} without end. */
    @Suspendable
    @StandIn(value = LongStream.class, isStatic = true)
    public static LongStream iterate(long seed, LongUnaryOperator f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(new PipelineSource.Iterated(seed, null, x -> f.applyAsLong((Long) x)))
                        .longs()
                : LongStream.iterate(seed, f);
    }

    /** {@link LongStream#iterate} with an end. */
    @Suspendable
    @StandIn(value = LongStream.class, isStatic = true)
    public static LongStream iterate(long seed, LongPredicate test, LongUnaryOperator f) {
        return Pipeline.isWoven(f) || Pipeline.isWoven(test)
                ? Pipeline.of(
                                new PipelineSource.Iterated(
                                        seed,
                                        x -> test.test((Long) x),
                                        x -> f.applyAsLong((Long) x)))
                        .longs()
                : LongStream.iterate(seed, test, f);
    }

    /** {@link DoubleStream#generate}. */
    @Suspendable
    @StandIn(value = DoubleStream.class, isStatic = true)
    public static DoubleStream generate(DoubleSupplier f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(new PipelineSource.Generated(x -> f.getAsDouble())).doubles()
                : DoubleStream.generate(f);
    }

    /** {@link DoubleStream#iterate} without end. */
    @Suspendable
    @StandIn(value = DoubleStream.class, isStatic = true)
    public static DoubleStream iterate(double seed, DoubleUnaryOperator f) {
        return Pipeline.isWoven(f)
                ? Pipeline.of(
                                new PipelineSource.Iterated(
                                        seed, null, x -> f.applyAsDouble((Double) x)))
                        .doubles()
                : DoubleStream.iterate(seed, f);
    }

    /** {@link DoubleStream#iterate} with an end. */
    @Suspendable
    @StandIn(value = DoubleStream.class, isStatic = true)
    public static DoubleStream iterate(double seed, DoublePredicate test, DoubleUnaryOperator f) {
        return Pipeline.isWoven(f) || Pipeline.isWoven(test)
                ? Pipeline.of(
                                new PipelineSource.Iterated(
                                        seed,
                                        x -> test.test((Double) x),
                                        x -> f.applyAsDouble((Double) x)))
                        .doubles()
                : DoubleStream.iterate(seed, test, f);
    }

    /** {@link Stream#concat}. */
    @Suspendable
    @StandIn(value = Stream.class, isStatic = true)
    public static Stream<Object> concat(Stream<Object> a, Stream<Object> b) {
        return Pipeline.isPipeline(a) || Pipeline.isPipeline(b)
                ? both(a, b).objects()
                : Stream.concat(a, b);
    }

    /** {@link IntStream#concat}. */
    @Suspendable
    @StandIn(value = IntStream.class, isStatic = true)
    public static IntStream concat(IntStream a, IntStream b) {
        return Pipeline.isPipeline(a) || Pipeline.isPipeline(b)
                ? both(a, b).ints()
                : IntStream.concat(a, b);
    }

    /** {@link LongStream#concat}. */
    @Suspendable
    @StandIn(value = LongStream.class, isStatic = true)
    public static LongStream concat(LongStream a, LongStream b) {
        return Pipeline.isPipeline(a) || Pipeline.isPipeline(b)
                ? both(a, b).longs()
                : LongStream.concat(a, b);
    }

    /** {@link DoubleStream#concat}. */
    @Suspendable
    @StandIn(value = DoubleStream.class, isStatic = true)
    public static DoubleStream concat(DoubleStream a, DoubleStream b) {
        return Pipeline.isPipeline(a) || Pipeline.isPipeline(b)
                ? both(a, b).doubles()
                : DoubleStream.concat(a, b);
    }

    private static Pipeline both(BaseStream<?, ?> a, BaseStream<?, ?> b) {
        PipelineSource both =
                new PipelineSource.Concatenated(
                        Pipeline.of(a).iterator(), Pipeline.of(b).iterator());
        return Pipeline.of(both, a, b);
    }

    /** {@link BaseStream#iterator()}. */
    @Suspendable
    @StandIn(BaseStream.class)
    public static Iterator<?> iterator(BaseStream<?, ?> stream) {
        return Pipeline.isPipeline(stream) && stream instanceof Stream
                ? Pipeline.of(stream).iterator()
                : stream.iterator();
    }
}
