package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.TreeSet;
import java.util.Vector;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The JDK's loops over collections, as loops here, so that the function in them can suspend.
 *
 * <p>Only for classes whose own loop is known to be equal to one over the iterator. Those that hold
 * a lock during the loop (Vector, synchronized wrappers) and classes outside the JDK that have a
 * loop of their own are called as they are. One difference: a list that is changed by the function
 * during the last turns reports the {@link ConcurrentModificationException} where its iterator
 * does.
 */
public final class Iterables {
    private Iterables() {}

    /** {@link Iterable#forEach(Consumer)}. */
    @Suspendable
    @StandIn(Iterable.class)
    public static void forEach(Iterable<Object> items, Consumer<Object> action) {
        if (action == null || isLocked(items) || !Jdk.inherits(items, "forEach", Consumer.class)) {
            items.forEach(action);
            return;
        }
        Iterator<Object> each = items.iterator();
        while (each.hasNext()) {
            action.accept(each.next());
        }
    }

    /** {@link Iterator#forEachRemaining(Consumer)}. */
    @Suspendable
    @StandIn(Iterator.class)
    public static void forEachRemaining(Iterator<Object> each, Consumer<Object> action) {
        if (action == null || !Jdk.inherits(each, "forEachRemaining", Consumer.class)) {
            each.forEachRemaining(action);
            return;
        }
        while (each.hasNext()) {
            action.accept(each.next());
        }
    }

    /** {@link Collection#removeIf(Predicate)}. */
    @Suspendable
    @StandIn(Collection.class)
    public static boolean removeIf(Collection<Object> items, Predicate<Object> filter) {
        if (filter == null) {
            return items.removeIf(filter);
        }
        if (items.getClass() == ArrayList.class) {
            return removeAfterwards(items, filter);
        }
        if (items instanceof HashSet || items instanceof TreeSet || items instanceof LinkedList) {
            return Jdk.inherits(items, "removeIf", Predicate.class)
                    ? removeAtOnce(items, filter)
                    : items.removeIf(filter);
        }
        return items.removeIf(filter);
    }

    /** {@link List#replaceAll(UnaryOperator)}. */
    @Suspendable
    @StandIn(List.class)
    public static void replaceAll(List<Object> items, UnaryOperator<Object> operator) {
        boolean known = items instanceof ArrayList || items instanceof LinkedList;
        if (operator == null || !known || !Jdk.inherits(items, "replaceAll", UnaryOperator.class)) {
            items.replaceAll(operator);
            return;
        }
        ListIterator<Object> each = items.listIterator();
        while (each.hasNext()) {
            each.set(operator.apply(each.next()));
        }
    }

    /** As ArrayList does: all are tested before the first is removed. */
    @Suspendable
    private static boolean removeAfterwards(Collection<Object> items, Predicate<Object> filter) {
        BitSet doomed = new BitSet();
        int size = items.size();
        int i = 0;
        Iterator<Object> each = items.iterator();
        while (each.hasNext()) {
            if (filter.test(each.next())) {
                doomed.set(i);
            }
            i++;
        }
        if (items.size() != size) {
            throw new ConcurrentModificationException();
        }
        return Removal.apply(items, doomed);
    }

    @Suspendable
    private static boolean removeAtOnce(Collection<Object> items, Predicate<Object> filter) {
        boolean any = false;
        Iterator<Object> each = items.iterator();
        while (each.hasNext()) {
            if (filter.test(each.next())) {
                each.remove();
                any = true;
            }
        }
        return any;
    }

    private static boolean isLocked(Iterable<?> items) {
        return items instanceof Vector
                || items.getClass().getName().startsWith("java.util.Collections$Synchronized");
    }

    /** Removes by position in one pass; nothing here suspends. */
    private static final class Removal {
        private int at;

        static boolean apply(Collection<Object> items, BitSet doomed) {
            Removal removal = new Removal();
            return items.removeIf(item -> doomed.get(removal.at++));
        }
    }
}
