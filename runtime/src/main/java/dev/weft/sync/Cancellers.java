package dev.weft.sync;

import dev.weft.fiber.Canceller;
import dev.weft.fiber.CheckedCanceller;

/** How waits in this package can be ended early. */
final class Cancellers {
    /** By cancellation and interrupts, both reported unchecked. */
    static final Canceller UNCHECKED = w -> ((Granting) w.reason()).withdraw(w);

    /** By cancellation, and by interrupts reported as {@link InterruptedException}. */
    static final Canceller CHECKED = (CheckedCanceller) UNCHECKED::withdraw;

    /** Not at all. */
    static final Canceller SHIELDED = w -> false;

    private Cancellers() {}
}
