package dev.weft.net;

import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Waiter;

/** One fiber or thread that waits for a channel; a node of its {@link Readiness}'s list. */
class Wait {
    final int op;
    final Waiter waiter;
    Wait next;
    private final Fiber<?> fiber;
    private final boolean foreign;

    Wait(int op, Waiter waiter, Fiber<?> fiber, boolean foreign) {
        this.op = op;
        this.waiter = waiter;
        this.fiber = fiber;
        this.foreign = foreign;
    }

    /** The channel is ready, or closed. By whoever took this out of the list, without its lock. */
    void end() {
        try {
            waiter.resume(null);
        } finally {
            ended();
        }
    }

    /** It waits no longer. */
    void ended() {
        if (fiber != null) {
            Blocking.arrived(fiber);
        }
        if (foreign) {
            Poller.foreignEnds();
        }
    }
}
