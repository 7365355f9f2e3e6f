package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;

/** Two loops, as they are. */
public final class Loops {
    private Loops() {}

    /**
     * A loop that HotSpot would vectorise.
     *
     * @param values what to add
     * @return the sum
     */
    @Suspendable
    public static int sum(int[] values) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }

    /**
     * A loop whose steps depend on each other.
     *
     * @param steps how many
     * @return the last number
     */
    @Suspendable
    public static long random(int steps) {
        long x = 88172645463325252L;
        for (int i = 0; i < steps; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
