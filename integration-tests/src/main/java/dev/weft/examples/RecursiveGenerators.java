package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import dev.weft.generator.IntYielder;
import dev.weft.generator.Yielder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Recursion in generators: as recursive methods that share a yielder, and as nested generators. */
public final class RecursiveGenerators {
    private RecursiveGenerators() {}

    /**
     * All permutations of 0 … n−1.
     *
     * @param n from 0
     * @return each one a new list
     */
    public static Generator<List<Integer>> permutations(int n) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(i);
        }
        return Generator.of(y -> permute(items, 0, y));
    }

    @Suspendable
    private static void permute(List<Integer> items, int from, Yielder<List<Integer>> y) {
        if (from == items.size()) {
            y.yield(List.copyOf(items));
            return;
        }
        for (int i = from; i < items.size(); i++) {
            Collections.swap(items, from, i);
            permute(items, from + 1, y);
            Collections.swap(items, from, i);
        }
    }

    /**
     * The nodes of a full binary tree in order, numbered as a heap: 2^depth − 1 of them.
     *
     * @param depth from 0
     * @return the numbers
     */
    public static IntGenerator walk(int depth) {
        return IntGenerator.of(y -> walk(1, depth, y));
    }

    @Suspendable
    private static void walk(int node, int depth, IntYielder y) {
        if (depth > 0) {
            walk(2 * node, depth - 1, y);
            y.yield(node);
            walk(2 * node + 1, depth - 1, y);
        }
    }

    /**
     * As {@link #walk(int)}, with a generator for each subtree.
     *
     * @param depth from 0
     * @return the numbers
     */
    public static IntGenerator nestedWalk(int depth) {
        return nestedWalk(1, depth);
    }

    private static IntGenerator nestedWalk(int node, int depth) {
        return IntGenerator.of(y -> nested(node, depth, y));
    }

    @Suspendable
    private static void nested(int node, int depth, IntYielder y) {
        if (depth > 0) {
            y.yieldAll(nestedWalk(2 * node, depth - 1));
            y.yield(node);
            y.yieldAll(nestedWalk(2 * node + 1, depth - 1));
        }
    }

    /**
     * Drives a nested walk from woven code.
     *
     * @param depth from 0
     * @return the sum of the numbers
     */
    @Suspendable
    public static Integer sumOfWalk(int depth) {
        int sum = 0;
        IntGenerator nodes = nestedWalk(depth);
        while (nodes.hasNext()) {
            sum += nodes.nextInt();
        }
        return sum;
    }
}
