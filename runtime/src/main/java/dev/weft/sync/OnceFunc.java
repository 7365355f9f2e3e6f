package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import java.util.Objects;

/**
 * An action that runs once, by whoever calls it first; who calls it meanwhile waits until it is
 * done. (Go's {@code sync.OnceFunc}.) Unlike {@link Once}, which is given the action by each
 * caller, it throws what its action threw to all of them; the rules are {@link OnceValue}'s.
 * Thread-safe.
 */
public final class OnceFunc implements SuspendableRunnable {
    private final OnceValue<Void> outcome;

    /**
     * Makes one that has not run.
     *
     * @param action may suspend; not null; must not call this
     */
    public OnceFunc(SuspendableRunnable action) {
        Objects.requireNonNull(action, "action");
        outcome =
                new OnceValue<>(
                        () -> {
                            action.run();
                            return null;
                        });
    }

    /**
     * Runs the action, unless it has run; waits for it while it runs.
     *
     * @throws java.util.concurrent.CompletionException when the action threw a checked exception,
     *     its cause; an unchecked one, or an error, is thrown as it is
     * @throws IllegalStateException when the action itself calls this
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Override
    @Suspendable
    public void run() {
        outcome.get();
    }

    /**
     * Whether the action has returned or thrown.
     *
     * @return true when {@link #run} would not wait
     */
    public boolean isDone() {
        return outcome.isDone();
    }
}
