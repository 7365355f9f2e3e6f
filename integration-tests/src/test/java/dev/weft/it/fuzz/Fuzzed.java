package dev.weft.it.fuzz;

/** Helpers that generated programs call; not woven. */
public final class Fuzzed {
    private static final int LONGEST = 40;

    private Fuzzed() {}

    /**
     * Keeps strings small, so that loops can't blow them up.
     *
     * @param s may be null
     * @return its beginning
     */
    public static String cut(String s) {
        return s != null && s.length() > LONGEST ? s.substring(0, LONGEST) : s;
    }

    /**
     * An index that is usually within an array and sometimes one past it.
     *
     * @param i anything
     * @param length the array's
     * @return from 0 to {@code length}
     */
    public static int index(int i, int length) {
        return Math.floorMod(i, length + (i % 7 == 0 ? 1 : 0));
    }
}
