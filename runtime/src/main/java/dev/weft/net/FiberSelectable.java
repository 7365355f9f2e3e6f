package dev.weft.net;

import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * A channel that woven code has opened, for stand-ins: what {@link SelectableChannel} has as final
 * methods that would not find the channel beneath.
 */
public interface FiberSelectable extends Channel {
    /**
     * As {@link SelectableChannel#register(Selector, int, Object)}.
     *
     * @param selector the JDK's; not null
     * @param ops of {@link SelectionKey}
     * @param attachment may be null
     * @return the key; its channel, asked in woven code, is this one
     * @throws ClosedChannelException when this is closed
     */
    SelectionKey registerWith(Selector selector, int ops, Object attachment)
            throws ClosedChannelException;

    /**
     * As {@link SelectableChannel#isRegistered()}.
     *
     * @return whether a selector of the user's has it
     */
    boolean isRegisteredWithAny();

    /**
     * As {@link SelectableChannel#keyFor(Selector)}.
     *
     * @param selector the JDK's
     * @return null when it is not registered there
     */
    SelectionKey keyOf(Selector selector);
}
