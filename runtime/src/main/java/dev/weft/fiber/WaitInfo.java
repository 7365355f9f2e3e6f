package dev.weft.fiber;

/** What a dump says of a fiber's present wait. Immutable; a picture of a moment. */
final class WaitInfo {
    /** What is waited for; null when it doesn't wait. */
    final String reason;

    /** For how long it has waited, in nanoseconds; -1: not known. */
    final long nanos;

    /** After how many nanoseconds more the wait ends by itself; -1: never, or not known. */
    final long left;

    /** Whether it keeps its thread. */
    final boolean pinned;

    WaitInfo(Fiber<?> fiber) {
        Extras extras = fiber.extrasOrNull();
        Waiter waiter = fiber.currentWait();
        boolean calls = waiter == null && extras != null && extras.blocking > 0;
        reason = calls ? "a blocking call" : waiter == null ? null : text(waiter);
        pinned = calls || isPinned(fiber, extras);
        long since = extras == null || reason == null ? 0 : extras.since;
        long now = fiber.scheduler.time().nanoTime();
        nanos = since == 0 ? -1 : Math.max(0, now - since);
        TimerEntry timer = waiter == null ? null : waiter.timer;
        left = timer == null ? -1 : Math.max(0, timer.deadline - now);
    }

    private static boolean isPinned(Fiber<?> fiber, Extras extras) {
        return extras != null && extras.pinned != null || (fiber.flags & Parking.BLOCKED) != 0;
    }

    private static String text(Waiter waiter) {
        Object reason = waiter.reason;
        Canceller canceller = waiter.canceller;
        if (reason == null) {
            return null; // it has just ended
        }
        try {
            return canceller == null ? reason.toString() : canceller.describe(reason);
        } catch (RuntimeException broken) {
            return reason.getClass().getName();
        }
    }
}
