package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * What the JDK makes of functions: when one of them is woven the result is a woven lambda too, else
 * it is the JDK's own. A class with a method of its own is called as it is. Unlike the JDK's, what
 * is made here of comparators is not serializable.
 */
@SuppressWarnings("overloads")
public final class Composed {
    private Composed() {}

    /** Whether the result is to be woven: one of the two is, and the JDK's method would run. */
    static boolean ours(Object f, Object g, String method, Class<?> parameter) {
        return g != null
                && (Pipeline.isWoven(f) || Pipeline.isWoven(g))
                && Jdk.inherits(f, method, parameter);
    }

    /** {@link Function#andThen}. */
    @Suspendable
    @StandIn(Function.class)
    public static Function<Object, Object> andThen(
            Function<Object, Object> f, Function<Object, Object> g) {
        return ours(f, g, "andThen", Function.class) ? x -> g.apply(f.apply(x)) : f.andThen(g);
    }

    /** {@link Function#compose}. */
    @Suspendable
    @StandIn(Function.class)
    public static Function<Object, Object> compose(
            Function<Object, Object> f, Function<Object, Object> g) {
        return ours(f, g, "compose", Function.class) ? x -> f.apply(g.apply(x)) : f.compose(g);
    }

    /** {@link BiFunction#andThen}. */
    @Suspendable
    @StandIn(BiFunction.class)
    public static BiFunction<Object, Object, Object> andThen(
            BiFunction<Object, Object, Object> f, Function<Object, Object> g) {
        return ours(f, g, "andThen", Function.class)
                ? (x, y) -> g.apply(f.apply(x, y))
                : f.andThen(g);
    }

    /** {@link Consumer#andThen}. */
    @Suspendable
    @StandIn(Consumer.class)
    public static Consumer<Object> andThen(Consumer<Object> f, Consumer<Object> g) {
        if (!ours(f, g, "andThen", Consumer.class)) {
            return f.andThen(g);
        }
        return x -> {
            f.accept(x);
            g.accept(x);
        };
    }

    /** {@link Predicate#and}. */
    @Suspendable
    @StandIn(Predicate.class)
    public static Predicate<Object> and(Predicate<Object> f, Predicate<Object> g) {
        return ours(f, g, "and", Predicate.class) ? x -> f.test(x) && g.test(x) : f.and(g);
    }

    /** {@link Predicate#or}. */
    @Suspendable
    @StandIn(Predicate.class)
    public static Predicate<Object> or(Predicate<Object> f, Predicate<Object> g) {
        return ours(f, g, "or", Predicate.class) ? x -> f.test(x) || g.test(x) : f.or(g);
    }

    /** {@link Predicate#negate}. */
    @Suspendable
    @StandIn(Predicate.class)
    public static Predicate<Object> negate(Predicate<Object> f) {
        boolean own = Pipeline.isWoven(f) && Jdk.inherits(f, "negate");
        return own ? x -> !f.test(x) : f.negate();
    }

    /** {@link BiPredicate#and}. */
    @Suspendable
    @StandIn(BiPredicate.class)
    public static BiPredicate<Object, Object> and(
            BiPredicate<Object, Object> f, BiPredicate<Object, Object> g) {
        return ours(f, g, "and", BiPredicate.class)
                ? (x, y) -> f.test(x, y) && g.test(x, y)
                : f.and(g);
    }

    /** {@link BiPredicate#or}. */
    @Suspendable
    @StandIn(BiPredicate.class)
    public static BiPredicate<Object, Object> or(
            BiPredicate<Object, Object> f, BiPredicate<Object, Object> g) {
        return ours(f, g, "or", BiPredicate.class)
                ? (x, y) -> f.test(x, y) || g.test(x, y)
                : f.or(g);
    }

    /** {@link BiPredicate#negate}. */
    @Suspendable
    @StandIn(BiPredicate.class)
    public static BiPredicate<Object, Object> negate(BiPredicate<Object, Object> f) {
        boolean own = Pipeline.isWoven(f) && Jdk.inherits(f, "negate");
        return own ? (x, y) -> !f.test(x, y) : f.negate();
    }

    /** {@link BiConsumer#andThen}. */
    @Suspendable
    @StandIn(BiConsumer.class)
    public static BiConsumer<Object, Object> andThen(
            BiConsumer<Object, Object> f, BiConsumer<Object, Object> g) {
        if (!ours(f, g, "andThen", BiConsumer.class)) {
            return f.andThen(g);
        }
        return (x, y) -> {
            f.accept(x, y);
            g.accept(x, y);
        };
    }

    /** {@link Comparator#reversed}. */
    @Suspendable
    @StandIn(Comparator.class)
    public static Comparator<Object> reversed(Comparator<Object> f) {
        boolean own = Pipeline.isWoven(f) && Jdk.inherits(f, "reversed");
        return own ? (x, y) -> f.compare(y, x) : f.reversed();
    }

    /** {@link Comparator#thenComparing(Comparator)}. */
    @Suspendable
    @StandIn(Comparator.class)
    public static Comparator<Object> thenComparing(Comparator<Object> f, Comparator<Object> g) {
        if (!ours(f, g, "thenComparing", Comparator.class)) {
            return f.thenComparing(g);
        }
        return (x, y) -> {
            int order = f.compare(x, y);
            return order != 0 ? order : g.compare(x, y);
        };
    }

    /** {@link Comparator#thenComparing(Function)}. */
    @Suspendable
    @StandIn(Comparator.class)
    public static Comparator<Object> thenComparing(
            Comparator<Object> f, Function<Object, Comparable<Object>> g) {
        return ours(f, g, "thenComparing", Function.class)
                ? thenComparing(f, byKey(g))
                : f.thenComparing(g);
    }

    /** {@link Comparator#comparing(Function)}. */
    @Suspendable
    @StandIn(value = Comparator.class, isStatic = true)
    public static Comparator<Object> comparing(Function<Object, Comparable<Object>> f) {
        return Pipeline.isWoven(f) ? byKey(f) : Comparator.comparing(f);
    }

    @Suspendable
    private static Comparator<Object> byKey(Function<Object, Comparable<Object>> f) {
        return (x, y) -> f.apply(x).compareTo(f.apply(y));
    }

    /** {@link Comparator#comparing(Function, Comparator)}. */
    @Suspendable
    @StandIn(value = Comparator.class, isStatic = true)
    public static Comparator<Object> comparing(
            Function<Object, Object> f, Comparator<Object> order) {
        return order != null && (Pipeline.isWoven(f) || Pipeline.isWoven(order))
                ? (x, y) -> order.compare(f.apply(x), f.apply(y))
                : Comparator.comparing(f, order);
    }

    /** {@link Comparator#comparingInt}. */
    @Suspendable
    @StandIn(value = Comparator.class, isStatic = true)
    public static Comparator<Object> comparingInt(ToIntFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? (x, y) -> Integer.compare(f.applyAsInt(x), f.applyAsInt(y))
                : Comparator.comparingInt(f);
    }

    /** {@link Comparator#comparingLong}. */
    @Suspendable
    @StandIn(value = Comparator.class, isStatic = true)
    public static Comparator<Object> comparingLong(ToLongFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? (x, y) -> Long.compare(f.applyAsLong(x), f.applyAsLong(y))
                : Comparator.comparingLong(f);
    }

    /** {@link Comparator#comparingDouble}. */
    @Suspendable
    @StandIn(value = Comparator.class, isStatic = true)
    public static Comparator<Object> comparingDouble(ToDoubleFunction<Object> f) {
        return Pipeline.isWoven(f)
                ? (x, y) -> Double.compare(f.applyAsDouble(x), f.applyAsDouble(y))
                : Comparator.comparingDouble(f);
    }

    /** {@link Collections#sort(List, Comparator)}. */
    @Suspendable
    @StandIn(value = Collections.class, isStatic = true)
    public static void sort(List<Object> list, Comparator<Object> order) {
        Sorting.sort(list, order);
    }

    /** {@link Objects#requireNonNullElseGet}. */
    @Suspendable
    @StandIn(value = Objects.class, isStatic = true)
    public static Object requireNonNullElseGet(Object value, Supplier<Object> f) {
        if (value != null || !Pipeline.isWoven(f)) {
            return Objects.requireNonNullElseGet(value, f);
        }
        return Objects.requireNonNull(f.get(), "supplier.get()");
    }
}
