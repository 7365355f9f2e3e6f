package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import dev.weft.generator.IntYielder;
import dev.weft.generator.Yielder;

/** Generators, boxed and primitive: one that counts, and a recursive one that walks a tree. */
@Suspendable
public final class GeneratorPrograms {
    private GeneratorPrograms() {}

    /** A node of a binary tree; the empty tree is null. */
    public static final class Tree {
        private final Tree left;
        private final int value;
        private final Tree right;

        private Tree(Tree left, int value, Tree right) {
            this.left = left;
            this.value = value;
            this.right = right;
        }

        Tree left() {
            return left;
        }

        int value() {
            return value;
        }

        Tree right() {
            return right;
        }

        /**
         * A balanced tree.
         *
         * @param low its least value
         * @param high its greatest
         * @return null when {@code low > high}
         */
        public static Tree build(int low, int high) {
            if (low > high) {
                return null;
            }
            int middle = (low + high) >>> 1;
            return new Tree(build(low, middle - 1), middle, build(middle + 1, high));
        }
    }

    /**
     * 0, 1, 2 and so on.
     *
     * @return without an end
     */
    public static Generator<Integer> counting() {
        return Generator.of(GeneratorPrograms::count);
    }

    private static void count(Yielder<Integer> out) {
        for (int i = 0; ; i++) {
            out.yield(i);
        }
    }

    /**
     * The same without boxes.
     *
     * @return without an end
     */
    public static IntGenerator countingInts() {
        return IntGenerator.of(GeneratorPrograms::countInts);
    }

    private static void countInts(IntYielder out) {
        for (int i = 0; ; i++) {
            out.yield(i);
        }
    }

    /**
     * A tree's values in order, by recursion.
     *
     * @param tree null is empty
     * @return a new generator
     */
    public static Generator<Integer> values(Tree tree) {
        return Generator.of(out -> walk(tree, out));
    }

    private static void walk(Tree tree, Yielder<Integer> out) {
        if (tree != null) {
            walk(tree.left, out);
            out.yield(tree.value);
            walk(tree.right, out);
        }
    }

    /**
     * The same without boxes.
     *
     * @param tree null is empty
     * @return a new generator
     */
    public static IntGenerator intValues(Tree tree) {
        return IntGenerator.of(out -> walkInts(tree, out));
    }

    private static void walkInts(Tree tree, IntYielder out) {
        if (tree != null) {
            walkInts(tree.left, out);
            out.yield(tree.value);
            walkInts(tree.right, out);
        }
    }
}
