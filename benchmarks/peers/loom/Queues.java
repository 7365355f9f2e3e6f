import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TransferQueue;
import java.util.regex.Pattern;

/**
 * The benchmarks of channels.sh that virtual threads and the JDK's queues have a counterpart for:
 * {@code Queues CARRIERS PATTERN} prints lines of queue, benchmark, carriers, nanoseconds an
 * operation: the median of five rounds after five that don't count. {@code Queues CARRIERS PATTERN
 * SECONDS} is for a machine that is not quiet: the least of many short rounds.
 */
public final class Queues {
    private static int N = 100_000;
    private static double least;
    private static final Integer VALUE = 1;

    private interface Body {
        void run() throws InterruptedException;
    }

    private Queues() {}

    public static void main(String[] args) throws InterruptedException {
        int procs = Integer.parseInt(args[0]);
        Pattern pattern = Pattern.compile(args[1]);
        if (args.length > 2) {
            least = Double.parseDouble(args[2]) * 1e9;
            N = 20_000;
        }
        report(
                pattern,
                "SynchronousQueue",
                "ChanSync",
                procs,
                () -> turns(new SynchronousQueue<>(), 0));
        report(
                pattern,
                "LinkedTransferQueue",
                "ChanSync",
                procs,
                () -> turns(new LinkedTransferQueue<>(), 0));
        report(
                pattern,
                "SynchronousQueue",
                "ChanSyncWork",
                procs,
                () -> turns(new SynchronousQueue<>(), 100));
        report(
                pattern,
                "LinkedTransferQueue",
                "ChanSyncWork",
                procs,
                () -> turns(new LinkedTransferQueue<>(), 100));
        prodConsRows(pattern, procs, "", 0);
        prodConsRows(pattern, procs, "Work", 100);
        smallRows(pattern, procs);
        report(
                pattern,
                "ArrayBlockingQueue",
                "ChanUncontended",
                procs,
                () -> hundreds(null, procs));
        report(
                pattern,
                "ArrayBlockingQueue",
                "ChanContended",
                procs,
                () -> hundreds(new ArrayBlockingQueue<>(100 * procs), procs));
        report(
                pattern,
                "ArrayBlockingQueue",
                "ChanSem",
                procs,
                () -> semaphore(new ArrayBlockingQueue<>(procs), procs));
    }

    private static void prodConsRows(Pattern pattern, int procs, String suffix, int units)
            throws InterruptedException {
        String name = "ChanProdCons" + suffix;
        report(
                pattern,
                "SynchronousQueue",
                name + 0,
                procs,
                () -> prodCons(new SynchronousQueue<>(), procs, units));
        report(
                pattern,
                "LinkedTransferQueue",
                name + 0,
                procs,
                () -> prodCons(new LinkedTransferQueue<>(), procs, units));
        for (int capacity : new int[] {10, 100}) {
            report(
                    pattern,
                    "ArrayBlockingQueue",
                    name + capacity,
                    procs,
                    () -> prodCons(new ArrayBlockingQueue<>(capacity), procs, units));
        }
    }

    private static void smallRows(Pattern pattern, int procs) throws InterruptedException {
        report(pattern, "ArrayBlockingQueue", "MakeChan", procs, () -> makeQueues());
        report(
                pattern,
                "SynchronousQueue",
                "ChanNonblocking",
                procs,
                () -> polls(new SynchronousQueue<>(), procs));
        report(
                pattern,
                "LinkedTransferQueue",
                "ChanNonblocking",
                procs,
                () -> polls(new LinkedTransferQueue<>(), procs));
        report(pattern, "ArrayBlockingQueue", "SelectNonblock", procs, () -> fourPolls(procs));
        report(pattern, "ArrayBlockingQueue", "ChanCreation", procs, () -> creation(procs));
    }

    private static volatile Object sink;

    private static void makeQueues() {
        for (int i = 0; i < N; i++) {
            sink = new ArrayBlockingQueue<Integer>(8);
        }
    }

    private static void polls(BlockingQueue<Integer> queue, int procs) throws InterruptedException {
        List<Body> bodies = new ArrayList<>();
        for (int p = 0; p < procs; p++) {
            bodies.add(
                    () -> {
                        for (int i = 0; i < N / procs; i++) {
                            if (queue.poll() != null) {
                                throw new AssertionError();
                            }
                        }
                    });
        }
        together(bodies);
    }

    private static void fourPolls(int procs) throws InterruptedException {
        List<Body> bodies = new ArrayList<>();
        for (int p = 0; p < procs; p++) {
            bodies.add(
                    () -> {
                        BlockingQueue<Integer> a = new SynchronousQueue<>();
                        BlockingQueue<Integer> b = new SynchronousQueue<>();
                        BlockingQueue<Integer> c = new ArrayBlockingQueue<>(1);
                        BlockingQueue<Integer> full = new ArrayBlockingQueue<>(1);
                        full.put(VALUE);
                        for (int i = 0; i < N / procs; i++) {
                            if (a.poll() != null
                                    | b.offer(VALUE)
                                    | c.poll() != null
                                    | full.offer(VALUE)) {
                                throw new AssertionError();
                            }
                        }
                    });
        }
        together(bodies);
    }

    private static void creation(int procs) throws InterruptedException {
        List<Body> bodies = new ArrayList<>();
        for (int p = 0; p < procs; p++) {
            bodies.add(
                    () -> {
                        for (int i = 0; i < N / procs; i++) {
                            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
                            queue.put(VALUE);
                            queue.take();
                        }
                    });
        }
        together(bodies);
    }

    private static void report(Pattern pattern, String queue, String name, int procs, Body body)
            throws InterruptedException {
        if (!pattern.matcher(name).find()) {
            return;
        }
        List<Double> rounds = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < 10 || System.nanoTime() - begin < least; i++) {
            long start = System.nanoTime();
            body.run();
            double nanos = System.nanoTime() - start;
            if (i >= 5) {
                rounds.add(nanos / (name.endsWith("ontended") ? N / 100 : N));
            }
        }
        rounds.sort(null);
        System.out.printf("%s %s %d %.1f%n", queue, name, procs, rounds.get(least > 0 ? 0 : 2));
    }

    private static void together(List<Body> bodies) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Body body : bodies) {
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    body.run();
                                } catch (InterruptedException e) {
                                    throw new AssertionError(e);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void put(BlockingQueue<Integer> queue) throws InterruptedException {
        if (queue instanceof TransferQueue) {
            ((TransferQueue<Integer>) queue).transfer(VALUE);
        } else {
            queue.put(VALUE);
        }
    }

    private static void turns(BlockingQueue<Integer> queue, int units) throws InterruptedException {
        together(
                List.of(() -> takeTurns(queue, true, units), () -> takeTurns(queue, false, units)));
    }

    private static void takeTurns(BlockingQueue<Integer> queue, boolean first, int units)
            throws InterruptedException {
        boolean puts = first;
        int foo = 0;
        for (int i = 0; i < N; i++) {
            if (puts) {
                put(queue);
            } else {
                queue.take();
            }
            foo += work(units);
            puts = i % 8 == 7 ? !puts : puts;
        }
        check(foo);
    }

    private static void check(int foo) {
        if (foo < 0) {
            throw new AssertionError();
        }
    }

    private static int work(int units) {
        int foo = 1;
        for (int i = 0; i < units; i++) {
            foo *= 2;
            foo /= 2;
            foo += i & 1;
        }
        return foo;
    }

    private static void prodCons(BlockingQueue<Integer> queue, int procs, int units)
            throws InterruptedException {
        List<Body> bodies = new ArrayList<>();
        for (int p = 0; p < procs; p++) {
            bodies.add(
                    () -> {
                        int foo = 0;
                        for (int i = 0; i < N / procs; i++) {
                            foo += work(units);
                            put(queue);
                        }
                        check(foo);
                    });
            bodies.add(
                    () -> {
                        int foo = 0;
                        for (int i = 0; i < N / procs; i++) {
                            queue.take();
                            foo += work(units);
                        }
                        check(foo);
                    });
        }
        together(bodies);
    }

    private static void hundreds(BlockingQueue<Integer> shared, int procs)
            throws InterruptedException {
        List<Body> bodies = new ArrayList<>();
        for (int p = 0; p < procs; p++) {
            bodies.add(
                    () -> {
                        BlockingQueue<Integer> queue =
                                shared == null ? new ArrayBlockingQueue<>(100) : shared;
                        for (int i = 0; i < N / 100 / procs; i++) {
                            for (int k = 0; k < 100; k++) {
                                queue.put(VALUE);
                            }
                            for (int k = 0; k < 100; k++) {
                                queue.take();
                            }
                        }
                    });
        }
        together(bodies);
    }

    private static void semaphore(BlockingQueue<Integer> permits, int procs)
            throws InterruptedException {
        List<Body> bodies = new ArrayList<>();
        for (int p = 0; p < procs; p++) {
            bodies.add(
                    () -> {
                        for (int i = 0; i < N / procs; i++) {
                            permits.put(VALUE);
                            permits.take();
                        }
                    });
        }
        together(bodies);
    }
}
