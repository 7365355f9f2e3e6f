package dev.weft.fiber;

import java.util.concurrent.atomic.LongAdder;

/**
 * A place in a program where fibers kept their threads, with how often and for how long. The
 * figures go on growing. Thread-safe.
 */
public final class PinSite {
    private final StackTraceElement frame;
    private final StackTraceElement at;
    private final PinReason reason;
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    PinSite(StackTraceElement frame, StackTraceElement at, PinReason reason) {
        this.frame = frame;
        this.at = at;
        this.reason = reason;
    }

    /**
     * The frame to blame: the innermost that can't be unwound; in a long turn the innermost of the
     * program.
     *
     * @return class, method, line
     */
    public StackTraceElement frame() {
        return frame;
    }

    /**
     * The innermost frame outside of Weft: what waits, or what blocks.
     *
     * @return class, method, line; may equal {@link #frame()}
     */
    public StackTraceElement at() {
        return at;
    }

    /**
     * Why.
     *
     * @return the reason, which has a remedy
     */
    public PinReason reason() {
        return reason;
    }

    /**
     * How often.
     *
     * @return waits or long turns
     */
    public long count() {
        return count.sum();
    }

    /**
     * For how long, all together.
     *
     * @return nanoseconds
     */
    public long nanos() {
        return nanos.sum();
    }

    /** Two lines: the figures and the place; the remedy. */
    @Override
    public String toString() {
        String text =
                String.format(
                        java.util.Locale.ROOT,
                        "%,d × , %,d ms: %s at %s",
                        count(),
                        nanos() / 1_000_000,
                        reason,
                        frame);
        String what = at.equals(frame) ? "" : ", in " + at;
        return text.replace("× ,", "×,") + what + "\n    " + reason.remedy() + "\n";
    }

    PinSite add(long times, long time) {
        count.add(times);
        nanos.add(time);
        return this;
    }
}
