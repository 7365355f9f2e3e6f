package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.Sequences;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.benchmarks.programs.Written;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Weft's generators and coroutines beside those of peers, all through the same JDK interfaces, so
 * that what consumes the values is the same code. A peer that is not on the class path fails with
 * the reason; see {@code benchmarks/jmh.sh}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeerGenerators {
    private static final int VALUES = 1000;
    private static final int LEVELS = 20;
    private static final int ITEMS = 8;
    private static final int PERMUTATIONS = 40_320;

    /** Who makes the generators; also loom (on JDK 21 or later) and kilim (generators only). */
    @Param({"weft", "written", "kotlin"})
    public String contender;

    private Supplier<Iterator<Integer>> counters;
    private Iterator<Integer> counting;
    private Supplier<Iterator<Integer>> tree;
    private Supplier<Iterator<int[]>> permutations;
    private UnaryOperator<Object> echo;
    private IntUnaryOperator switches;

    /**
     * Makes all of them.
     *
     * @throws ReflectiveOperationException when the contender lacks one
     */
    @Setup
    @SuppressWarnings("unchecked")
    public void make() throws ReflectiveOperationException {
        Class<?> c = programs();
        counters = (Supplier<Iterator<Integer>>) c.getMethod("count").invoke(null);
        counting = counters.get();
        tree = (Supplier<Iterator<Integer>>) c.getMethod("tree", int.class).invoke(null, LEVELS);
        permutations =
                (Supplier<Iterator<int[]>>)
                        c.getMethod("permutations", int.class).invoke(null, ITEMS);
        if (contender.equals("kilim")) {
            return; // it has generators only
        }
        echo = (UnaryOperator<Object>) c.getMethod("echo").invoke(null);
        switches = (IntUnaryOperator) c.getMethod("switches").invoke(null);
    }

    private Class<?> programs() {
        if (contender.equals("weft")) {
            Woven.require(Sequences.class);
            return Sequences.class;
        }
        return contender.equals("written") ? Written.class : peer();
    }

    private Class<?> peer() {
        String name =
                contender.equals("loom")
                        ? "Sequences"
                        : "dev.weft.benchmarks.peer."
                                + (contender.equals("kilim") ? "KilimSequences" : "Sequences");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the programs of " + contender + " are not built: see benchmarks/jmh.sh", e);
        }
    }

    private <T> T has(T made) {
        if (made == null) {
            throw new IllegalStateException(contender + " has no such thing");
        }
        return made;
    }

    /**
     * The next value of a counting generator that lives as long as the benchmark.
     *
     * @return a sum
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public long next() {
        return sum(counting);
    }

    /**
     * The next value of a new counting generator: 1000 values of each.
     *
     * @return a sum
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public long nextOfNew() {
        return sum(counters.get());
    }

    private static long sum(Iterator<Integer> values) {
        long sum = 0;
        for (int i = 0; i < VALUES; i++) {
            sum += values.next();
        }
        return sum;
    }

    /**
     * A value of a recursive generator that walks a tree of 20 levels.
     *
     * @return a sum
     */
    @Benchmark
    @OperationsPerInvocation((1 << LEVELS) - 1)
    public long tree() {
        Iterator<Integer> values = tree.get();
        long sum = 0;
        while (values.hasNext()) {
            sum += values.next();
        }
        return sum;
    }

    /**
     * A permutation of eight numbers, from a recursive generator.
     *
     * @return a sum
     */
    @Benchmark
    @OperationsPerInvocation(PERMUTATIONS)
    public long permutations() {
        Iterator<int[]> all = permutations.get();
        long sum = 0;
        while (all.hasNext()) {
            sum += all.next()[0];
        }
        return sum;
    }

    /**
     * Sends a value to a coroutine and gets one back.
     *
     * @return the last one
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public Object roundTrip() {
        UnaryOperator<Object> coroutine = has(echo);
        Object value = this;
        for (int i = 0; i < VALUES; i++) {
            value = coroutine.apply(value);
        }
        return value;
    }

    /**
     * A switch between two symmetric coroutines.
     *
     * @return nothing of interest
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int symmetricSwitch() {
        return has(switches).applyAsInt(VALUES);
    }
}
