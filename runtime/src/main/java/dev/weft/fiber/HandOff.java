package dev.weft.fiber;

/** What a fiber does around something that blocks its thread. Nested ones count as one. */
final class HandOff {
    private HandOff() {}

    /** By the fiber itself, before. */
    static void enter(Fiber<?> fiber) {
        Extras extras = fiber.extras();
        if (extras.blocking == 0) {
            if (Tracking.WAITS) {
                extras.waitBegins(fiber.scheduler);
            }
            fiber.scheduler.beforeBlock(fiber);
        }
        extras.blocking++;
    }

    /** By the fiber itself, after. */
    static void exit(Fiber<?> fiber) {
        if (--fiber.extras().blocking == 0) {
            fiber.scheduler.afterBlock(fiber);
        }
    }

    /** Gives up the turn of a pinned fiber, or of a plain thread for null. */
    static void yield(Fiber<?> fiber) {
        if (fiber == null) {
            Thread.yield();
        } else {
            fiber.scheduler.yieldPinned(fiber);
        }
    }
}
