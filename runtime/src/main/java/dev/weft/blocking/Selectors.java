package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberChannels;
import dev.weft.net.FiberSelectable;
import dev.weft.net.FiberSelector;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;

/**
 * Stand-ins for selectors. Those that woven code opens are {@link FiberSelector}s, in which fibers
 * wait without a thread. A wake-up of any other may come from code that is not woven and leaves no
 * trace that could be looked for, so a thread waits in it, one for each fiber that selects, and the
 * other fibers go on; there, channels that woven code opened are registered by the JDK's channel
 * beneath, and found again by their keys.
 */
public final class Selectors {
    private Selectors() {}

    /** {@link Selector#open()}. */
    @StandIn(value = Selector.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static Selector open() throws IOException {
        return new FiberSelector(Selector.open());
    }

    /** {@link Selector#selectNow(Consumer)}: the action can suspend. */
    @Suspendable
    @StandIn(Selector.class)
    public static int selectNow(Selector it, Consumer<SelectionKey> action) throws Exception {
        return it instanceof FiberSelector
                ? ((FiberSelector) it).selectNow(action)
                : it.selectNow(action);
    }

    /** {@link Selector#select()}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.POLLS)
    public static int select(Selector it) throws Exception {
        if (it instanceof FiberSelector) {
            return ((FiberSelector) it).select();
        }
        return Blocking.call(() -> it.select());
    }

    /** {@link Selector#select(long)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.POLLS)
    public static int select(Selector it, long timeout) throws Exception {
        if (it instanceof FiberSelector) {
            return ((FiberSelector) it).select(timeout);
        }
        return Blocking.call(() -> it.select(timeout));
    }

    /** {@link Selector#select(Consumer)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.POLLS)
    public static int select(Selector it, Consumer<SelectionKey> action) throws Exception {
        if (it instanceof FiberSelector) {
            return ((FiberSelector) it).select(action);
        }
        return Blocking.call(() -> it.select(action));
    }

    /** {@link Selector#select(Consumer, long)}. */
    @Suspendable
    @StandIn(value = Selector.class, mode = StandIn.Mode.POLLS)
    public static int select(Selector it, Consumer<SelectionKey> action, long timeout)
            throws Exception {
        if (it instanceof FiberSelector) {
            return ((FiberSelector) it).select(action, timeout);
        }
        return Blocking.call(() -> it.select(action, timeout));
    }

    /** {@link SelectableChannel#register(Selector, int, Object)}. */
    @StandIn(value = SelectableChannel.class, mode = StandIn.Mode.REPLACES)
    public static SelectionKey register(
            SelectableChannel it, Selector selector, int ops, Object attachment)
            throws ClosedChannelException {
        return it instanceof FiberSelectable && !(selector instanceof FiberSelector)
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
        return it.isRegistered()
                || it instanceof FiberSelectable && ((FiberSelectable) it).isRegisteredWithAny();
    }

    /** {@link SelectableChannel#keyFor(Selector)}. */
    @StandIn(value = SelectableChannel.class, mode = StandIn.Mode.REPLACES)
    public static SelectionKey keyFor(SelectableChannel it, Selector selector) {
        return it instanceof FiberSelectable && !(selector instanceof FiberSelector)
                ? ((FiberSelectable) it).keyOf(selector)
                : it.keyFor(selector);
    }

    /** {@link SelectionKey#channel()}: the channel that was registered. */
    @StandIn(value = SelectionKey.class, mode = StandIn.Mode.REPLACES)
    public static SelectableChannel channel(SelectionKey it) {
        return FiberChannels.shown(it.channel());
    }

    /** {@link SelectionKey#cancel()}: the key beneath is cancelled at once, too. */
    @StandIn(value = SelectionKey.class, mode = StandIn.Mode.REPLACES)
    public static void cancel(SelectionKey it) {
        it.cancel();
        FiberSelector.cancelled(it);
    }
}
