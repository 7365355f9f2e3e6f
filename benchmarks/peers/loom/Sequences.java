import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/**
 * The JDK's internal continuation as generators and coroutines, for the benchmarks of JMH (class
 * PeerGenerators there); JDK 21 or later.
 */
public final class Sequences {
    private static final ContinuationScope SCOPE = new ContinuationScope("sequences");

    private Sequences() {}

    private interface Body<T> {
        void run(Sequence<T> out);
    }

    /** A generator that never ends, or whose consumer knows when. */
    private static final class Sequence<T> implements Iterator<T> {
        private final Continuation continuation;
        private T value;
        private boolean ready;

        Sequence(Body<T> body) {
            continuation = new Continuation(SCOPE, () -> body.run(this));
        }

        void yield(T next) {
            value = next;
            ready = true;
            Continuation.yield(SCOPE);
        }

        @Override
        public boolean hasNext() {
            if (!ready && !continuation.isDone()) {
                continuation.run();
            }
            return ready;
        }

        @Override
        public T next() {
            if (!ready) {
                continuation.run();
            }
            ready = false;
            return value;
        }
    }

    public static Supplier<Iterator<Integer>> count() {
        return () ->
                new Sequence<>(
                        out -> {
                            for (int i = 0; ; i++) {
                                out.yield(i);
                            }
                        });
    }

    private record Tree(Tree left, int value, Tree right) {
        static Tree build(int low, int high) {
            if (low > high) {
                return null;
            }
            int middle = (low + high) >>> 1;
            return new Tree(build(low, middle - 1), middle, build(middle + 1, high));
        }
    }

    public static Supplier<Iterator<Integer>> tree(int levels) {
        Tree tree = Tree.build(0, (1 << levels) - 2);
        return () -> new Sequence<>(out -> walk(tree, out));
    }

    private static void walk(Tree tree, Sequence<Integer> out) {
        if (tree != null) {
            walk(tree.left, out);
            out.yield(tree.value);
            walk(tree.right, out);
        }
    }

    public static Supplier<Iterator<int[]>> permutations(int n) {
        return () ->
                new Sequence<>(
                        out -> {
                            int[] items = new int[n];
                            for (int i = 0; i < n; i++) {
                                items[i] = i;
                            }
                            permute(items, 0, out);
                        });
    }

    private static void permute(int[] items, int from, Sequence<int[]> out) {
        if (from == items.length) {
            out.yield(items);
            return;
        }
        for (int i = from; i < items.length; i++) {
            swap(items, from, i);
            permute(items, from + 1, out);
            swap(items, from, i);
        }
    }

    private static void swap(int[] items, int a, int b) {
        int held = items[a];
        items[a] = items[b];
        items[b] = held;
    }

    public static UnaryOperator<Object> echo() {
        Object[] slot = new Object[1];
        Continuation continuation =
                new Continuation(
                        SCOPE,
                        () -> {
                            for (; ; ) {
                                Continuation.yield(SCOPE);
                            }
                        });
        return value -> {
            slot[0] = value;
            continuation.run();
            return slot[0];
        };
    }

    public static IntUnaryOperator switches() {
        int[] left = new int[1];
        int[] next = new int[1];
        Continuation[] pair = new Continuation[2];
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            pair[i] =
                    new Continuation(
                            SCOPE,
                            () -> {
                                for (; ; ) {
                                    left[0]--;
                                    next[0] = other;
                                    Continuation.yield(SCOPE);
                                }
                            });
        }
        return n -> {
            left[0] = n;
            while (left[0] > 0) {
                pair[next[0]].run();
            }
            return next[0];
        };
    }
}
