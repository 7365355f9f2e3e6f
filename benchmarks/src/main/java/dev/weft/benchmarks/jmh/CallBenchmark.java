package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.Calls;
import dev.weft.benchmarks.programs.Schedulers;
import dev.weft.benchmarks.programs.Woven;
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

/**
 * What suspendable calls cost when nothing suspends: the same recursion, woven and plain. Compare
 * the two.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {
    private static final int N = 30;

    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(Calls.class);
    }

    /**
     * In a fiber, through the woven bodies.
     *
     * @return fib(30)
     */
    @Benchmark
    public int suspendable() {
        return Weft.run(Schedulers.named("single"), () -> Calls.suspendableFib(N));
    }

    /**
     * The same code without the annotation.
     *
     * @return fib(30)
     */
    @Benchmark
    public int plain() {
        return Calls.plainFib(N);
    }
}
