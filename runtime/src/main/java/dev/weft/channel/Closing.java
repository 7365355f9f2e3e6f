package dev.weft.channel;

/**
 * How a channel was closed: by a sender's {@code close} or a receiver's {@code cancel}, and why.
 */
final class Closing {
    static final Closing PLAIN = new Closing(null, false);

    final Throwable cause;
    private final boolean cancelled;

    Closing(Throwable cause, boolean cancelled) {
        this.cause = cause;
        this.cancelled = cancelled;
    }

    ChannelClosedException onSend() {
        return new ChannelClosedException(
                cancelled
                        ? "send on a channel that its receiver cancelled"
                        : "send on a closed channel",
                cause);
    }

    ChannelClosedException onReceive() {
        return new ChannelClosedException(
                cancelled
                        ? "receive from a cancelled channel"
                        : "receive from a closed and drained channel",
                cause);
    }
}
