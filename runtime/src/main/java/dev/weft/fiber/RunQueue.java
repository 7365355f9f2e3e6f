package dev.weft.fiber;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The runnable fibers of a scheduler that runs on one thread at a time; confined to that thread.
 */
interface RunQueue {
    void add(Fiber<?> fiber);

    /** Takes the fiber to run next; null when there is none. */
    Fiber<?> poll();

    /** A number for choices that should look random. From any thread. */
    default int random() {
        return ThreadLocalRandom.current().nextInt();
    }
}
