package dev.weft.fiber;

/**
 * How often who runs fibers looks beyond its own queue: at timers, other threads' wake-ups,
 * sockets. By turns, since asking the clock before each would cost more than a short turn; but so
 * that some milliseconds pass between two looks whatever a turn takes. While turns are short it is
 * each {@code most}th; long ones make it more frequent, down to every other one, so that neither
 * side starves the other. Only for the thread that runs the fibers.
 */
final class LookPace {
    private static final int LEAST = 2;
    private static final long LONG_NANOS = 2_000_000;
    private static final long SHORT_NANOS = 500_000;

    private final int most;
    private final boolean steady;
    private int every;
    private int left;
    private long before;

    /** A pace that follows the clock. */
    LookPace(int most) {
        this(most, false);
    }

    /** With {@code steady} it does not: each {@code most}th turn. */
    LookPace(int most, boolean steady) {
        this.most = most;
        this.steady = steady;
        every = steady ? most : LEAST;
        left = every;
    }

    /** Counts a turn. Whether to look before it. */
    boolean isDue() {
        if (--left > 0) {
            return false;
        }
        if (!steady) {
            adapt();
        }
        left = every;
        return true;
    }

    private void adapt() {
        long now = System.nanoTime();
        long took = now - before;
        before = now;
        if (took > LONG_NANOS) {
            every = Math.max(LEAST, every / 4);
        } else if (took < SHORT_NANOS) {
            every = Math.min(most, every * 2);
        }
    }
}
