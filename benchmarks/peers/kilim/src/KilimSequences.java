package dev.weft.benchmarks.peer;

import java.util.Iterator;
import java.util.function.Supplier;
import kilim.Generator;
import kilim.Pausable;

/**
 * Kilim's generators, for the benchmarks of JMH (class PeerGenerators there). Kilim has no coroutine
 * that is sent values, and no symmetric one.
 */
public final class KilimSequences {
    private KilimSequences() {}

    private static final class Count extends Generator<Integer> {
        @Override
        public void execute() throws Pausable {
            for (int i = 0; ; i++) {
                yield(i);
            }
        }
    }

    public static Supplier<Iterator<Integer>> count() {
        return Count::new;
    }

    private static final class Tree {
        Tree left;
        int value;
        Tree right;

        static Tree build(int low, int high) {
            if (low > high) {
                return null;
            }
            int middle = (low + high) >>> 1;
            Tree t = new Tree();
            t.left = build(low, middle - 1);
            t.value = middle;
            t.right = build(middle + 1, high);
            return t;
        }
    }

    private static final class Walk extends Generator<Integer> {
        final Tree tree;

        Walk(Tree tree) {
            this.tree = tree;
        }

        @Override
        public void execute() throws Pausable {
            walk(tree);
        }

        private void walk(Tree t) throws Pausable {
            if (t != null) {
                walk(t.left);
                yield(t.value);
                walk(t.right);
            }
        }
    }

    public static Supplier<Iterator<Integer>> tree(int levels) {
        Tree tree = Tree.build(0, (1 << levels) - 2);
        return () -> new Walk(tree);
    }

    private static final class Permutations extends Generator<int[]> {
        final int[] items;

        Permutations(int n) {
            items = new int[n];
            for (int i = 0; i < n; i++) {
                items[i] = i;
            }
        }

        @Override
        public void execute() throws Pausable {
            permute(0);
        }

        private void permute(int from) throws Pausable {
            if (from == items.length) {
                yield(items);
                return;
            }
            for (int i = from; i < items.length; i++) {
                swap(from, i);
                permute(from + 1);
                swap(from, i);
            }
        }

        private void swap(int a, int b) {
            int held = items[a];
            items[a] = items[b];
            items[b] = held;
        }
    }

    public static Supplier<Iterator<int[]>> permutations(int n) {
        return () -> new Permutations(n);
    }
}
