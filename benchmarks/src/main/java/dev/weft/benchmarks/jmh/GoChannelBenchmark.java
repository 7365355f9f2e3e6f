package dev.weft.benchmarks.jmh;

import dev.weft.SuspendableCallable;
import dev.weft.benchmarks.programs.ChannelPrograms;
import dev.weft.benchmarks.programs.SelectPrograms;
import dev.weft.benchmarks.programs.Woven;
import dev.weft.channel.Channel;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Go's 22 channel benchmarks under their names; {@code benchmarks/channels.sh} runs them beside
 * Go's. One operation is what it is there.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class GoChannelBenchmark {
    private static final int N = 100_000;

    /** For operations of a nanosecond or two: in fewer, waking the second carrier would count. */
    private static final int MANY = 20 * N;

    /**
     * How many carriers; {@code single} is the scheduler on the caller's thread, {@code confined}
     * the same with channels that are confined to it.
     */
    @Param({"1", "2", "single", "confined"})
    public String carriers;

    private Scheduler scheduler;
    private int procs;

    /** Refuses to measure unwoven programs. */
    @Setup
    public void prepare() {
        Woven.require(ChannelPrograms.class);
        Woven.require(SelectPrograms.class);
        boolean confined = carriers.equals("confined");
        ChannelPrograms.confine(confined);
        boolean single = confined || carriers.equals("single");
        procs = single ? 1 : Integer.parseInt(carriers);
        scheduler = single ? Scheduler.singleThreaded() : Scheduler.workStealing(procs);
    }

    private long run(SuspendableCallable<Long> program) {
        return Weft.run(scheduler, program);
    }

    /** A channel with data, closed. */
    @State(Scope.Benchmark)
    public static class Filled {
        Channel<Integer> channel;

        /** Fills it. */
        @Setup(Level.Invocation)
        public void fill() {
            channel = Channel.buffered(N);
            for (int i = 0; i < N; i++) {
                channel.send(1);
            }
            channel.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long MakeChan() {
        return run(() -> ChannelPrograms.makeChan(N));
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long ChanNonblocking() {
        return run(() -> ChannelPrograms.nonblocking(MANY, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long SelectUncontended() {
        return run(() -> SelectPrograms.selectUncontended(N, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long SelectSyncContended() {
        return run(() -> SelectPrograms.selectSyncContended(N, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long SelectAsyncContended() {
        return run(() -> SelectPrograms.selectAsyncContended(N, procs));
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long SelectNonblock() {
        return run(() -> ChannelPrograms.selectNonblock(MANY, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N / 100)
    public long ChanUncontended() {
        return run(() -> ChannelPrograms.uncontended(N / 100, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N / 100)
    public long ChanContended() {
        return run(() -> ChannelPrograms.contended(N / 100, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanSync() {
        return run(() -> ChannelPrograms.sync(N, 0));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanSyncWork() {
        return run(() -> ChannelPrograms.sync(N, 100));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanProdCons0() {
        return run(() -> ChannelPrograms.prodCons(N, procs, 0, 0));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanProdCons10() {
        return run(() -> ChannelPrograms.prodCons(N, procs, 10, 0));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanProdCons100() {
        return run(() -> ChannelPrograms.prodCons(N, procs, 100, 0));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanProdConsWork0() {
        return run(() -> ChannelPrograms.prodCons(N, procs, 0, 100));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanProdConsWork10() {
        return run(() -> ChannelPrograms.prodCons(N, procs, 10, 100));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanProdConsWork100() {
        return run(() -> ChannelPrograms.prodCons(N, procs, 100, 100));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long SelectProdCons() {
        return run(() -> SelectPrograms.selectProdCons(N, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ReceiveDataFromClosedChan(Filled filled) {
        return run(() -> ChannelPrograms.receiveDataFromClosed(filled.channel));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanCreation() {
        return run(() -> ChannelPrograms.creation(N, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long ChanSem() {
        return run(() -> ChannelPrograms.semaphore(N, procs));
    }

    @Benchmark
    @OperationsPerInvocation(N / 1000)
    public long ChanPopular() {
        return run(() -> SelectPrograms.popular(N / 1000));
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long ChanClosed() {
        return run(() -> SelectPrograms.closed(MANY, procs));
    }
}
