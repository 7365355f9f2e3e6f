package dev.weft.net;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Fiber;
import dev.weft.sync.Mutex;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A {@link Selector} in which a fiber waits without a thread: what {@code Selector.open()} gives
 * woven code.
 *
 * <p><b>How.</b> Each of its keys stands for one of a selector of the JDK's, in which the channel
 * beneath is registered. What is ready only that one says, asked by {@code selectNow()}, so the
 * counts and sets are the JDK's. A fiber that finds nothing ready leaves a {@link Watch} in the
 * {@link Readiness} of every channel whose interest is new or whose watch has ended, and parks
 * ({@link SelectorWait}). The poller's report ends a watch and wakes the fiber, which asks again;
 * watches that did not end stay for the next selection, so a selection costs work for what has
 * happened, not for each channel. A wake-up is a virtual call, so it is noticed whoever makes it.
 * Since it asks again, a selection may already tell of what was registered while it waited.
 *
 * <p>Threads that run no fiber select in the JDK's selector directly. So, after a hand-off, do
 * fibers while a channel is registered that code which is not woven has opened: the poller must not
 * have that, because its key would keep the channel from becoming a blocking one again.
 *
 * <p>An interrupt ends a selection and stays, as with threads; a cancelled fiber gets {@link
 * FiberCancelledException}. Actions given to {@code select} are called after the JDK's selector has
 * been asked, and may suspend. Thread-safe as the JDK's: one selection at a time.
 */
public final class FiberSelector extends KeyedSelector {
    /** Held during a selection that may wait. */
    private final Mutex turn = new Mutex();

    /** Who calls an action. */
    private volatile Object consumer;

    /**
     * Makes a selector.
     *
     * @param selector one of the JDK's, new, used by nobody else; not null
     */
    public FiberSelector(Selector selector) {
        super(selector);
    }

    /**
     * Carries a cancellation on, so that the channel's mode can be changed at once; where nobody
     * says it, the next selection does.
     *
     * @param key any, cancelled; not null
     */
    public static void cancelled(SelectionKey key) {
        if (key instanceof FiberSelectionKey) {
            ((FiberSelectionKey) key).inner().cancel();
        }
    }

    @Override
    public int selectNow() throws IOException {
        requireOpen();
        requireNoAction();
        wait.begin();
        return now();
    }

    @Override
    @Suspendable
    public int selectNow(Consumer<SelectionKey> action) throws IOException {
        Objects.requireNonNull(action);
        requireOpen();
        requireNoAction();
        wait.begin();
        return consume(nowReady(), action);
    }

    @Override
    @Suspendable
    public int select() throws IOException {
        return select(null, 0, false);
    }

    @Override
    @Suspendable
    public int select(long timeout) throws IOException {
        return select(null, timeout, false);
    }

    @Override
    @Suspendable
    public int select(Consumer<SelectionKey> action) throws IOException {
        return select(action, 0, true);
    }

    @Override
    @Suspendable
    public int select(Consumer<SelectionKey> action, long timeout) throws IOException {
        return select(action, timeout, true);
    }

    @Suspendable
    private int select(Consumer<SelectionKey> action, long timeout, boolean acts)
            throws IOException {
        if (acts) {
            Objects.requireNonNull(action);
        }
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout");
        }
        requireOpen();
        requireNoAction();
        if (!enter()) {
            return 0;
        }
        try {
            requireOpen();
            return Fiber.current() == null || hasForeignKeys()
                    ? onThread(action, timeout)
                    : inFiber(action, timeout);
        } finally {
            turn.unlock();
        }
    }

    /** Waits for its turn; false when interrupted. */
    @Suspendable
    private boolean enter() {
        try {
            turn.lock();
            return true;
        } catch (CancellationException e) {
            Fiber<?> fiber = Fiber.current();
            if (fiber != null && fiber.isCancelled()) {
                throw e;
            }
            Caller.interrupt(Caller.self());
            return false;
        }
    }

    @Suspendable
    private int inFiber(Consumer<SelectionKey> action, long timeout) throws IOException {
        long nanos = timeout == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeout);
        long start = timeout == 0 ? 0 : Caller.nanoTime();
        boolean ends = wait.begin();
        int n = step(action);
        while (n == 0 && !ends && isOpen()) {
            wait.watch();
            long left = timeout == 0 ? nanos : nanos - (Caller.nanoTime() - start);
            ends = left <= 0 || !wait.awaitAny(left);
            ends |= wait.begin();
            n = step(action);
            ends |= hasSelectedKeys(); // ready, and known as such: that is no update
        }
        return n;
    }

    @Suspendable
    private int step(Consumer<SelectionKey> action) throws IOException {
        List<FiberSelectionKey> ready;
        try {
            if (action == null) {
                return now();
            }
            ready = nowReady();
        } catch (ClosedSelectorException e) {
            return 0; // closed meanwhile: a selection under way just ends
        }
        return consume(ready, action);
    }

    @Suspendable
    private int onThread(Consumer<SelectionKey> action, long timeout) throws IOException {
        List<FiberSelectionKey> ready = action == null ? null : new ArrayList<>();
        int n;
        try {
            n = Blocking.call(() -> block(ready, timeout));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("thrown by a call that does not declare it", e);
        }
        return action == null ? n : consume(ready, action);
    }

    @Suspendable
    private int consume(List<FiberSelectionKey> ready, Consumer<SelectionKey> action) {
        consumer = Caller.self();
        try {
            int consumed = 0;
            for (FiberSelectionKey key : ready) {
                if (key.isReady()) {
                    action.accept(key);
                    requireOpen();
                    consumed++;
                }
            }
            return consumed;
        } finally {
            consumer = null;
        }
    }

    private void requireNoAction() {
        if (consumer != null && consumer == Caller.self()) {
            throw new IllegalStateException("select in progress");
        }
    }
}
