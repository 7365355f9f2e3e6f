package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/** As {@link Composed}, for functions of primitives. */
@SuppressWarnings("overloads")
public final class ComposedPrimitives {
    private ComposedPrimitives() {}

    /** {@link IntUnaryOperator#andThen}. */
    @Suspendable
    @StandIn(IntUnaryOperator.class)
    public static IntUnaryOperator andThen(IntUnaryOperator f, IntUnaryOperator g) {
        return Composed.ours(f, g, "andThen", IntUnaryOperator.class)
                ? x -> g.applyAsInt(f.applyAsInt(x))
                : f.andThen(g);
    }

    /** {@link IntUnaryOperator#compose}. */
    @Suspendable
    @StandIn(IntUnaryOperator.class)
    public static IntUnaryOperator compose(IntUnaryOperator f, IntUnaryOperator g) {
        return Composed.ours(f, g, "compose", IntUnaryOperator.class)
                ? x -> f.applyAsInt(g.applyAsInt(x))
                : f.compose(g);
    }

    /** {@link IntPredicate#and}. */
    @Suspendable
    @StandIn(IntPredicate.class)
    public static IntPredicate and(IntPredicate f, IntPredicate g) {
        return Composed.ours(f, g, "and", IntPredicate.class)
                ? x -> f.test(x) && g.test(x)
                : f.and(g);
    }

    /** {@link IntPredicate#or}. */
    @Suspendable
    @StandIn(IntPredicate.class)
    public static IntPredicate or(IntPredicate f, IntPredicate g) {
        return Composed.ours(f, g, "or", IntPredicate.class)
                ? x -> f.test(x) || g.test(x)
                : f.or(g);
    }

    /** {@link IntPredicate#negate}. */
    @Suspendable
    @StandIn(IntPredicate.class)
    public static IntPredicate negate(IntPredicate f) {
        boolean own = Pipeline.isWoven(f) && Jdk.inherits(f, "negate");
        return own ? x -> !f.test(x) : f.negate();
    }

    /** {@link IntConsumer#andThen}. */
    @Suspendable
    @StandIn(IntConsumer.class)
    public static IntConsumer andThen(IntConsumer f, IntConsumer g) {
        if (!Composed.ours(f, g, "andThen", IntConsumer.class)) {
            return f.andThen(g);
        }
        return x -> {
            f.accept(x);
            g.accept(x);
        };
    }

    /** {@link LongUnaryOperator#andThen}. */
    @Suspendable
    @StandIn(LongUnaryOperator.class)
    public static LongUnaryOperator andThen(LongUnaryOperator f, LongUnaryOperator g) {
        return Composed.ours(f, g, "andThen", LongUnaryOperator.class)
                ? x -> g.applyAsLong(f.applyAsLong(x))
                : f.andThen(g);
    }

    /** {@link LongUnaryOperator#compose}. */
    @Suspendable
    @StandIn(LongUnaryOperator.class)
    public static LongUnaryOperator compose(LongUnaryOperator f, LongUnaryOperator g) {
        return Composed.ours(f, g, "compose", LongUnaryOperator.class)
                ? x -> f.applyAsLong(g.applyAsLong(x))
                : f.compose(g);
    }

    /** {@link LongPredicate#and}. */
    @Suspendable
    @StandIn(LongPredicate.class)
    public static LongPredicate and(LongPredicate f, LongPredicate g) {
        return Composed.ours(f, g, "and", LongPredicate.class)
                ? x -> f.test(x) && g.test(x)
                : f.and(g);
    }

    /** {@link LongPredicate#or}. */
    @Suspendable
    @StandIn(LongPredicate.class)
    public static LongPredicate or(LongPredicate f, LongPredicate g) {
        return Composed.ours(f, g, "or", LongPredicate.class)
                ? x -> f.test(x) || g.test(x)
                : f.or(g);
    }

    /** {@link LongPredicate#negate}. */
    @Suspendable
    @StandIn(LongPredicate.class)
    public static LongPredicate negate(LongPredicate f) {
        boolean own = Pipeline.isWoven(f) && Jdk.inherits(f, "negate");
        return own ? x -> !f.test(x) : f.negate();
    }

    /** {@link LongConsumer#andThen}. */
    @Suspendable
    @StandIn(LongConsumer.class)
    public static LongConsumer andThen(LongConsumer f, LongConsumer g) {
        if (!Composed.ours(f, g, "andThen", LongConsumer.class)) {
            return f.andThen(g);
        }
        return x -> {
            f.accept(x);
            g.accept(x);
        };
    }

    /** {@link DoubleUnaryOperator#andThen}. */
    @Suspendable
    @StandIn(DoubleUnaryOperator.class)
    public static DoubleUnaryOperator andThen(DoubleUnaryOperator f, DoubleUnaryOperator g) {
        return Composed.ours(f, g, "andThen", DoubleUnaryOperator.class)
                ? x -> g.applyAsDouble(f.applyAsDouble(x))
                : f.andThen(g);
    }

    /** {@link DoubleUnaryOperator#compose}. */
    @Suspendable
    @StandIn(DoubleUnaryOperator.class)
    public static DoubleUnaryOperator compose(DoubleUnaryOperator f, DoubleUnaryOperator g) {
        return Composed.ours(f, g, "compose", DoubleUnaryOperator.class)
                ? x -> f.applyAsDouble(g.applyAsDouble(x))
                : f.compose(g);
    }

    /** {@link DoublePredicate#and}. */
    @Suspendable
    @StandIn(DoublePredicate.class)
    public static DoublePredicate and(DoublePredicate f, DoublePredicate g) {
        return Composed.ours(f, g, "and", DoublePredicate.class)
                ? x -> f.test(x) && g.test(x)
                : f.and(g);
    }

    /** {@link DoublePredicate#or}. */
    @Suspendable
    @StandIn(DoublePredicate.class)
    public static DoublePredicate or(DoublePredicate f, DoublePredicate g) {
        return Composed.ours(f, g, "or", DoublePredicate.class)
                ? x -> f.test(x) || g.test(x)
                : f.or(g);
    }

    /** {@link DoublePredicate#negate}. */
    @Suspendable
    @StandIn(DoublePredicate.class)
    public static DoublePredicate negate(DoublePredicate f) {
        boolean own = Pipeline.isWoven(f) && Jdk.inherits(f, "negate");
        return own ? x -> !f.test(x) : f.negate();
    }

    /** {@link DoubleConsumer#andThen}. */
    @Suspendable
    @StandIn(DoubleConsumer.class)
    public static DoubleConsumer andThen(DoubleConsumer f, DoubleConsumer g) {
        if (!Composed.ours(f, g, "andThen", DoubleConsumer.class)) {
            return f.andThen(g);
        }
        return x -> {
            f.accept(x);
            g.accept(x);
        };
    }
}
