package dev.weft;

/**
 * Thrown by {@code Weft.run} on a scheduler that is a closed world (single-threaded, deterministic)
 * when the main fiber waits and nothing is left that could ever wake it. The message lists the
 * waiting fibers, what each waits for, and its logical stack.
 */
public class AllAsleepException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message the list of the fibers
     */
    public AllAsleepException(String message) {
        super(message);
    }
}
