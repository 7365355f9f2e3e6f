package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.FiberMonitors;
import dev.weft.benchmarks.programs.JvmMonitors;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What entering a free monitor costs: the JVM's, and a fiber's (option {@code monitors}). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(MonitorBenchmark.N)
public class MonitorBenchmark {
    static final int N = 100_000;

    private final JvmMonitors jvm = new JvmMonitors();
    private final FiberMonitors fiber = new FiberMonitors();

    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(JvmMonitors.class);
        Woven.require(FiberMonitors.class);
    }

    /**
     * The JVM's.
     *
     * @return a count
     */
    @Benchmark
    public int jvm() {
        return Weft.run(Schedulers.named("single"), () -> jvm.count(N));
    }

    /**
     * The runtime's.
     *
     * @return a count
     */
    @Benchmark
    public int fiber() {
        return Weft.run(Schedulers.named("single"), () -> fiber.count(N));
    }
}
