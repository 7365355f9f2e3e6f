package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;

/**
 * Stand-ins for the methods of the JDK's functional interfaces over long. A woven implementation is
 * called with the stack and can suspend; any other is called as it is.
 */
public final class LongFunctions {
    private LongFunctions() {}

    /** Calls {@link LongBinaryOperator#applyAsLong}. */
    @Suspendable
    @StandIn(value = LongBinaryOperator.class, companion = Companions.OfLongBinaryOperator.class)
    public static long applyAsLong(LongBinaryOperator f, long a, long b) {
        return f.applyAsLong(a, b);
    }

    /** The woven form. */
    public static long applyAsLong(LongBinaryOperator f, long a, long b, Stack stack) {
        return f instanceof Companions.OfLongBinaryOperator
                ? ((Companions.OfLongBinaryOperator) f).applyAsLong(a, b, stack)
                : f.applyAsLong(a, b);
    }

    /** Calls {@link LongConsumer#accept}. */
    @Suspendable
    @StandIn(value = LongConsumer.class, companion = Companions.OfLongConsumer.class)
    public static void accept(LongConsumer f, long a) {
        f.accept(a);
    }

    /** The woven form. */
    public static void accept(LongConsumer f, long a, Stack stack) {
        if (f instanceof Companions.OfLongConsumer) {
            ((Companions.OfLongConsumer) f).accept(a, stack);
        } else {
            f.accept(a);
        }
    }

    /** Calls {@link LongFunction#apply}. */
    @Suspendable
    @StandIn(value = LongFunction.class, companion = Companions.OfLongFunction.class)
    public static Object apply(LongFunction<Object> f, long a) {
        return f.apply(a);
    }

    /** The woven form. */
    public static Object apply(LongFunction<Object> f, long a, Stack stack) {
        return f instanceof Companions.OfLongFunction
                ? ((Companions.OfLongFunction) f).apply(a, stack)
                : f.apply(a);
    }

    /** Calls {@link LongPredicate#test}. */
    @Suspendable
    @StandIn(value = LongPredicate.class, companion = Companions.OfLongPredicate.class)
    public static boolean test(LongPredicate f, long a) {
        return f.test(a);
    }

    /** The woven form. */
    public static boolean test(LongPredicate f, long a, Stack stack) {
        return f instanceof Companions.OfLongPredicate
                ? ((Companions.OfLongPredicate) f).test(a, stack)
                : f.test(a);
    }

    /** Calls {@link LongSupplier#getAsLong}. */
    @Suspendable
    @StandIn(value = LongSupplier.class, companion = Companions.OfLongSupplier.class)
    public static long getAsLong(LongSupplier f) {
        return f.getAsLong();
    }

    /** The woven form. */
    public static long getAsLong(LongSupplier f, Stack stack) {
        return f instanceof Companions.OfLongSupplier
                ? ((Companions.OfLongSupplier) f).getAsLong(stack)
                : f.getAsLong();
    }

    /** Calls {@link LongToDoubleFunction#applyAsDouble}. */
    @Suspendable
    @StandIn(
            value = LongToDoubleFunction.class,
            companion = Companions.OfLongToDoubleFunction.class)
    public static double applyAsDouble(LongToDoubleFunction f, long a) {
        return f.applyAsDouble(a);
    }

    /** The woven form. */
    public static double applyAsDouble(LongToDoubleFunction f, long a, Stack stack) {
        return f instanceof Companions.OfLongToDoubleFunction
                ? ((Companions.OfLongToDoubleFunction) f).applyAsDouble(a, stack)
                : f.applyAsDouble(a);
    }

    /** Calls {@link LongToIntFunction#applyAsInt}. */
    @Suspendable
    @StandIn(value = LongToIntFunction.class, companion = Companions.OfLongToIntFunction.class)
    public static int applyAsInt(LongToIntFunction f, long a) {
        return f.applyAsInt(a);
    }

    /** The woven form. */
    public static int applyAsInt(LongToIntFunction f, long a, Stack stack) {
        return f instanceof Companions.OfLongToIntFunction
                ? ((Companions.OfLongToIntFunction) f).applyAsInt(a, stack)
                : f.applyAsInt(a);
    }

    /** Calls {@link LongUnaryOperator#applyAsLong}. */
    @Suspendable
    @StandIn(value = LongUnaryOperator.class, companion = Companions.OfLongUnaryOperator.class)
    public static long applyAsLong(LongUnaryOperator f, long a) {
        return f.applyAsLong(a);
    }

    /** The woven form. */
    public static long applyAsLong(LongUnaryOperator f, long a, Stack stack) {
        return f instanceof Companions.OfLongUnaryOperator
                ? ((Companions.OfLongUnaryOperator) f).applyAsLong(a, stack)
                : f.applyAsLong(a);
    }
}
