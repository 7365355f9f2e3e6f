package dev.weft.channel;

/**
 * Thrown by a send to a closed channel, and by {@code receive} from one that is closed and drained.
 * Its cause is the one given to {@code close} or {@code cancel}; null when none was.
 */
public final class ChannelClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what was tried
     * @param cause why the channel was closed; may be null
     */
    public ChannelClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
