package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.Schedulers;
import dev.weft.benchmarks.programs.WakePrograms;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.fiber.Scheduler;
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

/** What a park and an unpark cost, on one carrier's thread and from one to another's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WakeBenchmark {
    private static final int N = 20_000;

    private final Scheduler one = Scheduler.workStealing(1);
    private final Scheduler other = Scheduler.workStealing(1);
    private final Scheduler two = Scheduler.workStealing(2);

    /** Refuses to measure unwoven programs. */
    @Setup
    public void requireWoven() {
        Woven.require(WakePrograms.class);
    }

    /**
     * Both on the shared scheduler.
     *
     * @return the program's result
     */
    @Benchmark
    @OperationsPerInvocation(2 * N)
    public long sharedScheduler() {
        return Weft.run(Schedulers.named("default"), () -> WakePrograms.parkAndUnpark(N));
    }

    /**
     * Both on one thread.
     *
     * @return the program's result
     */
    @Benchmark
    @OperationsPerInvocation(2 * N)
    public long oneThread() {
        return Weft.run(Schedulers.named("single"), () -> WakePrograms.parkAndUnpark(N));
    }

    /**
     * From carrier to carrier.
     *
     * @return the program's result
     */
    @Benchmark
    @OperationsPerInvocation(2 * N)
    public long acrossCarriers() {
        return Weft.run(one, () -> WakePrograms.alternate(one, other, N));
    }

    /**
     * By a fiber that goes on running: a thief brings the woken one to another carrier. There and
     * back.
     *
     * @return the program's result
     */
    @Benchmark
    @OperationsPerInvocation(N)
    public long fromABusyCarrier() {
        return Weft.run(two, () -> WakePrograms.wakeAcross(N));
    }
}
