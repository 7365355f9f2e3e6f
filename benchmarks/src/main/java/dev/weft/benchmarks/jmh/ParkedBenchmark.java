package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.Parked;
import dev.weft.benchmarks.programs.Schedulers;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.fiber.Weft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a parked fiber holds of the heap, called so many deep: the row {@code bytes} is the result,
 * the time is that of making, parking, measuring and waking all of them.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ParkedBenchmark {
    private static final int N = 200_000;

    /** Calls on each fiber's stack. */
    @Param({"1", "10", "50"})
    public int depth;

    /** Whether each call needs two numbers and an object when it goes on. */
    @Param({"false", "true"})
    public boolean live;

    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(Parked.class);
    }

    /** The second result. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class PerFiber {
        /** Bytes of the heap. */
        public double bytes;
    }

    /**
     * Parks and measures them.
     *
     * @param perFiber gets the bytes
     * @return bytes of all together
     */
    @Benchmark
    public long parked(PerFiber perFiber) {
        long all = Weft.run(Schedulers.named("default"), () -> Parked.bytes(N, depth, live));
        perFiber.bytes = (double) all / N;
        return all;
    }
}
