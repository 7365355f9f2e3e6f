package dev.weft.benchmarks.jmh;

import dev.weft.channel.Channel;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.SpinLocked;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What boxing costs a buffered channel, and so what a channel of primitives could save at most: a
 * hundred sends, then a hundred receives, on one thread. The unboxed side is a bare ring of longs
 * under the same lock, which can't wait, close or select.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class BoxingBenchmark {
    private static final int N = 100;

    /** How often a fiber does it. */
    private static final int ROUNDS = 1000;

    private final Channel<Integer> ints = Channel.buffered(N);
    private final Channel<Long> longs = Channel.buffered(N);
    private final LongRing ring = new LongRing();
    private final Scheduler scheduler = Scheduler.singleThreaded();
    private int next = 1000;

    /** One boxed value for all: what {@code Integer.valueOf} does for small numbers. */
    @Benchmark
    @OperationsPerInvocation(N)
    public long cachedInteger() {
        Integer value = 1;
        for (int i = 0; i < N; i++) {
            ints.send(value);
        }
        return sumOfInts();
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long freshInteger() {
        int value = next++ | 1024;
        for (int i = 0; i < N; i++) {
            ints.send(value + (i << 11));
        }
        return sumOfInts();
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long freshLong() {
        long value = next++ | 1024;
        for (int i = 0; i < N; i++) {
            longs.send(value + (i << 11));
        }
        long sum = 0;
        for (int i = 0; i < N; i++) {
            sum += longs.receive();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long unboxed() {
        long value = next++ | 1024;
        for (int i = 0; i < N; i++) {
            ring.send(value + (i << 11));
        }
        long sum = 0;
        for (int i = 0; i < N; i++) {
            sum += ring.receive();
        }
        return sum;
    }

    private long sumOfInts() {
        long sum = 0;
        for (int i = 0; i < N; i++) {
            sum += ints.receive();
        }
        return sum;
    }

    /** Confined channels, one boxed value for all. */
    @Benchmark
    @OperationsPerInvocation(N * ROUNDS)
    public long confinedCachedInteger() {
        return Weft.run(
                scheduler,
                () -> {
                    Channel<Integer> c = Channel.confined(N);
                    Integer value = 1;
                    long sum = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        for (int i = 0; i < N; i++) {
                            c.send(value);
                        }
                        for (int i = 0; i < N; i++) {
                            sum += c.receive();
                        }
                    }
                    return sum;
                });
    }

    @Benchmark
    @OperationsPerInvocation(N * ROUNDS)
    public long confinedFreshInteger() {
        int first = next++ | 1024;
        return Weft.run(
                scheduler,
                () -> {
                    Channel<Integer> c = Channel.confined(N);
                    long sum = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        for (int i = 0; i < N; i++) {
                            c.send(first + (i << 11));
                        }
                        for (int i = 0; i < N; i++) {
                            sum += c.receive();
                        }
                    }
                    return sum;
                });
    }

    /** Without a lock, and without the question whose thread this is. */
    @Benchmark
    @OperationsPerInvocation(N * ROUNDS)
    public long confinedUnboxed() {
        int first = next++ | 1024;
        return Weft.run(
                scheduler,
                () -> {
                    LongRing bare = new LongRing();
                    long sum = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        for (int i = 0; i < N; i++) {
                            bare.put(first + (i << 11));
                        }
                        for (int i = 0; i < N; i++) {
                            sum += bare.take();
                        }
                    }
                    return sum;
                });
    }

    /** The buffered path of a channel of longs, without waiters. */
    private static final class LongRing extends SpinLocked {
        private final long[] ring = new long[N];
        private int head;
        private int size;
        private boolean closed;

        void send(long value) {
            int lock = acquire();
            if (closed || size == N) {
                release(lock);
                throw new IllegalStateException("full");
            }
            put(value);
            release(lock);
        }

        long receive() {
            int lock = acquire();
            if (size == 0) {
                closed = true;
                release(lock);
                throw new IllegalStateException("empty");
            }
            long value = take();
            release(lock);
            return value;
        }

        void put(long value) {
            int at = head + size++;
            ring[at < N ? at : at - N] = value;
        }

        long take() {
            long value = ring[head];
            head = head + 1 == N ? 0 : head + 1;
            size--;
            return value;
        }
    }
}
