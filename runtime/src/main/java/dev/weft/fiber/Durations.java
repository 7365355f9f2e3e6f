package dev.weft.fiber;

import java.time.Duration;

/** Durations in nanoseconds. */
final class Durations {
    private Durations() {}

    /** The nanoseconds of a duration; cut to what a long holds (292 years). */
    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE - 1;
        }
    }
}
