package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import java.util.concurrent.CompletionException;

/**
 * Waits for the fibers of a scope. One that has been joined may not have told the scope of its end
 * yet, so the joiner does; the scope counts it once.
 */
final class ScopeJoin {
    private ScopeJoin() {}

    /** Waits for all fibers; a cancellation or interrupt of the caller is passed on to them. */
    @Suspendable
    static void all(Scope scope) {
        for (Fiber<?> next = scope.first(); next != null; next = scope.first()) {
            try {
                next.joinWithin();
            } catch (FiberCancelledException e) {
                scope.cancel();
                shielded(scope);
                return;
            } catch (CompletionException e) {
                // recorded by ended(), or about to be
            }
            scope.ended(next);
        }
    }

    @Suspendable
    private static void shielded(Scope scope) {
        Fiber<?> fiber = Fiber.current();
        boolean interrupted = fiber == null && Thread.interrupted();
        if (fiber != null) {
            Scopes.raiseShield(fiber);
        }
        for (Fiber<?> next = scope.first(); next != null; next = scope.first()) {
            try {
                next.joinWithin();
            } catch (FiberCancelledException e) {
                interrupted |= fiber == null && Thread.interrupted();
                continue;
            } catch (CompletionException e) {
                // as above
            }
            scope.ended(next);
        }
        if (fiber != null) {
            Scopes.lowerShield(fiber);
        } else if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
