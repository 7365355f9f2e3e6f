package dev.weft.fiber;

/**
 * Which of the runnable fibers of a scheduler run first. Not a promise of speed: a fiber of low
 * priority gets a turn now and then also while others are runnable, one of high priority waits for
 * the turn that is under way. Work-stealing and single-threaded schedulers heed it; on a
 * deterministic one the seed decides, on an executor the executor.
 */
public enum Priority {
    /** Before all others. */
    HIGH,
    /** What fibers have at first. */
    NORMAL,
    /** When nothing else is runnable, and now and then. */
    LOW
}
