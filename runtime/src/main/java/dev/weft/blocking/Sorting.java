package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.ListIterator;

/**
 * Sorting with a comparator that can suspend: a stable merge sort. Elements are compared in another
 * order than the JDK compares them, which only a comparator with side effects can tell; a
 * comparator that contradicts itself gives some order, never an exception. Comparators and elements
 * that are not woven are left to the JDK.
 */
@SuppressWarnings("overloads")
public final class Sorting {
    private static final int SMALL = 7;

    private Sorting() {}

    /** {@link List#sort(Comparator)}. */
    @Suspendable
    @StandIn(List.class)
    public static void sort(List<Object> list, Comparator<Object> order) {
        if (!isOurs(list, order)) {
            list.sort(order);
            return;
        }
        Object[] items = list.toArray();
        sort(items, step(order));
        if (list.size() != items.length) {
            throw new ConcurrentModificationException();
        }
        ListIterator<Object> each = list.listIterator();
        for (Object item : items) {
            each.next();
            each.set(item);
        }
    }

    private static boolean isOurs(List<Object> list, Comparator<Object> order) {
        boolean plain = list instanceof ArrayList || !Jdk.isOwn(list) || isKnown(list);
        if (!plain || !Jdk.inherits(list, "sort", Comparator.class)) {
            return false;
        }
        return order == null
                ? !list.isEmpty() && Pipeline.isWoven(list.get(0))
                : Pipeline.isWoven(order);
    }

    /** Lists that hold no lock while they sort, and can be written. */
    private static boolean isKnown(List<Object> list) {
        String name = list.getClass().getName();
        return name.equals("java.util.LinkedList") || name.equals("java.util.Arrays$ArrayList");
    }

    /** {@link Collections#sort(List)}. */
    @Suspendable
    @StandIn(value = Collections.class, isStatic = true)
    public static void sort(List<Object> list) {
        sort(list, (Comparator<Object>) null);
    }

    /**
     * Collections.sort(List, Comparator) has the descriptor of {@link List#sort} with a receiver.
     */
    @Suspendable
    static void sortArray(Object[] items, int from, int to, Comparator<Object> order) {
        Object[] part = Arrays.copyOfRange(items, from, to);
        sort(part, step(order));
        System.arraycopy(part, 0, items, from, part.length);
    }

    /** {@link Arrays#sort(Object[], Comparator)}. */
    @Suspendable
    @StandIn(value = Arrays.class, isStatic = true)
    public static void sort(Object[] items, Comparator<Object> order) {
        if (Pipeline.isWoven(order)) {
            sortArray(items, 0, items.length, order);
        } else {
            Arrays.sort(items, order);
        }
    }

    /** {@link Arrays#sort(Object[], int, int, Comparator)}. */
    @Suspendable
    @StandIn(value = Arrays.class, isStatic = true)
    public static void sort(Object[] items, int from, int to, Comparator<Object> order) {
        if (Pipeline.isWoven(order) && from >= 0 && from <= to && to <= items.length) {
            sortArray(items, from, to, order);
        } else {
            Arrays.sort(items, from, to, order);
        }
    }

    @Suspendable
    static Step2 step(Comparator<Object> order) {
        return order == null ? natural() : (a, b) -> order.compare(a, b);
    }

    @Suspendable
    @SuppressWarnings("unchecked")
    static Step2 natural() {
        return (a, b) -> ((Comparable<Object>) a).compareTo(b);
    }

    /** Sorts in place; {@code order} gives an Integer as a comparator does. */
    @Suspendable
    static void sort(Object[] items, Step2 order) {
        if (items.length > 1) {
            split(items.clone(), items, 0, items.length, order);
        }
    }

    /** Sorts {@code to[low, high)}; {@code from} has the same elements there and is written to. */
    @Suspendable
    private static void split(Object[] from, Object[] to, int low, int high, Step2 order) {
        if (high - low <= SMALL) {
            insert(to, low, high, order);
            return;
        }
        int middle = (low + high) >>> 1;
        split(to, from, low, middle, order);
        split(to, from, middle, high, order);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft =
                    right >= high
                            || left < middle && (Integer) order.apply(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    @Suspendable
    private static void insert(Object[] items, int low, int high, Step2 order) {
        for (int i = low + 1; i < high; i++) {
            Object item = items[i];
            int at = i;
            while (at > low && (Integer) order.apply(items[at - 1], item) > 0) {
                items[at] = items[at - 1];
                at--;
            }
            items[at] = item;
        }
    }
}
