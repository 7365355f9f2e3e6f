package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@link Collectors} that are given woven functions: collectors whose accumulators are woven too,
 * so that {@code collect} in woven code suspends in them ({@link ObjectResults}). For sequential
 * streams: a combiner throws. With functions that are not woven they are the JDK's own.
 */
@SuppressWarnings("overloads")
public final class Collecting {
    private Collecting() {}

    /** Whether one of a collector's functions can suspend. */
    static boolean isWoven(Collector<?, ?, ?> c) {
        return Pipeline.isWoven(c.accumulator())
                || Pipeline.isWoven(c.supplier())
                || Pipeline.isWoven(c.finisher());
    }

    /** One that can't be used in parallel. */
    static Collector<Object, Object, Object> of(
            Supplier<Object> supplier,
            BiConsumer<Object, Object> accumulator,
            Function<Object, Object> finisher) {
        BinaryOperator<Object> combiner =
                (a, b) -> {
                    throw new UnsupportedOperationException(
                            "a collector with functions that suspend, on a parallel stream; remove parallel()");
                };
        return Collector.of(supplier, accumulator, combiner, finisher);
    }

    /** Ends a downstream collector. */
    @Suspendable
    static Object finish(Collector<Object, Object, Object> c, Object container) {
        boolean identity = c.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH);
        return identity ? container : c.finisher().apply(container);
    }

    /** {@link Collectors#toMap(Function, Function)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Object, Object>> toMap(
            Function<Object, Object> key, Function<Object, Object> value) {
        return Pipeline.isWoven(key) || Pipeline.isWoven(value)
                ? cast(mapped(key, value, null, HashMap::new))
                : Collectors.toMap(key, value);
    }

    /** {@link Collectors#toMap(Function, Function, BinaryOperator)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Object, Object>> toMap(
            Function<Object, Object> key,
            Function<Object, Object> value,
            BinaryOperator<Object> merge) {
        return Pipeline.isWoven(key) || Pipeline.isWoven(value) || Pipeline.isWoven(merge)
                ? cast(mapped(key, value, Objects.requireNonNull(merge), HashMap::new))
                : Collectors.toMap(key, value, merge);
    }

    /** {@link Collectors#toMap(Function, Function, BinaryOperator, Supplier)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Object, Object>> toMap(
            Function<Object, Object> key,
            Function<Object, Object> value,
            BinaryOperator<Object> merge,
            Supplier<Map<Object, Object>> factory) {
        return Pipeline.isWoven(key) || Pipeline.isWoven(value) || Pipeline.isWoven(merge)
                ? cast(mapped(key, value, Objects.requireNonNull(merge), factory::get))
                : Collectors.toMap(key, value, merge, factory);
    }

    /** Without a function to merge with, a key that comes twice is an error, as the JDK's. */
    @Suspendable
    @SuppressWarnings("unchecked")
    private static Collector<Object, Object, Object> mapped(
            Function<Object, Object> key,
            Function<Object, Object> value,
            BinaryOperator<Object> merge,
            Supplier<Object> factory) {
        return of(
                factory,
                (map, x) -> put((Map<Object, Object>) map, key.apply(x), value.apply(x), merge),
                map -> map);
    }

    @Suspendable
    private static void put(
            Map<Object, Object> map, Object key, Object value, BinaryOperator<Object> merge) {
        Objects.requireNonNull(value);
        Object old = map.get(key);
        if (old == null) {
            map.put(key, value);
            return;
        }
        if (merge == null) {
            throw new IllegalStateException(
                    "Duplicate key "
                            + key
                            + " (attempted merging values "
                            + old
                            + " and "
                            + value
                            + ")");
        }
        Object merged = merge.apply(old, value);
        if (merged == null) {
            map.remove(key);
        } else {
            map.put(key, merged);
        }
    }

    /** {@link Collectors#mapping}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Object> mapping(
            Function<Object, Object> f, Collector<Object, Object, Object> to) {
        if (!Pipeline.isWoven(f) && !isWoven(to)) {
            return Collectors.mapping(f, to);
        }
        BiConsumer<Object, Object> next = to.accumulator();
        return of(to.supplier(), (c, x) -> next.accept(c, f.apply(x)), c -> finish(to, c));
    }

    /** {@link Collectors#filtering}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Object> filtering(
            Predicate<Object> f, Collector<Object, Object, Object> to) {
        if (!Pipeline.isWoven(f) && !isWoven(to)) {
            return Collectors.filtering(f, to);
        }
        BiConsumer<Object, Object> next = to.accumulator();
        BiConsumer<Object, Object> accumulator =
                (c, x) -> {
                    if (f.test(x)) {
                        next.accept(c, x);
                    }
                };
        return of(to.supplier(), accumulator, c -> finish(to, c));
    }

    /** {@link Collectors#flatMapping}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Object> flatMapping(
            Function<Object, Stream<Object>> f, Collector<Object, Object, Object> to) {
        if (!Pipeline.isWoven(f) && !isWoven(to)) {
            return Collectors.flatMapping(f, to);
        }
        return of(to.supplier(), (c, x) -> addAll(to, c, f.apply(x)), c -> finish(to, c));
    }

    @Suspendable
    private static void addAll(
            Collector<Object, Object, Object> to, Object container, Stream<Object> inner) {
        if (inner == null) {
            return;
        }
        BiConsumer<Object, Object> next = to.accumulator();
        try (Stream<Object> all = inner.sequential()) {
            all.forEach(y -> next.accept(container, y));
        }
    }

    /** {@link Collectors#collectingAndThen}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, Object, Object> collectingAndThen(
            Collector<Object, Object, Object> to, Function<Object, Object> f) {
        if (!Pipeline.isWoven(f) && !isWoven(to)) {
            return Collectors.collectingAndThen(to, f);
        }
        BiConsumer<Object, Object> next = to.accumulator();
        return of(to.supplier(), (c, x) -> next.accept(c, x), c -> f.apply(finish(to, c)));
    }

    /** {@link Collectors#reducing(Object, Function, BinaryOperator)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Object> reducing(
            Object identity, Function<Object, Object> f, BinaryOperator<Object> op) {
        return Pipeline.isWoven(f) || Pipeline.isWoven(op)
                ? of(
                        () -> new Object[] {identity},
                        (c, x) -> reduce(c, op, f.apply(x)),
                        c -> ((Object[]) c)[0])
                : Collectors.reducing(identity, f, op);
    }

    /** {@link Collectors#reducing(Object, BinaryOperator)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Object> reducing(
            Object identity, BinaryOperator<Object> op) {
        return Pipeline.isWoven(op)
                ? of(
                        () -> new Object[] {identity},
                        (c, x) -> reduce(c, op, x),
                        c -> ((Object[]) c)[0])
                : Collectors.reducing(identity, op);
    }

    @Suspendable
    private static void reduce(Object box, BinaryOperator<Object> op, Object x) {
        Object[] value = (Object[]) box;
        value[0] = op.apply(value[0], x);
    }

    /** {@link Collectors#toCollection}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Collection<Object>> toCollection(
            Supplier<Collection<Object>> factory) {
        if (!Pipeline.isWoven(factory)) {
            return Collectors.toCollection(factory);
        }
        return cast(of(() -> factory.get(), (c, x) -> add(c, x), c -> c));
    }

    @SuppressWarnings("unchecked")
    private static void add(Object collection, Object x) {
        ((Collection<Object>) collection).add(x);
    }

    @SuppressWarnings("unchecked")
    static <R> Collector<Object, ?, R> cast(Collector<Object, Object, Object> c) {
        return (Collector<Object, ?, R>) (Collector<?, ?, ?>) c;
    }

    /** A list for a collector without a downstream one. */
    @SuppressWarnings("unchecked")
    static Collector<Object, Object, Object> toList() {
        Collector<Object, ?, ArrayList<Object>> list = Collectors.toCollection(ArrayList::new);
        return (Collector<Object, Object, Object>) (Collector<?, ?, ?>) list;
    }
}
