package dev.weft.woven;

/** Forced suspensions: what the weaver's chaos option inserts before every suspendable call. */
public final class Chaos {
    private Chaos() {}

    /** Does nothing: the caller is pinned. */
    public static void pause() {
        // a pinned frame can't be unwound
    }

    /**
     * Suspends; the stack's driver resumes it at once.
     *
     * @param stack the running stack
     */
    public static void pause(Stack stack) {
        Stack root = stack.root();
        if (root.canSuspend()) {
            root.resumeAtOnce();
            stack.suspend();
        }
    }
}
