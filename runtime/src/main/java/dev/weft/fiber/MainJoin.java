package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import java.util.concurrent.CompletionException;

/**
 * Waits for the end of a main fiber in the thread that called {@link Weft#run}, on schedulers that
 * run it elsewhere. Who interrupts that thread means the main fiber, and gets an answer when that
 * has ended: nothing is left running behind the caller's back.
 */
final class MainJoin {
    private MainJoin() {}

    /** Returns when {@code main} has ended; the caller looks at the outcome. */
    static void await(Fiber<?> main) {
        Fiber<?> caller = Fiber.current();
        boolean interrupted = false;
        boolean shielded = false;
        try {
            while (!main.isDone()) {
                try {
                    main.join();
                } catch (CompletionException failed) {
                    // it has ended
                } catch (FiberCancelledException stopped) {
                    interrupted |= Thread.interrupted();
                    if (caller != null && !shielded && Parking.isInterrupting(caller.flags)) {
                        Scopes.raiseShield(caller);
                        shielded = true;
                        main.cancel();
                    } else {
                        main.interrupt();
                    }
                }
            }
        } finally {
            if (shielded) {
                Scopes.lowerShield(caller);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
