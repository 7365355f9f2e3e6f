package dev.weft.channel;

/**
 * One alternative of a {@link Select}; compare what {@code select()} returned with it, or switch
 * over {@link #index()}. Not thread-safe: belongs to the user of its select.
 */
public class SelectCase {
    private final int index;
    private boolean enabled = true;

    SelectCase(int index) {
        this.index = index;
    }

    /**
     * Its number.
     *
     * @return from 0, in the order the cases were added
     */
    public final int index() {
        return index;
    }

    /**
     * Guards the case: a disabled one is passed over, as if it had not been added (what Go programs
     * do by setting a channel variable to nil).
     *
     * @param on whether it takes part from the next {@code select()} on
     */
    public void enable(boolean on) {
        enabled = on;
    }

    /**
     * Whether it takes part.
     *
     * @return true until disabled
     */
    public final boolean isEnabled() {
        return enabled;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + index + (enabled ? "]" : ", disabled]");
    }
}
