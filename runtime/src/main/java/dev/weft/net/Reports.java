package dev.weft.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Where the {@link Poller} hears of channels: a selector and, where the JDK's natives can be had,
 * an {@link EdgePoll} around it. One thread at a time {@linkplain #await looks}; all else is
 * thread-safe.
 */
final class Reports {
    private final Selector selector;

    /** Null: none. */
    private final EdgePoll edges;

    /** Whether the looking thread is in a wait that others have to end. */
    private volatile boolean waiting;

    /** The selector's interest has changed since it was last asked. */
    private volatile boolean stale;

    /** The present wait, or the next, is to end. */
    private volatile boolean woken;

    Reports() {
        try {
            selector = Selector.open();
            edges = EdgePoll.over(selector);
        } catch (IOException e) {
            throw new UncheckedIOException("no selector to poll sockets with", e);
        }
    }

    /** Watches by the selector. */
    SelectionKey register(SelectableChannel channel, int ops, Readiness readiness)
            throws ClosedChannelException {
        SelectionKey key = channel.register(selector, ops, readiness);
        changed();
        return key;
    }

    /** Null when the selector does not know the channel. */
    SelectionKey key(SelectableChannel channel) {
        return channel.keyFor(selector);
    }

    /** Tells {@code readiness} of changes once each; false when that can't be had. */
    boolean watch(SocketChannel channel, EdgeReadiness readiness) {
        return edges != null && edges.watch(channel, readiness);
    }

    /** Ends that; before the channel is closed. */
    void unwatch(SocketChannel channel, EdgeReadiness readiness) {
        edges.unwatch(channel, readiness);
    }

    /** A key's interest is another, or a channel is closed: a wait under way must take that in. */
    void changed() {
        stale = true;
        if (waiting) {
            selector.wakeup();
        }
    }

    /** Ends the present wait or the next. */
    void wakeup() {
        woken = true;
        selector.wakeup();
    }

    /** Whether a thread is in a wait for ever. */
    boolean waits() {
        return waiting;
    }

    /**
     * Looks, or waits until there is something to report or somebody ends that.
     *
     * @param batch gets those whose wait has ended
     */
    void await(boolean blocks, List<Wait> batch) throws IOException {
        try {
            waiting = blocks;
            if (edges == null) {
                awaitSelector(blocks, batch);
            } else {
                awaitEdges(blocks, batch);
            }
        } finally {
            waiting = false;
        }
    }

    private void awaitSelector(boolean blocks, List<Wait> batch) throws IOException {
        if (blocks) {
            selector.select(key -> ready(key, batch));
        } else {
            selector.selectNow(key -> ready(key, batch));
        }
    }

    private void awaitEdges(boolean blocks, List<Wait> batch) throws IOException {
        if (stale) {
            stale = false;
            selector.selectNow(key -> ready(key, batch));
        }
        if (edges.await(blocks && batch.isEmpty() && !woken, batch)) {
            selector.selectNow(key -> ready(key, batch));
        }
        woken = false;
    }

    private void ready(SelectionKey key, List<Wait> batch) {
        ((Readiness) key.attachment()).ready(key, batch, waiting);
    }
}
