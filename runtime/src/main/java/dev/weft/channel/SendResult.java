package dev.weft.channel;

/** What became of a value that was offered to a channel. */
public enum SendResult {
    /**
     * It was handed to a receiver, buffered, or dropped by the channel's {@link Overflow} policy.
     */
    SENT,
    /**
     * No receiver was waiting and no room was left (for as long as the call was willing to wait).
     */
    FULL,
    /** The channel is closed. */
    CLOSED
}
