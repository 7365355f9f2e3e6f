package dev.weft.fiber;

/** Gets the exceptions of fibers that nobody joined. See {@link Weft#onUncaught}. */
@FunctionalInterface
public interface UncaughtHandler {
    /** Prints the fiber's name and the stack trace on standard error. */
    UncaughtHandler PRINT = Uncaught::print;

    /**
     * Called once for each. The fiber itself is garbage by then. What this throws is dropped.
     *
     * @param fiberName the name of the fiber
     * @param thrown what it threw
     */
    void uncaught(String fiberName, Throwable thrown);
}
