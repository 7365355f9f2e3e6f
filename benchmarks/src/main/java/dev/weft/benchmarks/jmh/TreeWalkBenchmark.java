package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.GeneratorPrograms;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a value costs that comes out of a recursive generator: a tree of 20 levels, 2^20 - 1 values.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TreeWalkBenchmark {
    private static final int NODES = (1 << 20) - 1;

    private GeneratorPrograms.Tree tree;

    /** Builds the tree. */
    @Setup
    public void build() {
        Woven.require(GeneratorPrograms.class);
        tree = GeneratorPrograms.Tree.build(0, NODES - 1);
    }

    /**
     * Boxed values.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public long boxed() {
        Generator<Integer> values = GeneratorPrograms.values(tree);
        long sum = 0;
        while (values.hasNext()) {
            sum += values.next();
        }
        return sum;
    }

    /**
     * Primitive values.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public long primitive() {
        IntGenerator values = GeneratorPrograms.intValues(tree);
        long sum = 0;
        while (values.hasNext()) {
            sum += values.nextInt();
        }
        return sum;
    }
}
