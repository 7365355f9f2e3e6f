package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.Loops;
import dev.weft.benchmarks.programs.Schedulers;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.benchmarks.programs.YieldingLoops;
import dev.weft.fiber.Weft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the option {@code yield-loops} costs a loop; compare each pair. 100,000 turns each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoopBenchmark {
    private static final int N = 100_000;

    private final int[] values = new int[N];

    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(Loops.class);
        Woven.require(YieldingLoops.class);
    }

    /**
     * Vectorisable, as it is.
     *
     * @return a sum
     */
    @Benchmark
    public int sum() {
        return Weft.run(Schedulers.named("single"), () -> Loops.sum(values));
    }

    /**
     * Vectorisable, with time slices.
     *
     * @return a sum
     */
    @Benchmark
    public int sumYielding() {
        return Weft.run(Schedulers.named("single"), () -> YieldingLoops.sum(values));
    }

    /**
     * Dependent steps, as they are.
     *
     * @return a number
     */
    @Benchmark
    public long random() {
        return Weft.run(Schedulers.named("single"), () -> Loops.random(N));
    }

    /**
     * Dependent steps, with time slices.
     *
     * @return a number
     */
    @Benchmark
    public long randomYielding() {
        return Weft.run(Schedulers.named("single"), () -> YieldingLoops.random(N));
    }
}
