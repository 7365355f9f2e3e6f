package dev.weft.sync;

/** Opens for ever when it has been counted down to 0. Thread-safe. */
public final class Latch extends Awaitable {
    private int count;

    /**
     * Makes a latch.
     *
     * @param count how often to count down; 0 makes an open latch
     * @throws IllegalArgumentException when negative
     */
    public Latch(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count: " + count);
        }
        this.count = count;
    }

    @Override
    boolean grant(int how, Object who) {
        return count == 0;
    }

    /** Counts down by one; does nothing when open. */
    public void countDown() {
        int acquired = acquire();
        if (count > 0) {
            count--;
        }
        settle(acquired);
    }

    /**
     * What is left to count; a snapshot.
     *
     * @return 0 when open
     */
    public int count() {
        acquire();
        int n = count;
        release();
        return n;
    }
}
