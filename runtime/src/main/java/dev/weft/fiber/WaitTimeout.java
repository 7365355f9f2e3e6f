package dev.weft.fiber;

/**
 * The timer of one wait of a fiber. A new one for each timed wait, so a late one knows it is late.
 */
final class WaitTimeout extends TimerEntry {
    private static final long LOOK_AGAIN_NANOS = 10_000;

    private final Fiber<?> fiber;
    private final Waiter waiter;
    private final Object value;

    WaitTimeout(Fiber<?> fiber, Waiter waiter, Object value) {
        this.fiber = fiber;
        this.waiter = waiter;
        this.value = value;
    }

    /** Drops the timer: the wait has ended. False when it is not running, or not yet. */
    boolean cancel() {
        return fiber.scheduler.timers().cancel(this);
    }

    @Override
    void fire() {
        while (!Parking.hold(fiber)) {
            if (waiter.timer != this || !mayStillWait() || looksAgain()) {
                return;
            }
        }
        fireHeld();
    }

    /** Starts this anew. False when there is no memory for that, and nobody else would fire it. */
    private boolean looksAgain() {
        try {
            fiber.scheduler.timers().start(this, LOOK_AGAIN_NANOS);
            return true;
        } catch (OutOfMemoryError full) {
            return place >= 0; // in the heap: only the thread that watches it could not be started
        }
    }

    /**
     * Asked after the fiber could not be held. PARKED too: somebody else held it at that moment and
     * has let go since.
     */
    private boolean mayStillWait() {
        byte seen = (byte) Parking.STATE.getVolatile(fiber);
        return seen == Parking.PARKING || seen == Parking.PARKED || seen == Parking.HELD;
    }

    private void fireHeld() {
        if (fiber.waiter == waiter && waiter.timer == this && waiter.canceller.withdraw(waiter)) {
            waiter.timer = null;
            if (value instanceof ThreadWaits.Failure) {
                fiber.failure = ((ThreadWaits.Failure) value).thrown;
            } else {
                fiber.ref = value;
            }
            Parking.wakeHeld(fiber);
        } else {
            Parking.release(fiber);
        }
    }
}
