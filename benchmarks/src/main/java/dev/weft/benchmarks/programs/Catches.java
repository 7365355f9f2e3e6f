package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.fiber.Weft;

/** Exceptions that are caught where they were thrown: dropped or used, suspended before or not. */
public final class Catches {
    private static final int ROUNDS = 100;

    private static Exception last;

    private Catches() {}

    /**
     * Throws and catches without looking at the exception.
     *
     * @param resumed whether to wait first
     * @return how many were caught
     */
    @Suspendable
    public static int dropped(boolean resumed) {
        if (resumed) {
            Weft.yield();
        }
        int caught = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                fail(i);
            } catch (IllegalStateException e) {
                caught++;
            }
        }
        return caught;
    }

    /**
     * Throws, catches and keeps the exception, whose trace nobody reads.
     *
     * @param resumed whether to wait first
     * @return how many were caught
     */
    @Suspendable
    public static int used(boolean resumed) {
        if (resumed) {
            Weft.yield();
        }
        int caught = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                fail(i);
            } catch (IllegalStateException e) {
                last = e;
                caught++;
            }
        }
        return caught;
    }

    /**
     * Throws, catches and reads the trace.
     *
     * @param resumed whether to wait first
     * @return how many elements there were
     */
    @Suspendable
    public static int read(boolean resumed) {
        if (resumed) {
            Weft.yield();
        }
        int elements = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                fail(i);
            } catch (IllegalStateException e) {
                elements += length(e);
            }
        }
        return elements;
    }

    /**
     * As {@link #dropped}, not woven.
     *
     * @return how many were caught
     */
    public static int plainDropped() {
        int caught = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                fail(i);
            } catch (IllegalStateException e) {
                caught++;
            }
        }
        return caught;
    }

    /**
     * As {@link #used}, not woven.
     *
     * @return how many were caught
     */
    public static int plainUsed() {
        int caught = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                fail(i);
            } catch (IllegalStateException e) {
                last = e;
                caught++;
            }
        }
        return caught;
    }

    /**
     * As {@link #read}, not woven.
     *
     * @return how many elements there were
     */
    public static int plainRead() {
        int elements = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                fail(i);
            } catch (IllegalStateException e) {
                elements += length(e);
            }
        }
        return elements;
    }

    /**
     * The last exception that was kept.
     *
     * @return may be null
     */
    public static Exception last() {
        return last;
    }

    private static int length(Exception e) {
        return e.getStackTrace().length;
    }

    private static void fail(int i) {
        throw new IllegalStateException("no " + i);
    }
}
