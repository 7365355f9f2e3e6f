package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.util.Comparator;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stand-ins for the methods of the JDK's functional interfaces and iterators. A woven
 * implementation is called with the stack and can suspend; any other is called as it is.
 */
public final class Functions {
    private Functions() {}

    /** Calls {@link Runnable#run}. */
    @Suspendable
    @StandIn(value = Runnable.class, companion = Companions.OfRunnable.class)
    public static void run(Runnable f) {
        f.run();
    }

    /** The woven form. */
    public static void run(Runnable f, Stack stack) {
        if (f instanceof Companions.OfRunnable) {
            ((Companions.OfRunnable) f).run(stack);
        } else {
            f.run();
        }
    }

    /** Calls {@link Comparable#compareTo}. */
    @Suspendable
    @StandIn(value = Comparable.class, companion = Companions.OfComparable.class)
    public static int compareTo(Comparable<Object> f, Object a) {
        return f.compareTo(a);
    }

    /** The woven form. */
    public static int compareTo(Comparable<Object> f, Object a, Stack stack) {
        return f instanceof Companions.OfComparable
                ? ((Companions.OfComparable) f).compareTo(a, stack)
                : f.compareTo(a);
    }

    /** Calls {@link AutoCloseable#close}. */
    @Suspendable
    @StandIn(value = AutoCloseable.class, companion = Companions.OfAutoCloseable.class)
    public static void close(AutoCloseable f) throws Exception {
        f.close();
    }

    /** The woven form. */
    public static void close(AutoCloseable f, Stack stack) throws Exception {
        if (f instanceof Companions.OfAutoCloseable) {
            ((Companions.OfAutoCloseable) f).close(stack);
        } else {
            f.close();
        }
    }

    /** Calls {@link Iterable#iterator}. */
    @Suspendable
    @StandIn(value = Iterable.class, companion = Companions.OfIterable.class)
    public static Iterator<?> iterator(Iterable<Object> f) {
        return f.iterator();
    }

    /** The woven form. */
    public static Iterator<?> iterator(Iterable<Object> f, Stack stack) {
        return f instanceof Companions.OfIterable
                ? ((Companions.OfIterable) f).iterator(stack)
                : f.iterator();
    }

    /** Calls {@link Callable#call}. */
    @Suspendable
    @StandIn(value = Callable.class, companion = Companions.OfCallable.class)
    public static Object call(Callable<Object> f) throws Exception {
        return f.call();
    }

    /** The woven form. */
    public static Object call(Callable<Object> f, Stack stack) throws Exception {
        return f instanceof Companions.OfCallable
                ? ((Companions.OfCallable) f).call(stack)
                : f.call();
    }

    /** Calls {@link Comparator#compare}. */
    @Suspendable
    @StandIn(value = Comparator.class, companion = Companions.OfComparator.class)
    public static int compare(Comparator<Object> f, Object a, Object b) {
        return f.compare(a, b);
    }

    /** The woven form. */
    public static int compare(Comparator<Object> f, Object a, Object b, Stack stack) {
        return f instanceof Companions.OfComparator
                ? ((Companions.OfComparator) f).compare(a, b, stack)
                : f.compare(a, b);
    }

    /** Calls {@link BiConsumer#accept}. */
    @Suspendable
    @StandIn(value = BiConsumer.class, companion = Companions.OfBiConsumer.class)
    public static void accept(BiConsumer<Object, Object> f, Object a, Object b) {
        f.accept(a, b);
    }

    /** The woven form. */
    public static void accept(BiConsumer<Object, Object> f, Object a, Object b, Stack stack) {
        if (f instanceof Companions.OfBiConsumer) {
            ((Companions.OfBiConsumer) f).accept(a, b, stack);
        } else {
            f.accept(a, b);
        }
    }

    /** Calls {@link BiFunction#apply}. */
    @Suspendable
    @StandIn(value = BiFunction.class, companion = Companions.OfBiFunction.class)
    public static Object apply(BiFunction<Object, Object, Object> f, Object a, Object b) {
        return f.apply(a, b);
    }

    /** The woven form. */
    public static Object apply(
            BiFunction<Object, Object, Object> f, Object a, Object b, Stack stack) {
        return f instanceof Companions.OfBiFunction
                ? ((Companions.OfBiFunction) f).apply(a, b, stack)
                : f.apply(a, b);
    }

    /** Calls {@link BiPredicate#test}. */
    @Suspendable
    @StandIn(value = BiPredicate.class, companion = Companions.OfBiPredicate.class)
    public static boolean test(BiPredicate<Object, Object> f, Object a, Object b) {
        return f.test(a, b);
    }

    /** The woven form. */
    public static boolean test(BiPredicate<Object, Object> f, Object a, Object b, Stack stack) {
        return f instanceof Companions.OfBiPredicate
                ? ((Companions.OfBiPredicate) f).test(a, b, stack)
                : f.test(a, b);
    }

    /** Calls {@link Consumer#accept}. */
    @Suspendable
    @StandIn(value = Consumer.class, companion = Companions.OfConsumer.class)
    public static void accept(Consumer<Object> f, Object a) {
        f.accept(a);
    }

    /** The woven form. */
    public static void accept(Consumer<Object> f, Object a, Stack stack) {
        if (f instanceof Companions.OfConsumer) {
            ((Companions.OfConsumer) f).accept(a, stack);
        } else {
            f.accept(a);
        }
    }

    /** Calls {@link Function#apply}. */
    @Suspendable
    @StandIn(value = Function.class, companion = Companions.OfFunction.class)
    public static Object apply(Function<Object, Object> f, Object a) {
        return f.apply(a);
    }

    /** The woven form. */
    public static Object apply(Function<Object, Object> f, Object a, Stack stack) {
        return f instanceof Companions.OfFunction
                ? ((Companions.OfFunction) f).apply(a, stack)
                : f.apply(a);
    }

    /** Calls {@link Predicate#test}. */
    @Suspendable
    @StandIn(value = Predicate.class, companion = Companions.OfPredicate.class)
    public static boolean test(Predicate<Object> f, Object a) {
        return f.test(a);
    }

    /** The woven form. */
    public static boolean test(Predicate<Object> f, Object a, Stack stack) {
        return f instanceof Companions.OfPredicate
                ? ((Companions.OfPredicate) f).test(a, stack)
                : f.test(a);
    }

    /** Calls {@link Supplier#get}. */
    @Suspendable
    @StandIn(value = Supplier.class, companion = Companions.OfSupplier.class)
    public static Object get(Supplier<Object> f) {
        return f.get();
    }

    /** The woven form. */
    public static Object get(Supplier<Object> f, Stack stack) {
        return f instanceof Companions.OfSupplier
                ? ((Companions.OfSupplier) f).get(stack)
                : f.get();
    }

    /** Calls {@link Iterator#hasNext}. */
    @Suspendable
    @StandIn(value = Iterator.class, companion = Companions.OfIteratorHasNext.class)
    public static boolean hasNext(Iterator<Object> f) {
        return f.hasNext();
    }

    /** The woven form. */
    public static boolean hasNext(Iterator<Object> f, Stack stack) {
        return f instanceof Companions.OfIteratorHasNext
                ? ((Companions.OfIteratorHasNext) f).hasNext(stack)
                : f.hasNext();
    }

    /** Calls {@link Iterator#next}. */
    @Suspendable
    @StandIn(value = Iterator.class, companion = Companions.OfIteratorNext.class)
    public static Object next(Iterator<Object> f) {
        return f.next();
    }

    /** The woven form. */
    public static Object next(Iterator<Object> f, Stack stack) {
        return f instanceof Companions.OfIteratorNext
                ? ((Companions.OfIteratorNext) f).next(stack)
                : f.next();
    }
}
