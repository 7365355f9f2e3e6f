package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;

/**
 * Runs something once; who comes while it runs waits until it is done. An action that throws counts
 * as done (as in Go). Thread-safe.
 */
public final class Once {
    private final Mutex mutex = new Mutex();
    private volatile boolean done;

    /** Makes one that has not run. */
    public Once() {}

    /**
     * Runs the action, unless this or another one has run already.
     *
     * @param action may suspend; not null; must not call this {@code Once}
     * @throws Exception what the action throws; the next caller finds it done
     */
    @Suspendable
    public void run(SuspendableRunnable action) throws Exception {
        if (done) {
            return;
        }
        mutex.lock();
        try {
            if (!done) {
                runNow(action);
            }
        } finally {
            mutex.unlock();
        }
    }

    @Suspendable
    private void runNow(SuspendableRunnable action) throws Exception {
        try {
            action.run();
        } finally {
            done = true;
        }
    }

    /**
     * Whether the action has run.
     *
     * @return true when {@link #run} would return at once
     */
    public boolean isDone() {
        return done;
    }
}
