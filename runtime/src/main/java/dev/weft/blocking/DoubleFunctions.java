package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Stand-ins for the methods of the JDK's functional interfaces over double. A woven implementation
 * is called with the stack and can suspend; any other is called as it is.
 */
public final class DoubleFunctions {
    private DoubleFunctions() {}

    /** Calls {@link DoubleBinaryOperator#applyAsDouble}. */
    @Suspendable
    @StandIn(
            value = DoubleBinaryOperator.class,
            companion = Companions.OfDoubleBinaryOperator.class)
    public static double applyAsDouble(DoubleBinaryOperator f, double a, double b) {
        return f.applyAsDouble(a, b);
    }

    /** The woven form. */
    public static double applyAsDouble(DoubleBinaryOperator f, double a, double b, Stack stack) {
        return f instanceof Companions.OfDoubleBinaryOperator
                ? ((Companions.OfDoubleBinaryOperator) f).applyAsDouble(a, b, stack)
                : f.applyAsDouble(a, b);
    }

    /** Calls {@link DoubleConsumer#accept}. */
    @Suspendable
    @StandIn(value = DoubleConsumer.class, companion = Companions.OfDoubleConsumer.class)
    public static void accept(DoubleConsumer f, double a) {
        f.accept(a);
    }

    /** The woven form. */
    public static void accept(DoubleConsumer f, double a, Stack stack) {
        if (f instanceof Companions.OfDoubleConsumer) {
            ((Companions.OfDoubleConsumer) f).accept(a, stack);
        } else {
            f.accept(a);
        }
    }

    /** Calls {@link DoubleFunction#apply}. */
    @Suspendable
    @StandIn(value = DoubleFunction.class, companion = Companions.OfDoubleFunction.class)
    public static Object apply(DoubleFunction<Object> f, double a) {
        return f.apply(a);
    }

    /** The woven form. */
    public static Object apply(DoubleFunction<Object> f, double a, Stack stack) {
        return f instanceof Companions.OfDoubleFunction
                ? ((Companions.OfDoubleFunction) f).apply(a, stack)
                : f.apply(a);
    }

    /** Calls {@link DoublePredicate#test}. */
    @Suspendable
    @StandIn(value = DoublePredicate.class, companion = Companions.OfDoublePredicate.class)
    public static boolean test(DoublePredicate f, double a) {
        return f.test(a);
    }

    /** The woven form. */
    public static boolean test(DoublePredicate f, double a, Stack stack) {
        return f instanceof Companions.OfDoublePredicate
                ? ((Companions.OfDoublePredicate) f).test(a, stack)
                : f.test(a);
    }

    /** Calls {@link DoubleSupplier#getAsDouble}. */
    @Suspendable
    @StandIn(value = DoubleSupplier.class, companion = Companions.OfDoubleSupplier.class)
    public static double getAsDouble(DoubleSupplier f) {
        return f.getAsDouble();
    }

    /** The woven form. */
    public static double getAsDouble(DoubleSupplier f, Stack stack) {
        return f instanceof Companions.OfDoubleSupplier
                ? ((Companions.OfDoubleSupplier) f).getAsDouble(stack)
                : f.getAsDouble();
    }

    /** Calls {@link DoubleToIntFunction#applyAsInt}. */
    @Suspendable
    @StandIn(value = DoubleToIntFunction.class, companion = Companions.OfDoubleToIntFunction.class)
    public static int applyAsInt(DoubleToIntFunction f, double a) {
        return f.applyAsInt(a);
    }

    /** The woven form. */
    public static int applyAsInt(DoubleToIntFunction f, double a, Stack stack) {
        return f instanceof Companions.OfDoubleToIntFunction
                ? ((Companions.OfDoubleToIntFunction) f).applyAsInt(a, stack)
                : f.applyAsInt(a);
    }

    /** Calls {@link DoubleToLongFunction#applyAsLong}. */
    @Suspendable
    @StandIn(
            value = DoubleToLongFunction.class,
            companion = Companions.OfDoubleToLongFunction.class)
    public static long applyAsLong(DoubleToLongFunction f, double a) {
        return f.applyAsLong(a);
    }

    /** The woven form. */
    public static long applyAsLong(DoubleToLongFunction f, double a, Stack stack) {
        return f instanceof Companions.OfDoubleToLongFunction
                ? ((Companions.OfDoubleToLongFunction) f).applyAsLong(a, stack)
                : f.applyAsLong(a);
    }

    /** Calls {@link DoubleUnaryOperator#applyAsDouble}. */
    @Suspendable
    @StandIn(value = DoubleUnaryOperator.class, companion = Companions.OfDoubleUnaryOperator.class)
    public static double applyAsDouble(DoubleUnaryOperator f, double a) {
        return f.applyAsDouble(a);
    }

    /** The woven form. */
    public static double applyAsDouble(DoubleUnaryOperator f, double a, Stack stack) {
        return f instanceof Companions.OfDoubleUnaryOperator
                ? ((Companions.OfDoubleUnaryOperator) f).applyAsDouble(a, stack)
                : f.applyAsDouble(a);
    }
}
