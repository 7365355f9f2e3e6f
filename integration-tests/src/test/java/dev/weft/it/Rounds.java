package dev.weft.it;

/** Ends the loops of programs that have no variable of their own; not woven. */
public final class Rounds {
    private static final int ROUNDS = 3;
    private static int left = ROUNDS;

    private Rounds() {}

    /**
     * Counts down.
     *
     * @return true twice, then false, then as at first
     */
    public static boolean more() {
        left--;
        if (left == 0) {
            left = ROUNDS;
            return false;
        }
        return true;
    }
}
