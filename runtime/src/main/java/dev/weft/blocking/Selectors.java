package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberChannels;
import dev.weft.net.FiberSelectable;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;

/**
 * Stand-ins for selectors. A wake-up may come from code that is not woven and leaves no trace that
 * could be looked for, so a thread waits in the selector, one for each fiber that selects, and the
 * other fibers go on. The channels that woven code opened are registered by the JDK's channel
 * beneath, and found again by their keys. Pipes are opened here.
 */
public final class Selectors {
    private Selectors() {}

    /** {@link Selector#select()}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it) throws Exception {
        return Blocking.call(() -> it.select());
    }

    /** {@link Selector#select(long)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it, long timeout) throws Exception {
        return Blocking.call(() -> it.select(timeout));
    }

    /** {@link Selector#select(Consumer)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it, Consumer<SelectionKey> action) throws Exception {
        return Blocking.call(() -> it.select(action));
    }

    /** {@link Selector#select(Consumer, long)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.HANDS_OFF)
    public static int select(Selector it, Consumer<SelectionKey> action, long timeout)
            throws Exception {
        return Blocking.call(() -> it.select(action, timeout));
    }

    /** {@link SelectableChannel#register(Selector, int, Object)}. */
    @StandIn(value = SelectableChannel.class, mode = StandIn.Mode.REPLACES)
    public static SelectionKey register(
            SelectableChannel it, Selector selector, int ops, Object attachment)
            throws ClosedChannelException {
        return it instanceof FiberSelectable
                ? ((FiberSelectable) it).registerWith(selector, ops, attachment)
                : it.register(selector, ops, attachment);
    }

    /** {@link SelectableChannel#register(Selector, int)}. */
    @StandIn(value = SelectableChannel.class, mode = StandIn.Mode.REPLACES)
    public static SelectionKey register(SelectableChannel it, Selector selector, int ops)
            throws ClosedChannelException {
        return register(it, selector, ops, null);
    }

    /** {@link SelectableChannel#isRegistered()}. */
    @StandIn(value = SelectableChannel.class, mode = StandIn.Mode.REPLACES)
    public static boolean isRegistered(SelectableChannel it) {
        return it instanceof FiberSelectable
                ? ((FiberSelectable) it).isRegisteredWithAny()
                : it.isRegistered();
    }

    /** {@link SelectableChannel#keyFor(Selector)}. */
    @StandIn(value = SelectableChannel.class, mode = StandIn.Mode.REPLACES)
    public static SelectionKey keyFor(SelectableChannel it, Selector selector) {
        return it instanceof FiberSelectable
                ? ((FiberSelectable) it).keyOf(selector)
                : it.keyFor(selector);
    }

    /** {@link SelectionKey#channel()}: the channel that was registered. */
    @StandIn(value = SelectionKey.class, mode = StandIn.Mode.REPLACES)
    public static SelectableChannel channel(SelectionKey it) {
        return FiberChannels.shown(it.channel());
    }

    /** {@link Pipe#open()}. */
    @StandIn(value = Pipe.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static Pipe open() throws IOException {
        return FiberChannels.over(Pipe.open());
    }
}
