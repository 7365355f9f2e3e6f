package dev.weft.net;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectionKey;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A key of a {@link FiberSelector}: its interest and readiness are those of the JDK's key beneath,
 * its validity and attachment its own. Thread-safe.
 */
final class FiberSelectionKey extends AbstractSelectionKey {
    private final KeyedSelector selector;
    private final SelectableChannel channel;

    /** What the poller has to report; null while nothing. */
    private final AtomicReference<Watch> watch = new AtomicReference<>();

    /** Whether it is in its selector's queue of such. Guarded by that queue's lock. */
    boolean stale;

    private volatile SelectionKey inner;

    /** Null when the poller does not know the channel. */
    private volatile Readiness readiness;

    private volatile boolean retired;

    FiberSelectionKey(KeyedSelector selector, SelectableChannel channel) {
        this.selector = selector;
        this.channel = channel;
    }

    /** The key that stands for one of the JDK's. */
    static FiberSelectionKey over(SelectionKey inner) {
        return (FiberSelectionKey) inner.attachment();
    }

    /** Sets the JDK's key; once. */
    void inner(SelectionKey key) {
        inner = key;
        readiness = Poller.get().readiness(key.channel());
    }

    SelectionKey inner() {
        return inner;
    }

    /** Whether the poller knows the channel. */
    boolean isWatched() {
        return readiness != null;
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public int interestOps() {
        requireValid();
        return inner.interestOps();
    }

    @Override
    public SelectionKey interestOps(int ops) {
        requireValid();
        inner.interestOps(ops);
        if (isWatched()) {
            selector.wait.stale(this);
        }
        return this;
    }

    @Override
    public int readyOps() {
        requireValid();
        return inner.readyOps();
    }

    /** Whether something is ready that it is interested in; false when it has been cancelled. */
    boolean isReady() {
        try {
            return isValid() && (inner.readyOps() & inner.interestOps()) != 0;
        } catch (CancelledKeyException e) {
            return false;
        }
    }

    private void requireValid() {
        if (!isValid()) {
            throw new CancelledKeyException();
        }
    }

    /** Has the poller report what is of interest now. Called by one selection at a time. */
    void watch() {
        int ops = interest();
        Watch old = watch.get();
        if (old != null && old.op() == ops) {
            return;
        }
        unwatch();
        if (ops != 0) {
            Watch fresh = new Watch(ops, this);
            watch.set(fresh);
            if (!readiness.enqueue(fresh)) {
                watch.compareAndSet(fresh, null); // closed: its cancellation is on the way
            }
        }
    }

    private int interest() {
        try {
            return isValid() ? inner.interestOps() : 0;
        } catch (CancelledKeyException e) {
            return 0;
        }
    }

    private void unwatch() {
        Watch old = watch.getAndSet(null);
        if (old != null) {
            readiness.remove(old);
        }
    }

    /** The poller has reported something, and the watch is no longer in the list. */
    private void fired(Watch ended) {
        watch.compareAndSet(ended, null);
        selector.wait.fired(this);
    }

    /** Takes it out of the JDK's selector; false when that was done before. */
    synchronized boolean retire() {
        if (retired) {
            return false;
        }
        retired = true;
        unwatch();
        inner.cancel();
        return true;
    }

    /** Waits in a {@link Readiness} for a whole selector. */
    private static final class Watch extends Wait {
        private final FiberSelectionKey key;

        Watch(int ops, FiberSelectionKey key) {
            super(null, ops);
            this.key = key;
        }

        @Override
        void end() {
            key.fired(this);
        }
    }
}
