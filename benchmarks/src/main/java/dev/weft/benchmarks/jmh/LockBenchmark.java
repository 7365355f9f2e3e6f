package dev.weft.benchmarks.jmh;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberReentrantLock;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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

/** Locks and queues of java.util.concurrent: the JDK's own, and those that woven code makes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class LockBenchmark {
    private static final int N = 20_000;

    /** Who made the lock: the JDK, this package for JDK classes, or {@code dev.weft.sync}. */
    @Param({"jdk", "fiber", "sync"})
    public String made;

    private Lock lock;

    /** Makes the lock; the JDK's own by reflection, since woven code would get the other. */
    @Setup
    public void make() throws ReflectiveOperationException {
        switch (made) {
            case "jdk":
                lock = ReentrantLock.class.getConstructor().newInstance();
                break;
            case "fiber":
                lock = new FiberReentrantLock();
                break;
            default:
                lock = new dev.weft.sync.ReentrantLock();
        }
    }

    /** Lock and unlock by a thread. */
    @Benchmark
    @OperationsPerInvocation(N)
    public long thread() {
        return plain(lock);
    }

    private static long plain(Lock lock) {
        long n = 0;
        for (int i = 0; i < N; i++) {
            lock.lock();
            n++;
            lock.unlock();
        }
        return n;
    }

    /** The same in a fiber. */
    @Benchmark
    @OperationsPerInvocation(N)
    public long fiber() {
        return Weft.run(Scheduler.singleThreaded(), () -> often(lock));
    }

    @Suspendable
    private static long often(Lock lock) {
        long n = 0;
        for (int i = 0; i < N; i++) {
            lock.lock();
            n++;
            lock.unlock();
        }
        return n;
    }

    /** Two threads contend. */
    @Benchmark
    @OperationsPerInvocation(2 * N)
    public void twoThreads() throws InterruptedException {
        Thread other = new Thread(() -> plain(lock));
        other.start();
        plain(lock);
        other.join();
    }

    /** Two fibers on two carriers contend. */
    @Benchmark
    @OperationsPerInvocation(2 * N)
    public void twoFibers() {
        Weft.run(
                Scheduler.shared(),
                () -> {
                    Fiber<Long> other = Weft.go(() -> often(lock));
                    often(lock);
                    return other.join();
                });
    }

    /** A value there and one back through two queues; only with those that woven code makes. */
    @Benchmark
    @OperationsPerInvocation(N)
    public long queuePingPong() {
        return Weft.run(Scheduler.shared(), () -> pingPong());
    }

    @Suspendable
    private static long pingPong() throws Exception {
        BlockingQueue<Integer> there = new LinkedBlockingQueue<>();
        BlockingQueue<Integer> back = new LinkedBlockingQueue<>();
        Weft.go(
                () -> {
                    for (int i = 0; i < N; i++) {
                        back.put(there.take());
                    }
                });
        long sum = 0;
        for (int i = 0; i < N; i++) {
            there.put(1);
            sum += back.take();
        }
        return sum;
    }
}
