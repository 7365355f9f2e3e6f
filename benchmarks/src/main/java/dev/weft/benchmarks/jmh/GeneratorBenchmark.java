package dev.weft.benchmarks.jmh;

import dev.weft.benchmarks.programs.GeneratorPrograms;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import java.util.Iterator;
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
 * What the next value of a generator costs: boxed, primitive, and a hand-written iterator for
 * comparison.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GeneratorBenchmark {
    private Generator<Integer> boxed;
    private IntGenerator primitive;
    private Iterator<Integer> written;

    /** Starts the generators, which have no end. */
    @Setup
    public void start() {
        Woven.require(GeneratorPrograms.class);
        boxed = GeneratorPrograms.counting();
        primitive = GeneratorPrograms.countingInts();
        written = new Counting();
    }

    /**
     * A boxed value.
     *
     * @return the value
     */
    @Benchmark
    public Integer boxed() {
        return boxed.next();
    }

    /**
     * A primitive value.
     *
     * @return the value
     */
    @Benchmark
    public int primitive() {
        return primitive.nextInt();
    }

    /**
     * What a programmer would write without generators.
     *
     * @return the value
     */
    @Benchmark
    public Integer written() {
        return written.next();
    }

    private static final class Counting implements Iterator<Integer> {
        private int i;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            return i++;
        }
    }
}
