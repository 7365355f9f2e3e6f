package dev.weft.channel;

/** One end of a channel. Two views of the same end of one channel are equal. */
abstract class ChannelView {
    ChannelView() {}

    abstract Channel<?> channel();

    @Override
    public final boolean equals(Object other) {
        return other instanceof ChannelView
                && ((ChannelView) other).channel() == channel()
                && (other instanceof SendChannel) == (this instanceof SendChannel);
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(channel());
    }

    @Override
    public final String toString() {
        return (this instanceof SendChannel ? "send-only " : "receive-only ") + channel();
    }
}
