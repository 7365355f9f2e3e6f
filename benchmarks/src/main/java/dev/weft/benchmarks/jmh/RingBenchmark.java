package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.FiberPrograms;
import dev.weft.benchmarks.programs.Schedulers;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.fiber.Weft;
import java.util.concurrent.TimeUnit;
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
 * What a hop of a token costs in a ring of 503 fibers: a receive and a send, both of which suspend.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RingBenchmark {
    private static final int N = 200_000;

    /** Which scheduler. */
    @Param({"default", "single"})
    public String scheduler;

    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(FiberPrograms.class);
    }

    /**
     * One token, once.
     *
     * @return the program's result
     */
    @Benchmark
    @OperationsPerInvocation(N)
    public long run() {
        return Weft.run(Schedulers.named(scheduler), () -> FiberPrograms.ring(N));
    }
}
