package dev.weft.benchmarks.jmh;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
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
 * The limit for buffered throughput: JCTools' queues between a thread that offers and one that
 * polls, both spinning, without anything that waits, closes or selects. Named after the row of
 * {@link GoChannelBenchmark} that it belongs to.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class QueueLimitBenchmark {
    private static final int N = 1_000_000;
    private static final Integer VALUE = 1;

    /** One producer, one consumer, room for 100 (JCTools rounds up to 128). */
    @Benchmark
    @OperationsPerInvocation(N)
    public int ChanProdCons100() throws InterruptedException {
        return throughput(new SpscArrayQueue<>(100));
    }

    /** The same through a queue that many may use: what a channel could be at best. */
    @Benchmark
    @OperationsPerInvocation(N)
    public int ChanProdCons100Mpmc() throws InterruptedException {
        return throughput(new MpmcArrayQueue<>(100));
    }

    private static int throughput(Queue<Integer> queue) throws InterruptedException {
        Thread producer =
                new Thread(
                        () -> {
                            for (int i = 0; i < N; i++) {
                                while (!queue.offer(VALUE)) {
                                    Thread.yield();
                                }
                            }
                        });
        producer.start();
        int sum = 0;
        for (int i = 0; i < N; i++) {
            Integer value = queue.poll();
            while (value == null) {
                Thread.yield();
                value = queue.poll();
            }
            sum += value;
        }
        producer.join();
        return sum / N;
    }
}
