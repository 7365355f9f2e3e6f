package dev.weft.woven;

import java.util.concurrent.atomic.LongAdder;

/**
 * Forced suspensions: what the weaver's chaos option inserts before every suspendable call. Counts
 * them, so that a run can show that they happened. Thread-safe.
 */
public final class Chaos {
    private static final LongAdder SUSPENDED = new LongAdder();
    private static final LongAdder PINNED = new LongAdder();

    private Chaos() {}

    /** Does nothing but count: the caller is pinned, and a pinned frame can't be unwound. */
    public static void pause() {
        PINNED.increment();
    }

    /**
     * Suspends; the stack's driver resumes it at once.
     *
     * @param stack the running stack
     */
    public static void pause(Stack stack) {
        Stack root = stack.root();
        if (root.canSuspend()) {
            SUSPENDED.increment();
            root.resumeAtOnce();
            stack.suspend();
        } else {
            PINNED.increment();
        }
    }

    /** How many suspensions were forced so far, in the whole JVM. */
    public static long suspended() {
        return SUSPENDED.sum();
    }

    /** How many times code with forced suspensions ran pinned, so that none was possible. */
    public static long pinned() {
        return PINNED.sum();
    }
}
