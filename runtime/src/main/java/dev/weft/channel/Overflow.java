package dev.weft.channel;

/** What a send does when a channel's buffer is full. */
public enum Overflow {
    /** The sender waits (and {@code trySend} says {@link SendResult#FULL}). */
    SUSPEND,
    /** The oldest buffered value is dropped for the new one. */
    DROP_OLDEST,
    /** The new value is dropped. */
    DROP_LATEST
}
