package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.WakePrograms;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
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
 * A tree of tasks with hardly any work: fib(20) by 10,945 fibers, beside the JDK's fork/join pool.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForkJoinBenchmark {
    private static final int N = 20;

    /** How many carriers, or threads of the pool. */
    @Param({"1", "2"})
    public int carriers;

    private Scheduler scheduler;
    private ForkJoinPool pool;

    /** Refuses to measure unwoven programs. */
    @Setup
    public void start() {
        Woven.require(WakePrograms.class);
        scheduler = Scheduler.workStealing(carriers);
        pool = new ForkJoinPool(carriers);
    }

    /**
     * By fibers.
     *
     * @return the program's result
     */
    @Benchmark
    public long fibers() {
        return Weft.run(scheduler, () -> WakePrograms.fibonacci(N));
    }

    /**
     * By tasks of the JDK, which can't wait for anything else.
     *
     * @return the program's result
     */
    @Benchmark
    public long forkJoinPool() {
        return pool.invoke(new Fibonacci(N));
    }

    private static final class Fibonacci extends RecursiveTask<Long> {
        private static final long serialVersionUID = 1;

        private final int n;

        Fibonacci(int n) {
            this.n = n;
        }

        @Override
        protected Long compute() {
            if (n < 2) {
                return (long) n;
            }
            Fibonacci left = new Fibonacci(n - 1);
            left.fork();
            return new Fibonacci(n - 2).compute() + left.join();
        }
    }
}
