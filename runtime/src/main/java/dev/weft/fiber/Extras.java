package dev.weft.fiber;

/** What few fibers need: made on first use, so that the others stay small. */
final class Extras {
    /** The user's name; null: made from the id. */
    volatile String name;

    /** The waiter of the thread that this fiber, pinned, blocks; null while it doesn't. */
    volatile Waiter pinned;

    /** How many shields are open; only touched by the fiber itself. */
    int shields;
}
