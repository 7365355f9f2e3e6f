package dev.weft.channel;

/**
 * A select's receive. Chosen when a value was taken, or when the channel is closed and drained.
 *
 * @param <T> the channel's elements
 */
public final class ReceiveCase<T> extends SelectCase {
    private final SelectNode node;

    ReceiveCase(Select select, ChannelCore channel, int index) {
        super(index);
        node = new SelectNode(select, channel, false, this);
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
     * What was received when this case was chosen last.
     *
     * @return null when the channel was closed and drained
     */
    @SuppressWarnings("unchecked")
    public T value() {
        return (T) node.value;
    }

    /**
     * What was received when this case was chosen last; taken out, so that nothing holds on to it.
     *
     * @return never null
     * @throws ChannelClosedException when the channel was closed and drained
     */
    public T take() {
        T value = value();
        if (value == null) {
            Closing how = node.channel.closingNow();
            throw (how == null ? Closing.PLAIN : how).onReceive();
        }
        node.value = null;
        return value;
    }
}
