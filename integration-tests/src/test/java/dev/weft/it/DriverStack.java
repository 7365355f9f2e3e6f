package dev.weft.it;

import dev.weft.woven.Stack;

/**
 * The smallest driver of woven code: runs a body, and whenever it suspends puts the leaf's outcome
 * in the registers and resumes it at once, on the same thread. Counts what happened.
 */
public final class DriverStack extends Stack {
    private static final int LIMIT = 10_000_000;

    private final boolean suspendsLeaves;
    private final Runnable whileSuspended;
    private Object leafRef;
    private long leafPrim;
    private Throwable leafFailure;
    private int suspensions;

    DriverStack(boolean suspendsLeaves) {
        this(suspendsLeaves, () -> {});
    }

    DriverStack(boolean suspendsLeaves, Runnable whileSuspended) {
        this.suspendsLeaves = suspendsLeaves;
        this.whileSuspended = whileSuspended;
    }

    /** A woven body with its hidden parameter. */
    @FunctionalInterface
    interface Body {
        Object run(Stack stack) throws Throwable;
    }

    /** Runs {@code body}, whose result is a reference, to its end. */
    Object drive(Body body) throws Throwable {
        Object result = body.run(this);
        if (!suspending) {
            return finished(result);
        }
        settle(null);
        do {
            if (++suspensions > LIMIT) {
                throw new IllegalStateException("suspended " + LIMIT + " times: endless");
            }
            whileSuspended.run();
            loadRegisters();
        } while (!proceed());
        rethrow();
        return finished(takeRef());
    }

    int suspensions() {
        return suspensions;
    }

    boolean suspendsLeaves() {
        return suspendsLeaves;
    }

    /** For a leaf: suspend, and let {@code ref} and {@code prim} be its result. */
    void leave(Object ref, long prim) {
        leafRef = ref;
        leafPrim = prim;
        suspend();
    }

    /** For a leaf: suspend, then throw. */
    void leaveFailing(Throwable failure) {
        leafFailure = failure;
        suspend();
    }

    private void loadRegisters() {
        ref = leafRef;
        prim = leafPrim;
        failure = leafFailure;
        leafRef = null;
        leafPrim = 0;
        leafFailure = null;
    }

    private Object finished(Object result) {
        if (suspending || hasFrames()) {
            throw new IllegalStateException(
                    "completed, but " + (suspending ? "still suspending" : "frames are left"));
        }
        return result;
    }
}
