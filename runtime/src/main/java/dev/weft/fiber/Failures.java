package dev.weft.fiber;

import java.util.concurrent.CompletionException;

/** The failures of a scope: the first one, with the later ones suppressed. Guarded by the scope. */
final class Failures {
    private Throwable first;

    void add(Throwable thrown) {
        if (first == null) {
            first = thrown;
        } else if (first != thrown) {
            first.addSuppressed(thrown);
        }
    }

    /** Throws the first failure, if there is one; a checked one wrapped. */
    void raise() {
        Throwable thrown = first;
        if (thrown instanceof RuntimeException || thrown instanceof Error) {
            throw Sneaky.raise(thrown);
        }
        if (thrown != null) {
            throw new CompletionException("a fiber of the scope failed", thrown);
        }
    }
}
