package dev.weft.net;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.CheckedCanceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.IdlePoll;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who waits for one channel. Reports of a selector are level-triggered, so a wait that begins after
 * an attempt found nothing can't miss what came in between: it is reported again.
 *
 * <p>A wait ends without a result when the channel may be ready or is closed: the caller tries
 * again. Thread-safe; guarded by its monitor, which is never held while somebody is woken.
 */
class Readiness implements CheckedCanceller {
    /** What {@link #await} returns when the time is over. */
    static final Object LATE = new Object();

    /** What goes on to be ready after it has been used, and so must not stay armed. */
    private static final int ONCE = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

    /** The channel; or its descriptor, of which an {@link Endpoint} makes a channel when needed. */
    volatile Object held;

    private SelectionKey key;
    private byte armed;
    private byte idleReports;
    boolean closed;
    private Wait waits;

    /** The channel that users see; null: none. */
    final SelectableChannel shown;

    Readiness(SelectableChannel channel) {
        this(channel, null);
    }

    Readiness(SelectableChannel channel, SelectableChannel shown) {
        this.held = channel;
        this.shown = shown;
    }

    /**
     * Waits until an operation may succeed.
     *
     * @param op of {@link SelectionKey}
     * @param nanos how long at most; {@link Long#MAX_VALUE}: for ever
     * @return {@link #LATE} when the time is over, else null
     * @throws InterruptedException only in fibers, for an interrupt; cancelled ones throw {@link
     *     FiberCancelledException}. Threads wait on, as in the JDK's sockets.
     */
    @Suspendable
    Object await(int op, long nanos) throws InterruptedException {
        return await(op, nanos, Stack.PINNED);
    }

    /** As {@link #await(int, long)}, called by woven code. */
    Object await(int op, long nanos, Stack stack) throws InterruptedException {
        return Fiber.current() == null ? awaitOnThread(op, nanos) : awaitOnce(op, nanos, stack);
    }

    /** As {@link #await(int, long)} for ever, but an interrupt ends it on threads as well. */
    @Suspendable
    void awaitInterruptibly(int op) throws InterruptedException {
        awaitInterruptibly(op, Stack.PINNED);
    }

    /** As {@link #awaitInterruptibly(int)}, called by woven code. */
    void awaitInterruptibly(int op, Stack stack) throws InterruptedException {
        awaitOnce(op, Long.MAX_VALUE, stack);
    }

    /** Makes the poller's key, which leads from the channel to here. */
    synchronized void register() throws ClosedChannelException {
        if (key == null) {
            key = Poller.get().reports().register((SelectableChannel) held, 0, this);
        }
    }

    /** The same for milliseconds as sockets count them: 0 is for ever. */
    static long nanos(int millis) {
        return millis <= 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Lets everybody try again, and find the channel closed. */
    final void hasClosed() {
        synchronized (this) {
            closed = true;
        }
        stir();
        Poller.get().reports().changed();
    }

    /** Lets everybody try again. */
    void stir() {
        Wait all;
        synchronized (this) {
            all = waits;
            waits = null;
        }
        for (Wait w = all; w != null; ) {
            Wait next = w.next;
            w.end();
            w = next;
        }
    }

    /**
     * The poller's report.
     *
     * @param woken gets those whose wait has ended
     * @param idle the poller had nothing else to do: what nobody waits for must not keep it busy
     */
    synchronized void ready(SelectionKey reported, List<Wait> woken, boolean idle) {
        int ops;
        try {
            ops = reported.readyOps();
        } catch (CancelledKeyException e) {
            return;
        }
        boolean any = take(ops, woken) != 0;
        int once = ops & ONCE;
        if (any) {
            idleReports = 0;
            if (once != 0) {
                disarm(reported, once);
            }
        } else if (idle && ++idleReports > 1) {
            disarm(reported, ops);
        }
    }

    /** Takes those out who wait for one of {@code ops}; returns what they wait for. */
    final int take(int ops, List<Wait> woken) {
        int taken = 0;
        for (Wait w = waits, last = null; w != null; w = w.next) {
            if ((w.op() & ops) == 0) {
                last = w;
                continue;
            }
            taken |= w.op();
            woken.add(w);
            if (last == null) {
                waits = w.next;
            } else {
                last.next = w.next;
            }
        }
        return taken;
    }

    @Override
    public boolean withdraw(Waiter waiter) {
        Wait found = remove(waiter);
        if (found != null) {
            found.ended();
        }
        return found != null;
    }

    @Override
    public String toString() {
        return held.toString();
    }

    /** An interrupt is kept for later: the JDK's sockets do not see it. */
    private Object awaitOnThread(int op, long nanos) {
        boolean interrupted = Thread.interrupted();
        long deadline = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
        long left = nanos;
        try {
            for (; ; ) {
                try {
                    return awaitOnce(op, left, Stack.PINNED);
                } catch (InterruptedException e) {
                    interrupted = true;
                    left = nanos == Long.MAX_VALUE ? nanos : deadline - System.nanoTime();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Object awaitOnce(int op, long nanos, Stack stack) throws InterruptedException {
        Wait wait = Wait.of(op, Fiber.current());
        if (!begin(wait, stack)) {
            return null;
        }
        return await(wait, nanos, stack);
    }

    /**
     * Begins the caller's wait; {@link #await(Wait, long, Stack)} must follow.
     *
     * @param wait not in a list
     * @return false when there may be something, or the channel is closed: nothing is begun then
     */
    boolean begin(Wait wait, Stack stack) {
        StackReserve.claimForWait(stack);
        boolean foreign = !IdlePoll.isServed();
        Waiter waiter = Waiter.begin(stack, this, this);
        wait.begins(waiter, foreign);
        Fiber<?> fiber = wait.fiber();
        if (fiber != null) {
            Blocking.expect(fiber);
        }
        boolean queued = false;
        try {
            if (foreign) {
                Poller.get().foreignBegins();
            }
            queued = enqueue(wait);
        } finally {
            if (!queued) { // closed, or no memory for it
                waiter.dismiss();
                wait.ended();
            }
        }
        return queued;
    }

    /** Waits, as the last act of a leaf; the outcome is null, or {@link #LATE}. */
    static Object await(Wait wait, long nanos, Stack stack) {
        Waiter waiter = wait.waiter;
        return nanos == Long.MAX_VALUE ? waiter.await(stack) : waiter.await(stack, nanos, LATE);
    }

    /** Adds to the list; false when there may be something, or the channel is closed. */
    synchronized boolean enqueue(Wait wait) {
        if (closed || !arm(wait.op()) || isToBeTried(wait.op())) {
            return false;
        }
        wait.next = waits;
        waits = wait;
        idleReports = 0;
        return true;
    }

    /** Takes a wait, or that of a waiter, out of the list; null when it is not there. */
    synchronized Wait remove(Object who) {
        Wait last = null;
        for (Wait w = waits; w != null; w = w.next) {
            if (w == who || w.waiter == who) {
                if (last == null) {
                    waits = w.next;
                } else {
                    last.next = w.next;
                }
                return w;
            }
            last = w;
        }
        return null;
    }

    /** Whether there has been a change that nobody waited for. With the monitor. */
    boolean isToBeTried(int op) {
        return false;
    }

    /** False when the channel is closed. With the monitor. */
    boolean arm(int op) {
        int ops = armed | op;
        if (ops == armed) {
            return isOpen();
        }
        try {
            if (key == null) {
                key = Poller.get().reports().register(channel(), ops, this);
            } else {
                key.interestOps(ops);
                Poller.get().reports().changed();
            }
        } catch (IOException | CancelledKeyException e) {
            return false; // closed meanwhile: the caller tries again and sees it
        }
        armed = (byte) ops;
        return true;
    }

    /** Of the kind that selectors take. */
    SelectableChannel channel() throws IOException {
        return (SelectableChannel) held;
    }

    boolean isOpen() {
        return ((SelectableChannel) held).isOpen();
    }

    private void disarm(SelectionKey reported, int ops) {
        armed = (byte) (armed & ~ops);
        try {
            reported.interestOps(armed);
        } catch (CancelledKeyException e) {
            armed = 0;
        }
    }
}
