package dev.weft.benchmarks.programs;

import dev.weft.fiber.Scheduler;

/** The schedulers that are measured, by the words that the command lines use. */
public final class Schedulers {
    private Schedulers() {}

    /**
     * Finds or makes a scheduler.
     *
     * @param mode {@code default}: the shared one; {@code single}: a new one on the caller's thread
     * @return the scheduler
     * @throws IllegalArgumentException for another word
     */
    public static Scheduler named(String mode) {
        switch (mode) {
            case "default":
                return Scheduler.shared();
            case "single":
                return Scheduler.singleThreaded();
            default:
                throw new IllegalArgumentException(
                        "no scheduler '" + mode + "'; there are default and single");
        }
    }
}
