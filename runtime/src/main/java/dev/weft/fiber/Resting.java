package dev.weft.fiber;

/**
 * The threads that rest, the one that rested last on top: a list through the threads, which takes
 * no memory. Not thread-safe: guarded by the {@link Crew}.
 */
final class Resting {
    private CarrierThread top;

    boolean isEmpty() {
        return top == null;
    }

    /** Puts a thread on top, unless it rests already. */
    void push(CarrierThread thread) {
        if (!thread.rests) {
            thread.rests = true;
            thread.below = top;
            top = thread;
        }
    }

    CarrierThread peek() {
        return top;
    }

    /** Takes the top one; there must be one. */
    CarrierThread pop() {
        CarrierThread thread = top;
        top = thread.below;
        left(thread);
        return thread;
    }

    /** Takes one out from anywhere; false when it doesn't rest. */
    boolean remove(CarrierThread thread) {
        if (top == thread) {
            pop();
            return true;
        }
        for (CarrierThread above = top; above != null; above = above.below) {
            if (above.below == thread) {
                above.below = thread.below;
                left(thread);
                return true;
            }
        }
        return false;
    }

    private static void left(CarrierThread thread) {
        thread.below = null;
        thread.rests = false;
    }
}
