package dev.weft.fiber;

import dev.weft.Suspendable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Main class: fibers start others, join, sleep, yield and park while one of them takes the heap to
 * its last byte again and again. Whatever gets no memory, each fiber should come to its end
 * (docs/faults.md). To be run woven, with a small heap: {@code FullHeap ROUNDS}.
 */
@Suspendable
final class FullHeap {
    private static final int WORKERS = 8;
    private static final int WARM_UP = 300;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final int rounds;

    private FullHeap(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        for (Scheduler scheduler : List.of(Scheduler.workStealing(2), Scheduler.singleThreaded())) {
            FullHeap program = new FullHeap(rounds);
            Weft.run(scheduler, () -> program.run());
        }
        System.out.println("all ended");
        System.exit(0);
    }

    private Object run() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            step();
        }
        List<Fiber<Void>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(Weft.go(() -> work()));
        }
        while (begun.get() < WORKERS) {
            Weft.yield();
        }
        for (int i = 0; i < rounds; i++) {
            try {
                fill(1 << 20);
                Weft.sleep(Duration.ofMillis(1));
            } catch (OutOfMemoryError expected) {
                errors.incrementAndGet();
            }
        }
        stop.set(true);
        for (Fiber<Void> worker : workers) {
            join(worker);
        }
        System.out.println(errors.get() > 0 ? "errors" : "no error: the heap was never full");
        return null;
    }

    private static void join(Fiber<Void> worker) {
        try {
            worker.join(Duration.ofSeconds(30));
        } catch (TimeoutException lost) {
            System.out.println("lost: " + worker + " waits for " + worker.waitsFor());
            System.exit(1);
        }
    }

    /**
     * One that only ever gets errors gives way all the same, else the one that holds the memory
     * could not go on; it has waited before, so that it has a frame for that.
     */
    private void work() {
        Weft.yield();
        begun.incrementAndGet();
        while (!stop.get()) {
            Weft.yield();
            try {
                step();
            } catch (OutOfMemoryError expected) {
                errors.incrementAndGet();
            } catch (CompletionException failed) {
                if (!(failed.getCause() instanceof OutOfMemoryError)) {
                    throw failed;
                }
                errors.incrementAndGet();
            }
        }
    }

    private static void step() {
        Fiber<Long> child = Weft.go(() -> descend(6, 1, "live"));
        child.unpark();
        child.join();
        Weft.sleep(Duration.ofNanos(1000));
    }

    private static long descend(int depth, long sum, String name) {
        if (depth == 0) {
            Weft.park();
            Weft.parkNanos(1000);
            Weft.yield();
            return sum;
        }
        return descend(depth - 1, sum + depth, name) + sum + name.length();
    }

    /** Holds all there is for a moment, in which the others run. */
    private static void fill(int largest) {
        Object[] all = null;
        for (int size = largest; size > 0; size >>= 1) {
            all = fill(all, size);
        }
        Weft.yield();
        if (all == null) {
            throw new IllegalStateException("nothing could be taken");
        }
    }

    private static Object[] fill(Object[] all, int size) {
        Object[] chain = all;
        try {
            for (; ; ) {
                Object[] link = new Object[size + 1];
                link[0] = chain;
                chain = link;
            }
        } catch (OutOfMemoryError full) {
            return chain;
        }
    }
}
