package dev.weft.channel;

import java.util.Objects;

/**
 * A select's send. Needs a {@linkplain #offer value} before each {@code select()} that it takes
 * part in. A send to a closed channel counts as ready; when chosen {@code select()} throws {@link
 * ChannelClosedException}.
 *
 * @param <T> the channel's elements
 */
public final class SendCase<T> extends SelectCase {
    private final SelectNode node;

    SendCase(Select select, ChannelCore channel, int index) {
        super(index);
        node = new SelectNode(select, channel, true, this);
    }

    SelectNode node() {
        return node;
    }

    @Override
    public void enable(boolean on) {
        super.enable(on);
        node.enabled = on;
    }

    /**
     * Sets the value to send and enables the case. It stays until this case is chosen or another
     * value is set.
     *
     * @param value not null
     */
    public void offer(T value) {
        node.operand = Objects.requireNonNull(value, "value");
        enable(true);
    }
}
