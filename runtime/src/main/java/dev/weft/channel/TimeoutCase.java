package dev.weft.channel;

import java.util.concurrent.TimeUnit;

/** A select's time-out: chosen when no other case was ready in time. */
public final class TimeoutCase extends SelectCase {
    private long nanos;

    TimeoutCase(int index, long nanos) {
        super(index);
        this.nanos = nanos;
    }

    /**
     * Changes the time and enables the case.
     *
     * @param timeout from the start of each {@code select()}; not positive: after one attempt
     * @param unit of the timeout
     */
    public void after(long timeout, TimeUnit unit) {
        nanos = unit.toNanos(timeout);
        enable(true);
    }

    long nanos() {
        return Math.max(nanos, 0);
    }
}
