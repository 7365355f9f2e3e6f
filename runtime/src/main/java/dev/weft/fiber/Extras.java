package dev.weft.fiber;

import java.util.concurrent.atomic.AtomicLong;

/** What few fibers need: made on first use, so that the others stay small. */
final class Extras {
    private static final AtomicLong IDS = new AtomicLong();

    final long id = IDS.incrementAndGet();

    /** The user's name; null: made from the id. */
    volatile String name;

    /** The waiter of the thread that this fiber, pinned, blocks; null while it doesn't. */
    volatile Waiter pinned;

    /** How many blocking calls of it are nested; only touched by the fiber itself. */
    int blocking;

    /** Where the thread waits that this fiber blocks; read when {@link Parking#BLOCKED} is set. */
    Seat seat;

    /** How many shields are open; only touched by the fiber itself. */
    int shields;

    /** The thread that a call blocks for this fiber; null outside of one. Guarded by this. */
    private Thread blocked;

    /** Whether {@link #interruptBlocked()} has hit the present call. Guarded by this. */
    private boolean hit;

    /** How many locks it holds that belong to its thread; only touched by the fiber itself. */
    int bound;

    synchronized void blocks(Thread thread) {
        blocked = thread;
        hit = false;
    }

    /** The call has ended; returns whether it was interrupted for this fiber. */
    synchronized boolean unblocks() {
        blocked = null;
        return hit;
    }

    /** Interrupts the thread that this fiber blocks, if it does. */
    synchronized void interruptBlocked() {
        if (blocked != null && !hit) {
            hit = true;
            blocked.interrupt();
        }
    }
}
