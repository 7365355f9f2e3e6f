package dev.weft.stackend;

import dev.weft.Suspendable;

/**
 * An object of the runtime and something that is done with it again and again near the end of the
 * stack. A call that throws StackOverflowError must have done nothing.
 */
@Suspendable
abstract class EndCase {
    /** Does it once. Counts without calling anything, so that counting can't overflow. */
    abstract void act() throws Exception;

    /**
     * Once, behind all calls and where they were made: waits for what they have started, which may
     * be on a scheduler that is not run any more when {@link #check} is called.
     */
    void settle() throws Exception {}

    /** With the whole stack: null when the object is as the calls that returned have left it. */
    abstract String check() throws Exception;

    /** An error text, or null for two that are equal. */
    static String same(String what, long expected, long found) {
        return expected == found ? null : what + ": expected " + expected + ", found " + found;
    }
}
