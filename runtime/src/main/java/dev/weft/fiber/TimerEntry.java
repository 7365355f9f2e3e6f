package dev.weft.fiber;

/** Something that happens at a time, in a {@link Timers} heap. */
abstract class TimerEntry {
    /** On the scheduler's clock; guarded by the heap's lock. */
    long deadline;

    /** Breaks ties, so that equal deadlines fire in the order they were started. */
    long order;

    /** Its place in the heap; -1 outside of one; guarded by the heap's lock. */
    int place = -1;

    /** Called once, without the heap's lock, by whoever polls the timers. Must not block. */
    abstract void fire();

    final boolean isBefore(TimerEntry other) {
        long difference = deadline - other.deadline;
        return difference < 0 || difference == 0 && order < other.order;
    }
}
