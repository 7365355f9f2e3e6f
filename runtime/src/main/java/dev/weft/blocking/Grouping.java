package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** More of {@link Collectors} with woven functions, as {@link Collecting} says: groups and sums. */
@SuppressWarnings("overloads")
public final class Grouping {
    private Grouping() {}

    /** {@link Collectors#groupingBy(Function)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Object, List<Object>>> groupingBy(
            Function<Object, Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(grouped(f, HashMap::new, Collecting.toList()))
                : Collectors.groupingBy(f);
    }

    /** {@link Collectors#groupingBy(Function, Collector)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Object, Object>> groupingBy(
            Function<Object, Object> f, Collector<Object, Object, Object> to) {
        return Pipeline.isWoven(f) || Collecting.isWoven(to)
                ? Collecting.cast(grouped(f, HashMap::new, to))
                : Collectors.groupingBy(f, to);
    }

    /** {@link Collectors#groupingBy(Function, Supplier, Collector)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Object, Object>> groupingBy(
            Function<Object, Object> f,
            Supplier<Map<Object, Object>> factory,
            Collector<Object, Object, Object> to) {
        return Pipeline.isWoven(f) || Collecting.isWoven(to)
                ? Collecting.cast(grouped(f, factory::get, to))
                : Collectors.groupingBy(f, factory, to);
    }

    @Suspendable
    private static Collector<Object, Object, Object> grouped(
            Function<Object, Object> f,
            Supplier<Object> factory,
            Collector<Object, Object, Object> to) {
        return Collecting.of(
                factory,
                (groups, x) -> {
                    Object key = f.apply(x);
                    add(
                            groups,
                            Objects.requireNonNull(key, "element cannot be mapped to a null key"),
                            to,
                            x);
                },
                groups -> finished(groups, to));
    }

    /** Not with a function of the map's: the key's group is looked up before anything suspends. */
    @Suspendable
    @SuppressWarnings("unchecked")
    private static void add(
            Object groups, Object key, Collector<Object, Object, Object> to, Object x) {
        Map<Object, Object> map = (Map<Object, Object>) groups;
        Object group = map.get(key);
        if (group == null) {
            group = to.supplier().get();
            map.put(key, group);
        }
        to.accumulator().accept(group, x);
    }

    @Suspendable
    @SuppressWarnings("unchecked")
    private static Object finished(Object groups, Collector<Object, Object, Object> to) {
        Map<Object, Object> map = (Map<Object, Object>) groups;
        for (Map.Entry<Object, Object> group : map.entrySet()) {
            group.setValue(Collecting.finish(to, group.getValue()));
        }
        return map;
    }

    /** {@link Collectors#partitioningBy(Predicate)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Boolean, List<Object>>> partitioningBy(
            Predicate<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(parted(f, Collecting.toList()))
                : Collectors.partitioningBy(f);
    }

    /** {@link Collectors#partitioningBy(Predicate, Collector)}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Map<Boolean, Object>> partitioningBy(
            Predicate<Object> f, Collector<Object, Object, Object> to) {
        return Pipeline.isWoven(f) || Collecting.isWoven(to)
                ? Collecting.cast(parted(f, to))
                : Collectors.partitioningBy(f, to);
    }

    @Suspendable
    private static Collector<Object, Object, Object> parted(
            Predicate<Object> f, Collector<Object, Object, Object> to) {
        return Collecting.of(
                () -> parts(to),
                (parts, x) -> add(parts, f.test(x), to, x),
                parts -> finished(parts, to));
    }

    /** Both parts are there, also when empty. */
    @Suspendable
    private static Map<Object, Object> parts(Collector<Object, Object, Object> to) {
        Map<Object, Object> parts = new LinkedHashMap<>();
        parts.put(false, to.supplier().get());
        parts.put(true, to.supplier().get());
        return parts;
    }

    /** {@link Collectors#summingInt}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Integer> summingInt(ToIntFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(
                        Collecting.of(
                                () -> new int[1],
                                (sum, x) -> ((int[]) sum)[0] += f.applyAsInt(x),
                                sum -> ((int[]) sum)[0]))
                : Collectors.summingInt(f);
    }

    /** {@link Collectors#summingLong}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Long> summingLong(ToLongFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(
                        Collecting.of(
                                () -> new long[1],
                                (sum, x) -> ((long[]) sum)[0] += f.applyAsLong(x),
                                sum -> ((long[]) sum)[0]))
                : Collectors.summingLong(f);
    }

    /** {@link Collectors#averagingInt}: by way of the numbers, which the JDK adds up. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Double> averagingInt(ToIntFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(
                        Collecting.of(
                                () -> new long[2],
                                (sum, x) -> count(sum, f.applyAsInt(x)),
                                sum -> average((long[]) sum)))
                : Collectors.averagingInt(f);
    }

    /** {@link Collectors#averagingLong}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Double> averagingLong(ToLongFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(
                        Collecting.of(
                                () -> new long[2],
                                (sum, x) -> count(sum, f.applyAsLong(x)),
                                sum -> average((long[]) sum)))
                : Collectors.averagingLong(f);
    }

    private static void count(Object sum, long x) {
        ((long[]) sum)[0] += x;
        ((long[]) sum)[1]++;
    }

    private static Object average(long[] sum) {
        return sum[1] == 0 ? 0.0d : (double) sum[0] / sum[1];
    }

    /** {@link Collectors#summingDouble}: the numbers are kept, and added up as the JDK does. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Double> summingDouble(ToDoubleFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(
                        Collecting.of(
                                Numbers::new,
                                (all, x) -> ((Numbers) all).add(f.applyAsDouble(x)),
                                all -> ((Numbers) all).collect(Collectors.summingDouble(y -> y))))
                : Collectors.summingDouble(f);
    }

    /** {@link Collectors#averagingDouble}: as {@link #summingDouble}. */
    @Suspendable
    @StandIn(value = Collectors.class, isStatic = true)
    public static Collector<Object, ?, Double> averagingDouble(ToDoubleFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? Collecting.cast(
                        Collecting.of(
                                Numbers::new,
                                (all, x) -> ((Numbers) all).add(f.applyAsDouble(x)),
                                all -> ((Numbers) all).collect(Collectors.averagingDouble(y -> y))))
                : Collectors.averagingDouble(f);
    }

    /** The terms of a sum; not suspendable. */
    private static final class Numbers {
        private final List<Double> all = new ArrayList<>();

        void add(double x) {
            all.add(x);
        }

        Object collect(Collector<? super Double, ?, Double> c) {
            return all.stream().collect(c);
        }
    }
}
