package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.atomic.AtomicInteger;

/** Parking and waking without channels, and a tree of fibers that is good for thieves. */
@Suspendable
public final class WakePrograms {
    private WakePrograms() {}

    /**
     * Two fibers of one scheduler wake each other in turn.
     *
     * @param rounds how often each is woken
     * @return how many turns there were
     */
    public static long parkAndUnpark(int rounds) {
        return alternate(Weft.currentScheduler(), Weft.currentScheduler(), rounds);
    }

    /**
     * Two fibers wake each other in turn, each on a scheduler with one carrier of its own: every
     * wake-up goes from one carrier's thread to another's.
     *
     * @param one the first one's
     * @param other the second one's
     * @param rounds how often each is woken
     * @return how many turns there were
     */
    public static long alternate(Scheduler one, Scheduler other, int rounds) {
        AtomicInteger turn = new AtomicInteger();
        Fiber<?>[] pair = new Fiber<?>[2];
        pair[0] = Weft.go(one, () -> takeTurns(turn, 0, rounds, pair));
        pair[1] = Weft.go(other, () -> takeTurns(turn, 1, rounds, pair));
        pair[0].unpark();
        pair[1].unpark();
        pair[0].join();
        pair[1].join();
        return turn.get();
    }

    private static void takeTurns(AtomicInteger turn, int mine, int rounds, Fiber<?>[] pair) {
        Weft.park(); // until both are there
        for (int i = 0; i < rounds; i++) {
            while ((turn.get() & 1) != mine) {
                Weft.park();
            }
            turn.incrementAndGet();
            pair[1 - mine].unpark();
        }
    }

    /**
     * A fiber that never gives up its carrier wakes another, which must come to another carrier to
     * answer; needs two carriers.
     *
     * @param rounds how often it wakes it
     * @return how many answers there were
     */
    public static long wakeAcross(int rounds) {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Fiber<?> other = Weft.go(() -> answer(asked, answered, rounds));
        for (int i = 1; i <= rounds; i++) {
            asked.set(i);
            other.unpark();
            spinUntil(answered, i);
        }
        other.join();
        return answered.get();
    }

    /** Not {@code Thread.onSpinWait()}, which gives up a fiber's turn. */
    private static void spinUntil(AtomicInteger number, int wanted) {
        int seen;
        do {
            seen = number.get();
        } while (seen != wanted);
    }

    private static void answer(AtomicInteger asked, AtomicInteger answered, int rounds) {
        for (int i = 1; i <= rounds; i++) {
            while (asked.get() != i) {
                Weft.park();
            }
            answered.set(i);
        }
    }

    /**
     * Two fibers that do nothing but give up their turns.
     *
     * @param yields how many by both together; even
     * @return how many there were
     */
    public static long yieldInTurn(int yields) {
        Fiber<Long> other = Weft.go(() -> yieldOften(yields / 2));
        return yieldOften(yields / 2) + other.join();
    }

    private static long yieldOften(int yields) {
        long done = 0;
        for (int i = 0; i < yields; i++) {
            Weft.yield();
            done++;
        }
        return done;
    }

    /**
     * Fibonacci numbers, a fiber for one half of each call: little work, much to steal.
     *
     * @param n which number
     * @return the number
     */
    public static long fibonacci(int n) {
        if (n < 2) {
            return n;
        }
        Fiber<Long> left = Weft.go(() -> fibonacci(n - 1));
        long right = fibonacci(n - 2);
        return left.join() + right;
    }
}
