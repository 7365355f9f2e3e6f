package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.Catches;
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
 * What an exception costs that is caught near where it was thrown: in a method that was resumed, in
 * a woven one that was not, and in one that is not woven. A hundred exceptions an operation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class CatchBenchmark {
    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(Catches.class);
    }

    /**
     * The exception is dropped.
     *
     * @return a count
     */
    @Benchmark
    public int droppedResumed() {
        return Weft.run(Schedulers.named("single"), () -> Catches.dropped(true));
    }

    /**
     * The exception is dropped.
     *
     * @return a count
     */
    @Benchmark
    public int droppedFresh() {
        return Weft.run(Schedulers.named("single"), () -> Catches.dropped(false));
    }

    /**
     * The exception is dropped.
     *
     * @return a count
     */
    @Benchmark
    public int droppedPlain() {
        return Weft.run(Schedulers.named("single"), () -> Catches.plainDropped());
    }

    /**
     * The exception is kept.
     *
     * @return a count
     */
    @Benchmark
    public int usedResumed() {
        return Weft.run(Schedulers.named("single"), () -> Catches.used(true));
    }

    /**
     * The exception is kept.
     *
     * @return a count
     */
    @Benchmark
    public int usedFresh() {
        return Weft.run(Schedulers.named("single"), () -> Catches.used(false));
    }

    /**
     * The exception is kept.
     *
     * @return a count
     */
    @Benchmark
    public int usedPlain() {
        return Weft.run(Schedulers.named("single"), () -> Catches.plainUsed());
    }

    /**
     * The exception's trace is read.
     *
     * @return a count
     */
    @Benchmark
    public int readResumed() {
        return Weft.run(Schedulers.named("single"), () -> Catches.read(true));
    }

    /**
     * The exception's trace is read.
     *
     * @return a count
     */
    @Benchmark
    public int readFresh() {
        return Weft.run(Schedulers.named("single"), () -> Catches.read(false));
    }

    /**
     * The exception's trace is read.
     *
     * @return a count
     */
    @Benchmark
    public int readPlain() {
        return Weft.run(Schedulers.named("single"), () -> Catches.plainRead());
    }
}
