package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.List;

/**
 * Program 19: three fibers race for one variable, each between its read and its write. On the
 * deterministic scheduler a seed names one interleaving, and the race can be run again.
 */
public final class SeededRace {
    private static final int ROUNDS = 10;

    private long shared = 1;

    private SeededRace() {}

    /**
     * Races twice.
     *
     * @param arguments the seed; default 42
     */
    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 42;
        System.out.println("Start");
        long first = run(seed);
        System.out.println("Behold...");
        System.out.println(run(seed) == first ? "the-same-again" : "not-the-same");
    }

    /**
     * Races once.
     *
     * @param seed chooses the interleaving
     * @return what the variable holds in the end
     */
    public static long run(long seed) {
        return Weft.run(Scheduler.deterministic(seed), () -> new SeededRace().race());
    }

    @Suspendable
    private long race() {
        List<Fiber<Void>> racers =
                List.of(
                        Weft.go(this::increment),
                        Weft.go(this::multiply),
                        Weft.go(this::decrement));
        for (Fiber<Void> racer : racers) {
            racer.join();
        }
        return shared;
    }

    @Suspendable
    private void increment() {
        for (int i = 0; i < ROUNDS; i++) {
            long read = shared;
            Weft.yield();
            shared = read + 1;
        }
    }

    @Suspendable
    private void multiply() {
        for (int i = 0; i < ROUNDS; i++) {
            long read = shared;
            Weft.yield();
            shared = read * 2;
        }
    }

    @Suspendable
    private void decrement() {
        for (int i = 0; i < ROUNDS; i++) {
            long read = shared;
            Weft.yield();
            shared = read - 1;
        }
    }
}
