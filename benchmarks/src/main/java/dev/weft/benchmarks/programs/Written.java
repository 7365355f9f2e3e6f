package dev.weft.benchmarks.programs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a programmer would write by hand, without generators or coroutines. */
public final class Written {
    private Written() {}

    /**
     * 0, 1, 2 and so on.
     *
     * @return starts an iterator without an end
     */
    public static Supplier<Iterator<Integer>> count() {
        return Counting::new;
    }

    /**
     * Walks of a balanced tree with a stack of the nodes above.
     *
     * @param levels of the tree
     * @return starts a walk
     */
    public static Supplier<Iterator<Integer>> tree(int levels) {
        GeneratorPrograms.Tree tree = GeneratorPrograms.Tree.build(0, (1 << levels) - 2);
        return () -> new Walk(tree);
    }

    /**
     * Permutations in place, by a counter for each position.
     *
     * @param n how many numbers
     * @return starts an iterator, which gives the same array again and again
     */
    public static Supplier<Iterator<int[]>> permutations(int n) {
        return () -> new Permutations(n);
    }

    /**
     * An object with a method.
     *
     * @return gives back what it is given
     */
    public static UnaryOperator<Object> echo() {
        return new Echo();
    }

    /**
     * Two objects that a loop calls in turn.
     *
     * @return makes so many calls
     */
    public static IntUnaryOperator switches() {
        int[] left = new int[1];
        Runnable[] pair = {() -> left[0]--, () -> left[0]--};
        return n -> {
            left[0] = n;
            for (int i = 0; left[0] > 0; i = 1 - i) {
                pair[i].run();
            }
            return left[0];
        };
    }

    static int[] numbers(int n) {
        int[] items = new int[n];
        for (int i = 0; i < n; i++) {
            items[i] = i;
        }
        return items;
    }

    static void swap(int[] items, int a, int b) {
        int held = items[a];
        items[a] = items[b];
        items[b] = held;
    }

    private static final class Counting implements Iterator<Integer> {
        private int i;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            return i++;
        }
    }

    private static final class Walk implements Iterator<Integer> {
        private final Deque<GeneratorPrograms.Tree> above = new ArrayDeque<>();

        Walk(GeneratorPrograms.Tree tree) {
            descend(tree);
        }

        private void descend(GeneratorPrograms.Tree from) {
            for (GeneratorPrograms.Tree t = from; t != null; t = t.left()) {
                above.push(t);
            }
        }

        @Override
        public boolean hasNext() {
            return !above.isEmpty();
        }

        @Override
        public Integer next() {
            GeneratorPrograms.Tree t = above.pop();
            descend(t.right());
            return t.value();
        }
    }

    /** The recursion's loops as an array of counters: level k swaps {@code items[k]} with it. */
    private static final class Permutations implements Iterator<int[]> {
        private final int[] items;
        private final int[] at;
        private boolean started;
        private boolean ready;

        Permutations(int n) {
            items = numbers(n);
            at = numbers(n);
        }

        @Override
        public boolean hasNext() {
            if (!ready) {
                ready = !started || advance();
                started = true;
            }
            return ready;
        }

        private boolean advance() {
            for (int k = items.length - 1; k >= 0; k--) {
                swap(items, k, at[k]);
                if (++at[k] < items.length) {
                    swap(items, k, at[k]);
                    return true;
                }
                at[k] = k;
            }
            return false;
        }

        @Override
        public int[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return items;
        }
    }

    private static final class Echo implements UnaryOperator<Object> {
        @Override
        public Object apply(Object value) {
            return value;
        }
    }
}
