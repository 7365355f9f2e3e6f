package dev.weft.fiber;

/** Where a scheduler reads the time; injected so that tests own it. Thread-safe. */
@FunctionalInterface
public interface TimeSource {
    /** The machine's monotonic clock. */
    TimeSource SYSTEM = System::nanoTime;

    /**
     * The time.
     *
     * @return nanoseconds since some origin; compare by subtraction, as {@link System#nanoTime()}
     */
    long nanoTime();
}
