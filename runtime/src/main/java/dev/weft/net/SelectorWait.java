package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.CheckedCanceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.IdlePoll;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.ArrayDeque;

/**
 * The waiting of one {@link FiberSelector}: what has been said to it since the last selection, and
 * who waits. Thread-safe; its lock is never held while somebody is woken.
 */
final class SelectorWait implements CheckedCanceller {
    private final KeyedSelector selector;
    private final Object lock = new Object();

    /** The keys whose watch has to be looked at before the next wait. */
    private final ArrayDeque<FiberSelectionKey> stale = new ArrayDeque<>();

    private Wait waiting;

    /** Somebody has called {@link FiberSelector#wakeup()}. */
    private boolean woken;

    /** The poller has reported something. */
    private boolean fired;

    /** A thread waits in the JDK's selector, or is about to. */
    private boolean blocks;

    SelectorWait(KeyedSelector selector) {
        this.selector = selector;
    }

    /**
     * A selection is about to ask what is ready; whatever comes from here on is kept.
     *
     * @return whether a wake-up ends it
     */
    boolean begin() {
        synchronized (lock) {
            boolean ends = woken;
            woken = false;
            fired = false;
            return ends;
        }
    }

    /** A thread is about to wait in the JDK's selector; false when it must not. */
    boolean threadBegins() {
        synchronized (lock) {
            blocks = !woken;
            woken = false;
            return blocks;
        }
    }

    /** It does not any more; a wake-up that came meanwhile has been used. */
    void threadEnds() {
        synchronized (lock) {
            if (blocks) {
                blocks = false;
                woken = false;
            }
        }
    }

    /** Ends the present selection or the next; true when a thread has to be woken. */
    boolean wakeup() {
        Wait ended;
        boolean thread;
        synchronized (lock) {
            woken = true;
            thread = blocks;
            ended = waiting;
            waiting = null;
        }
        end(ended);
        return thread;
    }

    /** A key's watch has ended with a report. */
    void fired(FiberSelectionKey key) {
        Wait ended;
        synchronized (lock) {
            fired = true;
            add(key);
            ended = waiting;
            waiting = null;
        }
        end(ended);
    }

    /** A key's interest is new. It counts from the next selection on. */
    void stale(FiberSelectionKey key) {
        synchronized (lock) {
            add(key);
        }
    }

    private void add(FiberSelectionKey key) {
        if (!key.stale) {
            key.stale = true;
            stale.add(key);
        }
    }

    private static void end(Wait ended) {
        if (ended != null) {
            ended.end();
        }
    }

    /** Has the poller watch for all that the keys are interested in. */
    void watch() {
        for (FiberSelectionKey key = next(); key != null; key = next()) {
            key.watch();
        }
    }

    private FiberSelectionKey next() {
        synchronized (lock) {
            FiberSelectionKey key = stale.poll();
            if (key != null) {
                key.stale = false;
            }
            return key;
        }
    }

    /** Waits for a report or wake-up; false when the time is over, or for an interrupt. */
    @Suspendable
    boolean awaitAny(long nanos) {
        try {
            return await(nanos) != Readiness.LATE;
        } catch (InterruptedException e) {
            Fiber.current().interrupt(); // a selection does not take it
            return false;
        }
    }

    @Suspendable
    private Object await(long nanos) throws InterruptedException {
        return await(nanos, Stack.PINNED);
    }

    /** The leaf. */
    private Object await(long nanos, Stack stack) throws InterruptedException {
        StackReserve.claimForWait(stack);
        Fiber<?> fiber = Fiber.current();
        boolean foreign = !IdlePoll.isServed();
        Wait wait = Wait.of(0, fiber);
        Waiter waiter = Waiter.begin(stack, this, this);
        wait.begins(waiter, foreign);
        Blocking.expect(fiber);
        boolean waits = false;
        try {
            if (foreign) {
                Poller.get().foreignBegins();
            }
            waits = publish(wait);
        } finally {
            if (!waits) { // there is something, or no memory for it
                waiter.dismiss();
                wait.ended();
            }
        }
        if (!waits) {
            return null;
        }
        return nanos == Long.MAX_VALUE
                ? waiter.await(stack)
                : waiter.await(stack, nanos, Readiness.LATE);
    }

    private boolean publish(Wait wait) {
        synchronized (lock) {
            if (woken || fired) {
                return false;
            }
            waiting = wait;
            return true;
        }
    }

    @Override
    public boolean withdraw(Waiter waiter) {
        Wait found;
        synchronized (lock) {
            found = waiting;
            if (found == null || found.waiter != waiter) {
                return false;
            }
            waiting = null;
        }
        found.ended();
        return true;
    }

    @Override
    public String toString() {
        return selector.toString();
    }
}
