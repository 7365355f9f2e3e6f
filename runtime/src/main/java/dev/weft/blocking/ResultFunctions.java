package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.util.function.BooleanSupplier;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/**
 * Stand-ins for the methods of the JDK's functional interfaces with a primitive result or a mixed
 * parameter list. A woven implementation is called with the stack and can suspend; any other is
 * called as it is.
 */
@SuppressWarnings("overloads")
public final class ResultFunctions {
    private ResultFunctions() {}

    /** Calls {@link BooleanSupplier#getAsBoolean}. */
    @Suspendable
    @StandIn(value = BooleanSupplier.class, companion = Companions.OfBooleanSupplier.class)
    public static boolean getAsBoolean(BooleanSupplier f) {
        return f.getAsBoolean();
    }

    /** The woven form. */
    public static boolean getAsBoolean(BooleanSupplier f, Stack stack) {
        return f instanceof Companions.OfBooleanSupplier
                ? ((Companions.OfBooleanSupplier) f).getAsBoolean(stack)
                : f.getAsBoolean();
    }

    /** Calls {@link ObjDoubleConsumer#accept}. */
    @Suspendable
    @StandIn(value = ObjDoubleConsumer.class, companion = Companions.OfObjDoubleConsumer.class)
    public static void accept(ObjDoubleConsumer<Object> f, Object a, double b) {
        f.accept(a, b);
    }

    /** The woven form. */
    public static void accept(ObjDoubleConsumer<Object> f, Object a, double b, Stack stack) {
        if (f instanceof Companions.OfObjDoubleConsumer) {
            ((Companions.OfObjDoubleConsumer) f).accept(a, b, stack);
        } else {
            f.accept(a, b);
        }
    }

    /** Calls {@link ObjIntConsumer#accept}. */
    @Suspendable
    @StandIn(value = ObjIntConsumer.class, companion = Companions.OfObjIntConsumer.class)
    public static void accept(ObjIntConsumer<Object> f, Object a, int b) {
        f.accept(a, b);
    }

    /** The woven form. */
    public static void accept(ObjIntConsumer<Object> f, Object a, int b, Stack stack) {
        if (f instanceof Companions.OfObjIntConsumer) {
            ((Companions.OfObjIntConsumer) f).accept(a, b, stack);
        } else {
            f.accept(a, b);
        }
    }

    /** Calls {@link ObjLongConsumer#accept}. */
    @Suspendable
    @StandIn(value = ObjLongConsumer.class, companion = Companions.OfObjLongConsumer.class)
    public static void accept(ObjLongConsumer<Object> f, Object a, long b) {
        f.accept(a, b);
    }

    /** The woven form. */
    public static void accept(ObjLongConsumer<Object> f, Object a, long b, Stack stack) {
        if (f instanceof Companions.OfObjLongConsumer) {
            ((Companions.OfObjLongConsumer) f).accept(a, b, stack);
        } else {
            f.accept(a, b);
        }
    }

    /** Calls {@link ToDoubleBiFunction#applyAsDouble}. */
    @Suspendable
    @StandIn(value = ToDoubleBiFunction.class, companion = Companions.OfToDoubleBiFunction.class)
    public static double applyAsDouble(ToDoubleBiFunction<Object, Object> f, Object a, Object b) {
        return f.applyAsDouble(a, b);
    }

    /** The woven form. */
    public static double applyAsDouble(
            ToDoubleBiFunction<Object, Object> f, Object a, Object b, Stack stack) {
        return f instanceof Companions.OfToDoubleBiFunction
                ? ((Companions.OfToDoubleBiFunction) f).applyAsDouble(a, b, stack)
                : f.applyAsDouble(a, b);
    }

    /** Calls {@link ToDoubleFunction#applyAsDouble}. */
    @Suspendable
    @StandIn(value = ToDoubleFunction.class, companion = Companions.OfToDoubleFunction.class)
    public static double applyAsDouble(ToDoubleFunction<Object> f, Object a) {
        return f.applyAsDouble(a);
    }

    /** The woven form. */
    public static double applyAsDouble(ToDoubleFunction<Object> f, Object a, Stack stack) {
        return f instanceof Companions.OfToDoubleFunction
                ? ((Companions.OfToDoubleFunction) f).applyAsDouble(a, stack)
                : f.applyAsDouble(a);
    }

    /** Calls {@link ToIntBiFunction#applyAsInt}. */
    @Suspendable
    @StandIn(value = ToIntBiFunction.class, companion = Companions.OfToIntBiFunction.class)
    public static int applyAsInt(ToIntBiFunction<Object, Object> f, Object a, Object b) {
        return f.applyAsInt(a, b);
    }

    /** The woven form. */
    public static int applyAsInt(
            ToIntBiFunction<Object, Object> f, Object a, Object b, Stack stack) {
        return f instanceof Companions.OfToIntBiFunction
                ? ((Companions.OfToIntBiFunction) f).applyAsInt(a, b, stack)
                : f.applyAsInt(a, b);
    }

    /** Calls {@link ToIntFunction#applyAsInt}. */
    @Suspendable
    @StandIn(value = ToIntFunction.class, companion = Companions.OfToIntFunction.class)
    public static int applyAsInt(ToIntFunction<Object> f, Object a) {
        return f.applyAsInt(a);
    }

    /** The woven form. */
    public static int applyAsInt(ToIntFunction<Object> f, Object a, Stack stack) {
        return f instanceof Companions.OfToIntFunction
                ? ((Companions.OfToIntFunction) f).applyAsInt(a, stack)
                : f.applyAsInt(a);
    }

    /** Calls {@link ToLongBiFunction#applyAsLong}. */
    @Suspendable
    @StandIn(value = ToLongBiFunction.class, companion = Companions.OfToLongBiFunction.class)
    public static long applyAsLong(ToLongBiFunction<Object, Object> f, Object a, Object b) {
        return f.applyAsLong(a, b);
    }

    /** The woven form. */
    public static long applyAsLong(
            ToLongBiFunction<Object, Object> f, Object a, Object b, Stack stack) {
        return f instanceof Companions.OfToLongBiFunction
                ? ((Companions.OfToLongBiFunction) f).applyAsLong(a, b, stack)
                : f.applyAsLong(a, b);
    }

    /** Calls {@link ToLongFunction#applyAsLong}. */
    @Suspendable
    @StandIn(value = ToLongFunction.class, companion = Companions.OfToLongFunction.class)
    public static long applyAsLong(ToLongFunction<Object> f, Object a) {
        return f.applyAsLong(a);
    }

    /** The woven form. */
    public static long applyAsLong(ToLongFunction<Object> f, Object a, Stack stack) {
        return f instanceof Companions.OfToLongFunction
                ? ((Companions.OfToLongFunction) f).applyAsLong(a, stack)
                : f.applyAsLong(a);
    }
}
