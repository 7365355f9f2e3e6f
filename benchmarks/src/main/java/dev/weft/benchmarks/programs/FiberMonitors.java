package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;

/**
 * A counter behind a monitor of the runtime's: woven with the option {@code monitors}; as {@link
 * JvmMonitors}.
 */
public final class FiberMonitors {
    private final Object lock = new Object();
    private int count;

    /**
     * Counts, entering once for each.
     *
     * @param times how often
     * @return the count
     */
    @Suspendable
    public int count(int times) {
        for (int i = 0; i < times; i++) {
            synchronized (lock) {
                count++;
            }
        }
        return count;
    }
}
