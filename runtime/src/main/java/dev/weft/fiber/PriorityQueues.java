package dev.weft.fiber;

/**
 * The runnable fibers of a work-stealing scheduler whose priority is not normal: two shared queues
 * beside the carriers' own ones, so that the others pay one test of a byte. High ones are looked
 * for before each turn, except each {@value #NORMAL_EVERY}th; low ones when nothing else is found,
 * and each {@value #LOW_EVERY}th turn. Thread-safe.
 */
final class PriorityQueues {
    private static final int NORMAL_EVERY = 16;
    private static final int LOW_EVERY = 61;

    private final GlobalQueue high = new GlobalQueue();
    private final GlobalQueue low = new GlobalQueue();

    void add(Fiber<?> fiber) {
        (fiber.priority() == Priority.HIGH ? high : low).add(fiber);
    }

    boolean isEmpty() {
        return high.size() == 0 && low.size() == 0;
    }

    /** What goes before the normal ones at a carrier's turn of that number; mostly null. */
    Fiber<?> before(int turn) {
        if (high.size() != 0 && turn % NORMAL_EVERY != 0) {
            return high.poll();
        }
        return low.size() != 0 && turn % LOW_EVERY == 0 ? low.poll() : null;
    }

    /** What runs when there are no normal ones. */
    Fiber<?> otherwise() {
        Fiber<?> fiber = high.size() == 0 ? null : high.poll();
        return fiber != null || low.size() == 0 ? fiber : low.poll();
    }
}
