package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.concurrent.atomic.AtomicInteger;

/** How much heap fibers hold that wait on a channel, with so many calls on their stacks. */
@Suspendable
public final class Parked {
    private static final int SETTLE_MILLIS = 200;

    private Parked() {}

    /**
     * Makes the fibers, waits until all are parked, measures, and lets them go. To be called from a
     * fiber.
     *
     * @param n how many
     * @param depth calls on each one's stack, at least 1
     * @param live whether each call keeps two numbers and an object
     * @return bytes in use after collections, for all of them together
     */
    public static long bytes(int n, int depth, boolean live) {
        long before = inUse();
        Channel<Integer> gate = Channel.rendezvous();
        AtomicInteger ready = new AtomicInteger();
        Fiber<?>[] fibers = new Fiber<?>[n];
        for (int i = 0; i < n; i++) {
            fibers[i] =
                    Weft.go(
                            () -> {
                                ready.incrementAndGet();
                                if (live) {
                                    FiberPrograms.descendLive(depth, depth, "name", gate);
                                } else {
                                    FiberPrograms.descend(depth, gate);
                                }
                            });
        }
        while (ready.get() < n) {
            Weft.sleep(1);
        }
        Weft.sleep(SETTLE_MILLIS);
        long bytes = inUse() - before;
        for (int i = 0; i < n; i++) {
            gate.send(0);
        }
        for (Fiber<?> fiber : fibers) {
            fiber.join();
        }
        return bytes;
    }

    private static long inUse() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
