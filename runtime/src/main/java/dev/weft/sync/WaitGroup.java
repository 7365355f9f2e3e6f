package dev.weft.sync;

/**
 * Counts unfinished work and lets others wait until none is left. May be used again afterwards.
 * Thread-safe. (Go's sync.WaitGroup; a structured scope is often the better choice.)
 */
public final class WaitGroup extends Awaitable {
    private int count;

    /** Makes a group without work. */
    public WaitGroup() {}

    @Override
    boolean grant(int how, Object who) {
        return count == 0;
    }

    /**
     * Adds to the count. Do this before the work is started.
     *
     * @param n may be negative
     * @throws IllegalStateException when the count would become negative; it is then unchanged
     */
    public void add(int n) {
        acquire();
        int sum = count + n;
        boolean valid = sum >= 0 && (n < 0 || sum >= n);
        if (valid) {
            count = sum;
        }
        settle();
        if (!valid) {
            throw new IllegalStateException("WaitGroup count would be " + sum);
        }
    }

    /** Counts one piece of work as finished. */
    public void done() {
        add(-1);
    }

    /**
     * How much work is unfinished; a snapshot.
     *
     * @return not negative
     */
    public int count() {
        acquire();
        int n = count;
        release();
        return n;
    }
}
