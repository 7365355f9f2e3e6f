package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * Terminal operations of {@link Stream}; see {@link Pipeline}, and {@link Collecting} for
 * collectors.
 */
@SuppressWarnings("overloads")
public final class ObjectResults {
    private ObjectResults() {}

    /** {@link Stream#forEach(Consumer)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static void forEach(Stream<Object> stream, Consumer<Object> f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, x)));
        } else {
            stream.forEach(f);
        }
    }

    /** {@link Stream#forEachOrdered(Consumer)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static void forEachOrdered(Stream<Object> stream, Consumer<Object> f) {
        if (Pipeline.suits(stream, f)) {
            Pipeline.of(stream).run(new Results.Each(x -> given(f, x)));
        } else {
            stream.forEachOrdered(f);
        }
    }

    @Suspendable
    private static Object given(Consumer<Object> f, Object x) {
        f.accept(x);
        return x;
    }

    /** {@link Stream#reduce(Object, BinaryOperator)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Object reduce(Stream<Object> stream, Object identity, BinaryOperator<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Reduced(identity, (x, y) -> f.apply(x, y)))
                        .value()
                : stream.reduce(identity, f);
    }

    /** {@link Stream#reduce(BinaryOperator)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Optional<Object> reduce(Stream<Object> stream, BinaryOperator<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).run(new Results.Reduced((x, y) -> f.apply(x, y))).optional()
                : stream.reduce(f);
    }

    /** {@link Stream#reduce(Object, BiFunction, BinaryOperator)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Object reduce(
            Stream<Object> stream,
            Object identity,
            BiFunction<Object, Object, Object> f,
            BinaryOperator<Object> combiner) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Reduced(identity, (x, y) -> f.apply(x, y)))
                        .value()
                : stream.reduce(identity, f, combiner);
    }

    /** {@link Stream#collect(Supplier, BiConsumer, BiConsumer)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Object collect(
            Stream<Object> stream,
            Supplier<Object> supplier,
            BiConsumer<Object, Object> f,
            BiConsumer<Object, Object> combiner) {
        return Pipeline.suits(stream, f) || Pipeline.suits(stream, supplier)
                ? collected(Pipeline.of(stream), supplier.get(), f)
                : stream.collect(supplier, f, combiner);
    }

    @Suspendable
    private static Object collected(Pipeline from, Object to, BiConsumer<Object, Object> f) {
        from.run(new Results.Each(x -> added(f, to, x)));
        return to;
    }

    @Suspendable
    private static Object added(BiConsumer<Object, Object> f, Object to, Object x) {
        f.accept(to, x);
        return to;
    }

    /** {@link Stream#collect(Collector)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Object collect(
            Stream<Object> stream, Collector<Object, Object, Object> collector) {
        return Pipeline.isPipeline(stream) || isWoven(stream, collector)
                ? finished(Pipeline.of(stream), collector)
                : stream.collect(collector);
    }

    /** A collector of {@link Collector#of} with woven functions. */
    private static boolean isWoven(Stream<Object> stream, Collector<Object, Object, Object> c) {
        return Pipeline.suits(stream, c.accumulator())
                || Pipeline.suits(stream, c.supplier())
                || Pipeline.suits(stream, c.finisher());
    }

    @Suspendable
    private static Object finished(Pipeline from, Collector<Object, Object, Object> c) {
        Object container = collected(from, c.supplier().get(), c.accumulator());
        boolean identity = c.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH);
        return identity ? container : c.finisher().apply(container);
    }

    /** {@link Stream#toArray()}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Object[] toArray(Stream<Object> stream) {
        return Pipeline.isPipeline(stream)
                ? Pipeline.of(stream).toList().toArray()
                : stream.toArray();
    }

    /** {@link Stream#toArray(IntFunction)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Object[] toArray(Stream<Object> stream, IntFunction<Object[]> f) {
        return Pipeline.isPipeline(stream)
                ? array(Pipeline.of(stream).toList(), f)
                : stream.toArray(f);
    }

    private static Object[] array(List<Object> items, IntFunction<Object[]> f) {
        return items.stream().toArray(f);
    }

    /** Stream.toList(), since Java 16. */
    @Suspendable
    @StandIn(Stream.class)
    public static List<Object> toList(Stream<Object> stream) {
        return Pipeline.isPipeline(stream)
                ? Collections.unmodifiableList(Pipeline.of(stream).toList())
                : listed(stream);
    }

    private static List<Object> listed(Stream<Object> stream) {
        return Newer.toList(stream);
    }

    /** {@link Stream#count()}. */
    @Suspendable
    @StandIn(Stream.class)
    public static long count(Stream<Object> stream) {
        return Pipeline.isPipeline(stream) ? Pipeline.of(stream).toList().size() : stream.count();
    }

    /** {@link Stream#min(Comparator)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Optional<Object> min(Stream<Object> stream, Comparator<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Reduced((x, y) -> f.compare(x, y) <= 0 ? x : y))
                        .optional()
                : stream.min(f);
    }

    /** {@link Stream#max(Comparator)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Optional<Object> max(Stream<Object> stream, Comparator<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream)
                        .run(new Results.Reduced((x, y) -> f.compare(x, y) >= 0 ? x : y))
                        .optional()
                : stream.max(f);
    }

    /** {@link Stream#anyMatch(Predicate)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static boolean anyMatch(Stream<Object> stream, Predicate<Object> f) {
        return Pipeline.suits(stream, f)
                ? Pipeline.of(stream).run(new Results.Matched(x -> f.test(x), true)).stopped()
                : stream.anyMatch(f);
    }

    /** {@link Stream#allMatch(Predicate)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static boolean allMatch(Stream<Object> stream, Predicate<Object> f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream).run(new Results.Matched(x -> f.test(x), false)).stopped()
                : stream.allMatch(f);
    }

    /** {@link Stream#noneMatch(Predicate)}. */
    @Suspendable
    @StandIn(Stream.class)
    public static boolean noneMatch(Stream<Object> stream, Predicate<Object> f) {
        return Pipeline.suits(stream, f)
                ? !Pipeline.of(stream).run(new Results.Matched(x -> f.test(x), true)).stopped()
                : stream.noneMatch(f);
    }

    /** {@link Stream#findFirst()}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Optional<Object> findFirst(Stream<Object> stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findFirst();
    }

    /** {@link Stream#findAny()}. */
    @Suspendable
    @StandIn(Stream.class)
    public static Optional<Object> findAny(Stream<Object> stream) {
        return Pipeline.isPipeline(stream)
                ? found(Pipeline.of(stream).run(new Results.Found()))
                : stream.findAny();
    }

    private static Optional<Object> found(Results.Found found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.value());
    }
}
