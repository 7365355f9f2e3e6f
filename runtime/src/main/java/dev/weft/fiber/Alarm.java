package dev.weft.fiber;

import dev.weft.woven.StackReserve;
import java.util.Objects;

/**
 * A short action at a time on a scheduler's clock: what timers are made of. May be set again and
 * again. Thread-safe; once {@link #stop} or {@link #start} has returned the earlier setting has no
 * effect.
 */
public final class Alarm extends TimerEntry {
    private final Scheduler scheduler;
    private final Runnable action;
    private boolean armed;

    /**
     * Makes an alarm that is not set.
     *
     * @param scheduler whose clock and threads it uses; not null
     * @param action run by one of those threads; must be short and must not block; not null
     */
    public Alarm(Scheduler scheduler, Runnable action) {
        this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
        this.action = Objects.requireNonNull(action, "action");
    }

    /**
     * Sets the alarm, in place of an earlier setting.
     *
     * @param nanos from now; not positive means at once
     * @return whether an earlier setting was dropped
     */
    public synchronized boolean start(long nanos) {
        StackReserve.claim();
        boolean was = stop();
        armed = true;
        scheduler.timers().start(this, nanos);
        return was;
    }

    /**
     * Sets the alarm relative to when it was due last: without drift. To be called by the action.
     *
     * @param nanos from that time
     */
    public synchronized void startAgain(long nanos) {
        long late = scheduler.time().nanoTime() - deadline;
        start(nanos - late % nanos);
    }

    /**
     * Drops the setting.
     *
     * @return false when there was none, or the action has run
     */
    public synchronized boolean stop() {
        StackReserve.claim();
        boolean was = armed;
        armed = false;
        scheduler.timers().cancel(this);
        return was;
    }

    @Override
    synchronized void fire() {
        // Due and already taken from the heap, it may have been stopped or set anew meanwhile.
        if (armed && place < 0) {
            armed = false;
            action.run();
        }
    }
}
