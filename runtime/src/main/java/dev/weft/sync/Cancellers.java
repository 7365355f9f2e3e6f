package dev.weft.sync;

import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;

/** How waits in this package can be ended early. */
final class Cancellers {
    /** By cancellation and interrupts, both reported unchecked. */
    static final Canceller UNCHECKED = w -> ((Granting) w.reason()).withdraw(w);

    /** By cancellation, and by interrupts reported as {@link InterruptedException}. */
    static final Canceller CHECKED =
            new Canceller() {
                @Override
                public boolean withdraw(Waiter waiter) {
                    return UNCHECKED.withdraw(waiter);
                }

                @Override
                public Throwable interruption(boolean cancelled) {
                    return cancelled ? UNCHECKED.interruption(true) : new InterruptedException();
                }
            };

    /** Not at all. */
    static final Canceller SHIELDED = w -> false;

    private Cancellers() {}
}
