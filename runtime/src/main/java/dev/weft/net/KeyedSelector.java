package dev.weft.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The part of a {@link FiberSelector} that does not wait: its keys stand for those of a selector of
 * the JDK's, which is asked what is ready. Nothing here is suspendable. Thread-safe.
 */
abstract class KeyedSelector extends AbstractSelector {
    final SelectorWait wait = new SelectorWait(this);
    private final Selector selector;

    private final Set<SelectionKey> keys;
    private final Set<SelectionKey> selected;

    /** How many keys have channels that the poller does not know. */
    private final AtomicInteger foreign = new AtomicInteger();

    KeyedSelector(Selector selector) {
        super(selector.provider());
        this.selector = selector;
        keys = new KeyView(selector.keys(), false);
        selected = new KeyView(selector.selectedKeys(), true);
    }

    @Override
    public final Set<SelectionKey> keys() {
        requireOpen();
        return keys;
    }

    @Override
    public final Set<SelectionKey> selectedKeys() {
        requireOpen();
        return selected;
    }

    @Override
    public final Selector wakeup() {
        if (wait.wakeup()) {
            selector.wakeup();
        }
        return this;
    }

    /** Not suspendable: a thread waits in the JDK's selector. */
    final int block(List<FiberSelectionKey> ready, long timeout) throws IOException {
        drain();
        boolean waits = wait.threadBegins();
        try {
            int n;
            if (ready == null) {
                n = waits ? selector.select(timeout) : selector.selectNow();
            } else {
                Consumer<SelectionKey> add = key -> ready.add(FiberSelectionKey.over(key));
                n = waits ? selector.select(add, timeout) : selector.selectNow(add);
            }
            drain();
            return n;
        } catch (ClosedSelectorException e) {
            return 0; // before it had begun: it was open when the caller came
        } finally {
            wait.threadEnds();
        }
    }

    final int now() throws IOException {
        drain();
        return selector.selectNow();
    }

    final List<FiberSelectionKey> nowReady() throws IOException {
        drain();
        List<FiberSelectionKey> ready = new ArrayList<>();
        selector.selectNow(key -> ready.add(FiberSelectionKey.over(key)));
        return ready;
    }

    final void requireOpen() {
        if (!isOpen()) {
            throw new ClosedSelectorException();
        }
    }

    /** Whether something that was ready is still in the set. */
    final boolean hasSelectedKeys() {
        return !selected.isEmpty();
    }

    final boolean hasForeignKeys() {
        return foreign.get() > 0;
    }

    /** Called by the channel, with its locks. */
    @Override
    protected final SelectionKey register(
            AbstractSelectableChannel channel, int ops, Object attached) {
        requireOpen();
        FiberSelectionKey key = new FiberSelectionKey(this, channel);
        key.attach(attached);
        try {
            if (channel instanceof FiberSelectable) {
                key.inner(((FiberSelectable) channel).registerWith(selector, ops, key));
                wait.stale(key);
            } else {
                key.inner(channel.register(selector, ops, key));
                foreign.incrementAndGet();
            }
        } catch (ClosedChannelException e) {
            throw KeyedSelector.<RuntimeException>raise(e); // who calls this declares it
        }
        if (!isOpen()) {
            key.cancel();
            retire(key);
            throw new ClosedSelectorException();
        }
        return key;
    }

    /** Carries cancellations on to the JDK's selector. */
    private void drain() {
        Set<SelectionKey> cancelled = cancelledKeys();
        List<SelectionKey> all;
        synchronized (cancelled) {
            if (cancelled.isEmpty()) {
                return;
            }
            all = new ArrayList<>(cancelled);
            cancelled.clear();
        }
        for (SelectionKey key : all) {
            retire((FiberSelectionKey) key);
        }
    }

    private void retire(FiberSelectionKey key) {
        if (key.retire()) {
            deregister(key);
            if (!key.isWatched()) {
                foreign.decrementAndGet();
            }
        }
    }

    @Override
    protected final void implCloseSelector() throws IOException {
        wakeup();
        List<SelectionKey> all = new ArrayList<>(keys);
        selector.close();
        for (SelectionKey key : all) {
            key.cancel();
            retire((FiberSelectionKey) key);
        }
        drain();
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X raise(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
