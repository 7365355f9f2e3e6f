package dev.weft.woven;

import java.util.Iterator;

/**
 * The companions of the JDK's functional interfaces: what a woven class or lambda that implements
 * one of them implements as well, so that a woven caller reaches the body that can suspend. One
 * method each: a class may be woven in one of an interface's methods only.
 */
public final class Companions {
    private Companions() {}

    /** Of {@link java.lang.Runnable#run}. */
    public interface OfRunnable {
        /** The body that can suspend. */
        void run(Stack stack);
    }

    /** Of {@link java.lang.Comparable#compareTo}. */
    public interface OfComparable {
        /** The body that can suspend. */
        int compareTo(Object a, Stack stack);
    }

    /** Of {@link java.lang.AutoCloseable#close}. */
    public interface OfAutoCloseable {
        /** The body that can suspend. */
        void close(Stack stack) throws Exception;
    }

    /** Of {@link java.lang.Iterable#iterator}. */
    public interface OfIterable {
        /** The body that can suspend. */
        Iterator<?> iterator(Stack stack);
    }

    /** Of {@link java.util.concurrent.Callable#call}. */
    public interface OfCallable {
        /** The body that can suspend. */
        Object call(Stack stack) throws Exception;
    }

    /** Of {@link java.util.Comparator#compare}. */
    public interface OfComparator {
        /** The body that can suspend. */
        int compare(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.BiConsumer#accept}. */
    public interface OfBiConsumer {
        /** The body that can suspend. */
        void accept(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.BiFunction#apply}. */
    public interface OfBiFunction {
        /** The body that can suspend. */
        Object apply(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.BiPredicate#test}. */
    public interface OfBiPredicate {
        /** The body that can suspend. */
        boolean test(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.BooleanSupplier#getAsBoolean}. */
    public interface OfBooleanSupplier {
        /** The body that can suspend. */
        boolean getAsBoolean(Stack stack);
    }

    /** Of {@link java.util.function.Consumer#accept}. */
    public interface OfConsumer {
        /** The body that can suspend. */
        void accept(Object a, Stack stack);
    }

    /** Of {@link java.util.function.DoubleBinaryOperator#applyAsDouble}. */
    public interface OfDoubleBinaryOperator {
        /** The body that can suspend. */
        double applyAsDouble(double a, double b, Stack stack);
    }

    /** Of {@link java.util.function.DoubleConsumer#accept}. */
    public interface OfDoubleConsumer {
        /** The body that can suspend. */
        void accept(double a, Stack stack);
    }

    /** Of {@link java.util.function.DoubleFunction#apply}. */
    public interface OfDoubleFunction {
        /** The body that can suspend. */
        Object apply(double a, Stack stack);
    }

    /** Of {@link java.util.function.DoublePredicate#test}. */
    public interface OfDoublePredicate {
        /** The body that can suspend. */
        boolean test(double a, Stack stack);
    }

    /** Of {@link java.util.function.DoubleSupplier#getAsDouble}. */
    public interface OfDoubleSupplier {
        /** The body that can suspend. */
        double getAsDouble(Stack stack);
    }

    /** Of {@link java.util.function.DoubleToIntFunction#applyAsInt}. */
    public interface OfDoubleToIntFunction {
        /** The body that can suspend. */
        int applyAsInt(double a, Stack stack);
    }

    /** Of {@link java.util.function.DoubleToLongFunction#applyAsLong}. */
    public interface OfDoubleToLongFunction {
        /** The body that can suspend. */
        long applyAsLong(double a, Stack stack);
    }

    /** Of {@link java.util.function.DoubleUnaryOperator#applyAsDouble}. */
    public interface OfDoubleUnaryOperator {
        /** The body that can suspend. */
        double applyAsDouble(double a, Stack stack);
    }

    /** Of {@link java.util.function.Function#apply}. */
    public interface OfFunction {
        /** The body that can suspend. */
        Object apply(Object a, Stack stack);
    }

    /** Of {@link java.util.function.IntBinaryOperator#applyAsInt}. */
    public interface OfIntBinaryOperator {
        /** The body that can suspend. */
        int applyAsInt(int a, int b, Stack stack);
    }

    /** Of {@link java.util.function.IntConsumer#accept}. */
    public interface OfIntConsumer {
        /** The body that can suspend. */
        void accept(int a, Stack stack);
    }

    /** Of {@link java.util.function.IntFunction#apply}. */
    public interface OfIntFunction {
        /** The body that can suspend. */
        Object apply(int a, Stack stack);
    }

    /** Of {@link java.util.function.IntPredicate#test}. */
    public interface OfIntPredicate {
        /** The body that can suspend. */
        boolean test(int a, Stack stack);
    }

    /** Of {@link java.util.function.IntSupplier#getAsInt}. */
    public interface OfIntSupplier {
        /** The body that can suspend. */
        int getAsInt(Stack stack);
    }

    /** Of {@link java.util.function.IntToDoubleFunction#applyAsDouble}. */
    public interface OfIntToDoubleFunction {
        /** The body that can suspend. */
        double applyAsDouble(int a, Stack stack);
    }

    /** Of {@link java.util.function.IntToLongFunction#applyAsLong}. */
    public interface OfIntToLongFunction {
        /** The body that can suspend. */
        long applyAsLong(int a, Stack stack);
    }

    /** Of {@link java.util.function.IntUnaryOperator#applyAsInt}. */
    public interface OfIntUnaryOperator {
        /** The body that can suspend. */
        int applyAsInt(int a, Stack stack);
    }

    /** Of {@link java.util.function.LongBinaryOperator#applyAsLong}. */
    public interface OfLongBinaryOperator {
        /** The body that can suspend. */
        long applyAsLong(long a, long b, Stack stack);
    }

    /** Of {@link java.util.function.LongConsumer#accept}. */
    public interface OfLongConsumer {
        /** The body that can suspend. */
        void accept(long a, Stack stack);
    }

    /** Of {@link java.util.function.LongFunction#apply}. */
    public interface OfLongFunction {
        /** The body that can suspend. */
        Object apply(long a, Stack stack);
    }

    /** Of {@link java.util.function.LongPredicate#test}. */
    public interface OfLongPredicate {
        /** The body that can suspend. */
        boolean test(long a, Stack stack);
    }

    /** Of {@link java.util.function.LongSupplier#getAsLong}. */
    public interface OfLongSupplier {
        /** The body that can suspend. */
        long getAsLong(Stack stack);
    }

    /** Of {@link java.util.function.LongToDoubleFunction#applyAsDouble}. */
    public interface OfLongToDoubleFunction {
        /** The body that can suspend. */
        double applyAsDouble(long a, Stack stack);
    }

    /** Of {@link java.util.function.LongToIntFunction#applyAsInt}. */
    public interface OfLongToIntFunction {
        /** The body that can suspend. */
        int applyAsInt(long a, Stack stack);
    }

    /** Of {@link java.util.function.LongUnaryOperator#applyAsLong}. */
    public interface OfLongUnaryOperator {
        /** The body that can suspend. */
        long applyAsLong(long a, Stack stack);
    }

    /** Of {@link java.util.function.ObjDoubleConsumer#accept}. */
    public interface OfObjDoubleConsumer {
        /** The body that can suspend. */
        void accept(Object a, double b, Stack stack);
    }

    /** Of {@link java.util.function.ObjIntConsumer#accept}. */
    public interface OfObjIntConsumer {
        /** The body that can suspend. */
        void accept(Object a, int b, Stack stack);
    }

    /** Of {@link java.util.function.ObjLongConsumer#accept}. */
    public interface OfObjLongConsumer {
        /** The body that can suspend. */
        void accept(Object a, long b, Stack stack);
    }

    /** Of {@link java.util.function.Predicate#test}. */
    public interface OfPredicate {
        /** The body that can suspend. */
        boolean test(Object a, Stack stack);
    }

    /** Of {@link java.util.function.Supplier#get}. */
    public interface OfSupplier {
        /** The body that can suspend. */
        Object get(Stack stack);
    }

    /** Of {@link java.util.function.ToDoubleBiFunction#applyAsDouble}. */
    public interface OfToDoubleBiFunction {
        /** The body that can suspend. */
        double applyAsDouble(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.ToDoubleFunction#applyAsDouble}. */
    public interface OfToDoubleFunction {
        /** The body that can suspend. */
        double applyAsDouble(Object a, Stack stack);
    }

    /** Of {@link java.util.function.ToIntBiFunction#applyAsInt}. */
    public interface OfToIntBiFunction {
        /** The body that can suspend. */
        int applyAsInt(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.ToIntFunction#applyAsInt}. */
    public interface OfToIntFunction {
        /** The body that can suspend. */
        int applyAsInt(Object a, Stack stack);
    }

    /** Of {@link java.util.function.ToLongBiFunction#applyAsLong}. */
    public interface OfToLongBiFunction {
        /** The body that can suspend. */
        long applyAsLong(Object a, Object b, Stack stack);
    }

    /** Of {@link java.util.function.ToLongFunction#applyAsLong}. */
    public interface OfToLongFunction {
        /** The body that can suspend. */
        long applyAsLong(Object a, Stack stack);
    }

    /** Of {@link java.util.Iterator#hasNext}. */
    public interface OfIteratorHasNext {
        /** The body that can suspend. */
        boolean hasNext(Stack stack);
    }

    /** Of {@link java.util.Iterator#next}. */
    public interface OfIteratorNext {
        /** The body that can suspend. */
        Object next(Stack stack);
    }
}
