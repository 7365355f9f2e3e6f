package dev.weft.sync;

/**
 * A flag that can be waited for. Setting it lets all waiters go, and others pass until it is
 * cleared. Thread-safe.
 */
public final class Event extends Awaitable {
    private boolean set;

    /** Makes an event that is not set. */
    public Event() {}

    @Override
    boolean grant(int how, Object who) {
        return set;
    }

    /** Sets the flag and lets all waiters go. */
    public void set() {
        int acquired = acquire();
        set = true;
        settle(acquired);
    }

    /** Clears the flag: later waits wait. */
    public void clear() {
        acquire();
        set = false;
        release();
    }

    /**
     * Whether the flag is set; a snapshot.
     *
     * @return true when a wait would not wait
     */
    public boolean isSet() {
        acquire();
        boolean is = set;
        release();
        return is;
    }
}
