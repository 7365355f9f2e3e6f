package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import dev.weft.generator.Generator;
import dev.weft.generator.SymmetricCoroutine;
import dev.weft.generator.Yielder;
import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Weft's side of the benchmarks that compare generators and coroutines with peers'. */
@Suspendable
public final class Sequences {
    private Sequences() {}

    /**
     * 0, 1, 2 and so on.
     *
     * @return starts an iterator without an end
     */
    public static Supplier<Iterator<Integer>> count() {
        return GeneratorPrograms::counting;
    }

    /**
     * Walks of a balanced tree.
     *
     * @param levels of the tree
     * @return starts a walk
     */
    public static Supplier<Iterator<Integer>> tree(int levels) {
        GeneratorPrograms.Tree tree = GeneratorPrograms.Tree.build(0, (1 << levels) - 2);
        return () -> GeneratorPrograms.values(tree);
    }

    /**
     * Permutations in place.
     *
     * @param n how many numbers
     * @return starts a generator, which gives the same array again and again
     */
    public static Supplier<Iterator<int[]>> permutations(int n) {
        return () -> Generator.of(out -> permute(Written.numbers(n), 0, out));
    }

    private static void permute(int[] items, int from, Yielder<int[]> out) {
        if (from == items.length) {
            out.yield(items);
            return;
        }
        for (int i = from; i < items.length; i++) {
            Written.swap(items, from, i);
            permute(items, from + 1, out);
            Written.swap(items, from, i);
        }
    }

    /**
     * A coroutine that answers with what it is sent.
     *
     * @return sends and receives
     */
    public static UnaryOperator<Object> echo() {
        Coroutine<Object, Object> c = Coroutine.of(Sequences::reply);
        return c::resume;
    }

    private static Object reply(CoroutineContext<Object, Object> c, Object first) {
        Object value = first;
        for (; ; ) {
            value = c.yield(value);
        }
    }

    /**
     * Two symmetric coroutines that switch to each other.
     *
     * @return makes so many switches
     */
    public static IntUnaryOperator switches() {
        return new Pair()::run;
    }

    private static final class Pair {
        private final SymmetricCoroutine<Object> one = SymmetricCoroutine.of(x -> play(true));
        private final SymmetricCoroutine<Object> two = SymmetricCoroutine.of(x -> play(false));
        private final SymmetricCoroutine<Object> main = SymmetricCoroutine.current();
        private int left;

        int run(int n) {
            left = n;
            one.switchTo(null);
            return left;
        }

        @Suspendable
        private Object play(boolean first) {
            for (; ; ) {
                if (--left <= 0) {
                    main.switchTo(null);
                } else {
                    (first ? two : one).switchTo(null);
                }
            }
        }
    }
}
