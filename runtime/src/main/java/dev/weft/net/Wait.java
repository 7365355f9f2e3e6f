package dev.weft.net;

import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Frame;
import dev.weft.woven.Resumer;

/**
 * One fiber or thread that waits for a channel; a node of its {@link Readiness}'s list.
 *
 * <p>A kind of frame, so that a read that waits needs one object for both ({@link PendingRead});
 * the others are never on a stack. The frame's point is the operation, and whether the poller has
 * to be told of it.
 */
class Wait extends Frame {
    private static final int FOREIGN = 1 << 8;
    private static final int OP = FOREIGN - 1;

    /** Null until it {@linkplain #begins begins}. */
    Waiter waiter;

    Wait next;

    /** Of nobody; for subclasses. */
    Wait(Resumer resumer, int op) {
        super(resumer, op);
    }

    /** Of the caller: a thread, or a fiber that is suspended or pinned. */
    static Wait of(int op, Fiber<?> fiber) {
        return fiber == null ? new Wait(null, op) : new OfFiber(op, fiber);
    }

    /** The operations that end it, of {@link java.nio.channels.SelectionKey}. */
    final int op() {
        return point & OP;
    }

    /** Notes who waits, and whether no carrier polls for it. Before others can see this. */
    final void begins(Waiter by, boolean foreign) {
        waiter = by;
        if (foreign) {
            point |= FOREIGN;
        }
    }

    /** The fiber whose turn the wait is a part of; null on a plain thread. */
    Fiber<?> fiber() {
        return null;
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
    final void ended() {
        Fiber<?> fiber = fiber();
        if (fiber != null) {
            Blocking.arrived(fiber);
        }
        if ((point & FOREIGN) != 0) {
            Poller.foreignEnds();
        }
    }

    /** Of a fiber, also one whose thread is blocked. */
    private static final class OfFiber extends Wait {
        private final Fiber<?> fiber;

        OfFiber(int op, Fiber<?> fiber) {
            super(null, op);
            this.fiber = fiber;
        }

        @Override
        Fiber<?> fiber() {
            return fiber;
        }
    }
}
