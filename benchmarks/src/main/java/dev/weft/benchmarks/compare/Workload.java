package dev.weft.benchmarks.compare;

import java.util.Arrays;
import java.util.Locale;

/**
 * One piece of work that every contender does in the same way; its result is known, so each run is
 * checked.
 */
enum Workload {
    /** A chain of fibers, each adding one to what its right neighbour sends. */
    GOPHERS("Gopher chain", "s", 1_000_000, 1e9, true),
    /** A token round 503 fibers. */
    RING("Ring of 503", "ns a hop", 3_000_000, 1, false),
    /** Two fibers and two rendezvous channels. */
    PINGPONG("Ping-pong on two rendezvous channels", "ns a round trip", 2_000_000, 1, false),
    /** One producer, one consumer, a buffer of 100. */
    BUFFERED("Producer and consumer, buffer of 100", "ns an item", 5_000_000, 1, false),
    /** A tree of fibers, ten children each, with n leaves that send their number up. */
    SKYNET("Skynet", "s", 1_000_000, 1e9, true),
    /** Fibers that only count, spawned in batches of 1000 and joined. */
    SPAWN("Spawn and join in batches of 1000", "ns a fiber", 1_000_000, 1, false),
    /** Two fibers that give up their turn to each other, n times in all. */
    YIELD("Yield, two fibers", "ns a yield", 1_000_000, 1, false),
    /** Two fibers that wake each other in turn, n times in all; no channel between them. */
    PARK("Park and unpark, two fibers", "ns a wake-up", 1_000_000, 1, false),
    /** A fiber that keeps its carrier wakes another, which answers from another carrier. */
    WAKE("Wake-up across carriers", "ns there and back", 20_000, 1, false),
    /** Fibonacci numbers, a fiber for one half of each call: 121,392 fibers for 25. */
    FORKJOIN("Fork and join, fib(25) by fibers", "ms", 25, 1e6, true),
    /** A generator that counts. */
    GENERATOR("Counting generator", "ns a value", 20_000_000, 1, false),
    /** A recursive generator over a tree of 20 levels. */
    TREEWALK("Recursive generator over a tree of 20 levels", "ns a value", (1 << 20) - 1, 1, false),
    /**
     * Suspendable calls that never suspend, against the same method unannotated in the same
     * process.
     */
    FIB("fib as suspendable calls that never suspend, time ÷ plain method", "×", 38, 0, true),
    /** Heap in use for each parked fiber, called 1 deep. */
    PARKED1("Memory of a parked fiber, stack depth 1", "bytes", 1_000_000, 1, false),
    /** The same, 10 deep. */
    PARKED10("Memory of a parked fiber, stack depth 10", "bytes", 1_000_000, 1, false),
    /** The same, 50 deep. */
    PARKED50("Memory of a parked fiber, stack depth 50", "bytes", 1_000_000, 1, false),
    /** As {@link #PARKED1}, with two numbers and an object live in each call. */
    LIVE1("Memory of a parked fiber, depth 1, live values", "bytes", 1_000_000, 1, false),
    /** The same, 10 deep. */
    LIVE10("Memory of a parked fiber, depth 10, live values", "bytes", 1_000_000, 1, false),
    /** The same, 50 deep. */
    LIVE50("Memory of a parked fiber, depth 50, live values", "bytes", 500_000, 1, false);

    static final int RING_SIZE = 503;

    private static final int QUICK_DIVISOR = 10;
    private static final int BRIEF_FACTOR = 6;

    final String title;
    final String unit;
    private final int size;
    private final double unitNanos;
    private final boolean whole;

    Workload(String title, String unit, int size, double unitNanos, boolean whole) {
        this.title = title;
        this.unit = unit;
        this.size = size;
        this.unitNanos = unitNanos;
        this.whole = whole;
    }

    static Workload named(String name) {
        return Arrays.stream(values())
                .filter(w -> w.key().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no workload '" + name + "'; there are " + keys()));
    }

    static String keys() {
        return String.join(", ", Arrays.stream(values()).map(Workload::key).toArray(String[]::new));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The word that the peers' programs know: the depth of a parked fiber is an argument of its
     * own.
     */
    String program() {
        return parked() ? key().replaceAll("[0-9]", "") : key();
    }

    boolean parked() {
        return name().startsWith("PARKED") || name().startsWith("LIVE");
    }

    /** Work that is done in a few hundredths of a second is repeated more often. */
    int repetitions(int asked) {
        boolean brief =
                this == YIELD || this == PARK || this == WAKE || this == FORKJOIN || this == SPAWN;
        return brief ? BRIEF_FACTOR * asked : asked;
    }

    /** Called so deep is a parked fiber; 0 for the other workloads. */
    int depth() {
        return parked() ? Integer.parseInt(name().replaceAll("[^0-9]", "")) : 0;
    }

    int size(boolean quick) {
        if (!quick) {
            return size;
        }
        if (this == FIB) {
            return 30;
        }
        if (this == FORKJOIN) {
            return 20;
        }
        return this == TREEWALK ? size >> 3 : size / QUICK_DIVISOR;
    }

    /** The result that a right run of that size gives. */
    long expected(int n) {
        switch (this) {
            case GOPHERS:
                return n + 1L;
            case RING:
                return n % RING_SIZE;
            case PINGPONG:
                return n * (n + 1L) / 2;
            case BUFFERED:
            case SKYNET:
            case GENERATOR:
            case TREEWALK:
                return n * (n - 1L) / 2;
            case FIB:
            case FORKJOIN:
                return fib(n);
            default:
                return n;
        }
    }

    /** A sample in this workload's unit. */
    double measure(Sample sample, int n) {
        if (this == FIB) {
            return sample.quantity / (double) sample.plain;
        }
        return sample.quantity / unitNanos / (whole ? 1 : n);
    }

    private static long fib(int n) {
        long a = 0;
        long b = 1;
        for (int i = 0; i < n; i++) {
            long next = a + b;
            a = b;
            b = next;
        }
        return a;
    }
}
