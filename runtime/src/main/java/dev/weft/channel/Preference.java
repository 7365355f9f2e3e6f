package dev.weft.channel;

/**
 * Who runs first after a value was handed from one side to the other: whoever came second and found
 * the other waiting, or the other. A matter of order only, and only where one thread runs the
 * fibers in the order they were woken (a single-threaded scheduler); elsewhere a hint. Stackless
 * Python's {@code channel.preference}.
 */
public enum Preference {
    /** Whoever came second goes on; the other runs when its turn comes. */
    NEITHER,
    /** A sender that finds a receiver waiting gives up its turn. */
    RECEIVER_FIRST,
    /** A receiver that finds a sender waiting gives up its turn. */
    SENDER_FIRST
}
