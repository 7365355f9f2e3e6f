package dev.weft.fiber;

import java.util.concurrent.locks.LockSupport;

/**
 * One thread's place in a {@link ConfinedScheduler}: where it waits until it may run fibers again.
 * At most one seat of a scheduler is granted at a time.
 */
final class Seat {
    /** The thread that waits here. */
    final Thread thread;

    /** That thread's context. */
    final Context context;

    private volatile boolean granted;
    private volatile boolean dismissed;

    Seat(Thread thread, Context context) {
        this.thread = thread;
        this.context = context;
        context.seat = this;
    }

    /** Lets the thread go on. By the one that may run fibers, which then may no longer. */
    void grant() {
        granted = true;
        LockSupport.unpark(thread);
    }

    /** Lets a thread that rests end. */
    void dismiss() {
        dismissed = true;
        LockSupport.unpark(thread);
    }

    /** Whether the thread should end and touch nothing of the scheduler any more. */
    boolean isDismissed() {
        return dismissed;
    }

    /**
     * Waits for {@link #grant()}, or to be dismissed. An interrupt of the thread is passed on, not
     * kept.
     *
     * @param onInterrupt called for each interrupt
     */
    void await(Runnable onInterrupt) {
        while (!granted && !dismissed) {
            LockSupport.park(context.scheduler);
            if (Thread.interrupted()) {
                onInterrupt.run();
            }
        }
        granted = false;
    }
}
