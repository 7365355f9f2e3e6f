package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;

/** The same recursion twice: what a suspendable call costs when nothing ever suspends. */
public final class Calls {
    private Calls() {}

    /**
     * A Fibonacci number.
     *
     * @param n which
     * @return the number
     */
    @Suspendable
    public static int suspendableFib(int n) {
        if (n < 2) {
            return n;
        }
        int a = suspendableFib(n - 1);
        return a + suspendableFib(n - 2);
    }

    /**
     * A Fibonacci number.
     *
     * @param n which
     * @return the number
     */
    public static int plainFib(int n) {
        if (n < 2) {
            return n;
        }
        int a = plainFib(n - 1);
        return a + plainFib(n - 2);
    }
}
