package dev.weft.fiber;

/**
 * The runnable fibers of a scheduler that runs on one thread at a time; confined to that thread.
 */
interface RunQueue {
    void add(Fiber<?> fiber);

    /** Takes the fiber to run next; null when there is none. */
    Fiber<?> poll();
}
