package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Stand-ins for the methods of the JDK's functional interfaces over int. A woven implementation is
 * called with the stack and can suspend; any other is called as it is.
 */
public final class IntFunctions {
    private IntFunctions() {}

    /** Calls {@link IntBinaryOperator#applyAsInt}. */
    @Suspendable
    @StandIn(value = IntBinaryOperator.class, companion = Companions.OfIntBinaryOperator.class)
    public static int applyAsInt(IntBinaryOperator f, int a, int b) {
        return f.applyAsInt(a, b);
    }

    /** The woven form. */
    public static int applyAsInt(IntBinaryOperator f, int a, int b, Stack stack) {
        return f instanceof Companions.OfIntBinaryOperator
                ? ((Companions.OfIntBinaryOperator) f).applyAsInt(a, b, stack)
                : f.applyAsInt(a, b);
    }

    /** Calls {@link IntConsumer#accept}. */
    @Suspendable
    @StandIn(value = IntConsumer.class, companion = Companions.OfIntConsumer.class)
    public static void accept(IntConsumer f, int a) {
        f.accept(a);
    }

    /** The woven form. */
    public static void accept(IntConsumer f, int a, Stack stack) {
        if (f instanceof Companions.OfIntConsumer) {
            ((Companions.OfIntConsumer) f).accept(a, stack);
        } else {
            f.accept(a);
        }
    }

    /** Calls {@link IntFunction#apply}. */
    @Suspendable
    @StandIn(value = IntFunction.class, companion = Companions.OfIntFunction.class)
    public static Object apply(IntFunction<Object> f, int a) {
        return f.apply(a);
    }

    /** The woven form. */
    public static Object apply(IntFunction<Object> f, int a, Stack stack) {
        return f instanceof Companions.OfIntFunction
                ? ((Companions.OfIntFunction) f).apply(a, stack)
                : f.apply(a);
    }

    /** Calls {@link IntPredicate#test}. */
    @Suspendable
    @StandIn(value = IntPredicate.class, companion = Companions.OfIntPredicate.class)
    public static boolean test(IntPredicate f, int a) {
        return f.test(a);
    }

    /** The woven form. */
    public static boolean test(IntPredicate f, int a, Stack stack) {
        return f instanceof Companions.OfIntPredicate
                ? ((Companions.OfIntPredicate) f).test(a, stack)
                : f.test(a);
    }

    /** Calls {@link IntSupplier#getAsInt}. */
    @Suspendable
    @StandIn(value = IntSupplier.class, companion = Companions.OfIntSupplier.class)
    public static int getAsInt(IntSupplier f) {
        return f.getAsInt();
    }

    /** The woven form. */
    public static int getAsInt(IntSupplier f, Stack stack) {
        return f instanceof Companions.OfIntSupplier
                ? ((Companions.OfIntSupplier) f).getAsInt(stack)
                : f.getAsInt();
    }

    /** Calls {@link IntToDoubleFunction#applyAsDouble}. */
    @Suspendable
    @StandIn(value = IntToDoubleFunction.class, companion = Companions.OfIntToDoubleFunction.class)
    public static double applyAsDouble(IntToDoubleFunction f, int a) {
        return f.applyAsDouble(a);
    }

    /** The woven form. */
    public static double applyAsDouble(IntToDoubleFunction f, int a, Stack stack) {
        return f instanceof Companions.OfIntToDoubleFunction
                ? ((Companions.OfIntToDoubleFunction) f).applyAsDouble(a, stack)
                : f.applyAsDouble(a);
    }

    /** Calls {@link IntToLongFunction#applyAsLong}. */
    @Suspendable
    @StandIn(value = IntToLongFunction.class, companion = Companions.OfIntToLongFunction.class)
    public static long applyAsLong(IntToLongFunction f, int a) {
        return f.applyAsLong(a);
    }

    /** The woven form. */
    public static long applyAsLong(IntToLongFunction f, int a, Stack stack) {
        return f instanceof Companions.OfIntToLongFunction
                ? ((Companions.OfIntToLongFunction) f).applyAsLong(a, stack)
                : f.applyAsLong(a);
    }

    /** Calls {@link IntUnaryOperator#applyAsInt}. */
    @Suspendable
    @StandIn(value = IntUnaryOperator.class, companion = Companions.OfIntUnaryOperator.class)
    public static int applyAsInt(IntUnaryOperator f, int a) {
        return f.applyAsInt(a);
    }

    /** The woven form. */
    public static int applyAsInt(IntUnaryOperator f, int a, Stack stack) {
        return f instanceof Companions.OfIntUnaryOperator
                ? ((Companions.OfIntUnaryOperator) f).applyAsInt(a, stack)
                : f.applyAsInt(a);
    }
}
