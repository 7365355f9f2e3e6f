package dev.weft.channel;

import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;

/** A channel that one scheduler's thread alone may use; see {@link Channel#confined}. */
final class ConfinedChannel<T> extends Channel<T> {
    private final Scheduler home;

    ConfinedChannel(Buffer buffer) {
        super(buffer);
        home = Weft.currentScheduler();
        confine(home);
    }

    @Override
    protected Scheduler home() {
        return home;
    }
}
