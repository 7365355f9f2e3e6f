package dev.weft.channel;

import dev.weft.fiber.WaitPlace;
import dev.weft.fiber.WaitQueue;
import dev.weft.fiber.Waiter;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state of a channel: its buffer, its two queues of waiters, how it was closed, and the lock
 * that guards them. The rules are {@link ChannelCore}'s.
 *
 * <p><b>Size.</b> 32 bytes with compressed references: no lock object, no queue objects, a buffer
 * only where there is one; a select's lock order and the preference are kept in the lock's unused
 * bits. Waiters are linked through nodes which fibers and threads own.
 */
abstract class ChannelState extends WaitPlace {
    private static final AtomicInteger ORDERS = new AtomicInteger();

    /** How many low bits of the lock's tag hold the preference; above them is the order. */
    private static final int PREFERENCE_BITS = 2;

    private static final int MOST_ORDERS = Integer.MAX_VALUE >>> 1 + PREFERENCE_BITS;

    /**
     * The least {@code index} of a select's branch, whose {@code item} is its {@link SelectNode}.
     */
    static final int BRANCHES = 2;

    /** Null for a rendezvous channel. */
    final Buffer buffer;

    Waiter senders;
    Waiter receivers;

    /** Null while open. */
    Closing closing;

    ChannelState(Buffer buffer) {
        this.buffer = buffer;
    }

    // ---- called with the lock held

    /** Takes the first sender out of the queue; null when none waits. */
    final Waiter pollSender() {
        for (Waiter n = senders; n != null; n = senders) {
            senders = WaitQueue.remove(n, n);
            if (n.claim()) {
                n.taken();
                return n;
            }
        }
        return null;
    }

    /** Takes the first receiver out of the queue; null when none waits. */
    final Waiter pollReceiver() {
        for (Waiter n = receivers; n != null; n = receivers) {
            receivers = WaitQueue.remove(n, n);
            if (n.claim()) {
                n.taken();
                return n;
            }
        }
        return null;
    }

    /** The next value, given the polled sender (or null); null when there is none. */
    final Object take(Waiter sender) {
        Buffer b = buffer;
        if (b == null || b.size == 0) {
            return sender == null ? null : takeItem(sender);
        }
        Object value = b.poll();
        if (sender != null) {
            b.add(takeItem(sender));
        }
        return value;
    }

    /** Puts a value into the buffer; false when the sender must wait. */
    final boolean store(Object value) {
        Buffer b = buffer;
        return b != null && b.accept(value);
    }

    /** The same; gives the lock back when it fails for lack of memory. */
    final boolean storeOrRelease(Object value) {
        try {
            return store(value);
        } catch (Throwable outOfMemory) {
            release();
            throw outOfMemory;
        }
    }

    final Closing closing() {
        return closing;
    }

    final void enqueue(SelectNode node) {
        Waiter w = node.branch;
        w.item = node;
        if (node.sends) {
            senders = WaitQueue.append(senders, w);
        } else {
            receivers = WaitQueue.append(receivers, w);
        }
    }

    private static Object takeItem(Waiter sender) {
        Object item = sender.item;
        if (sender.index >= BRANCHES) {
            return ((SelectNode) item).takeOperand();
        }
        sender.item = null;
        return item;
    }

    // ---- called without the lock

    /**
     * Whether it is closed and nothing is left, for good: the buffer of a closed channel only
     * shrinks. What was done before the close is seen after true.
     */
    final boolean isFinished() {
        if (closing == null) {
            return false;
        }
        VarHandle.acquireFence();
        return buffer == null || buffer.size == 0;
    }

    /** Whether a receive would find nothing. One moment's truth; false when closed. */
    final boolean looksEmpty() {
        VarHandle.acquireFence();
        if (senders != null || (buffer != null && buffer.size != 0)) {
            return false;
        }
        VarHandle.acquireFence();
        return closing == null;
    }

    /** Whether a send would have to wait. One moment's truth; false when closed. */
    final boolean looksFull() {
        VarHandle.acquireFence();
        if (buffer == null ? receivers != null : buffer.accepts()) {
            return false;
        }
        VarHandle.acquireFence();
        return closing == null;
    }

    /** Removes a select's losing or withdrawn node. */
    final void withdraw(SelectNode node) {
        Waiter w = node.branch;
        acquireWithin();
        if (WaitQueue.isQueued(w)) {
            if (node.sends) {
                senders = WaitQueue.remove(senders, w);
            } else {
                receivers = WaitQueue.remove(receivers, w);
            }
        }
        release();
    }

    /**
     * This channel's place in the order in which selects lock; assigned when a select first meets
     * it. Unique among any quarter of a billion channels in a row.
     */
    final int order() {
        acquire();
        while (tag() >>> PREFERENCE_BITS == 0) {
            tag(tag() | (ORDERS.incrementAndGet() & MOST_ORDERS) << PREFERENCE_BITS);
        }
        int o = tag() >>> PREFERENCE_BITS;
        release();
        return o;
    }

    /** An ordinal of {@link Preference}. Any time: it is set before the channel is used. */
    final int preference() {
        return tag() & (1 << PREFERENCE_BITS) - 1;
    }

    final void prefer(int preference) {
        acquire();
        tag(tag() & -1 << PREFERENCE_BITS | preference);
        release();
    }

    /** How many senders wait, or minus how many receivers. */
    final int countWaiting() {
        acquire();
        int n = count(senders) - count(receivers);
        release();
        return n;
    }

    private static int count(Waiter first) {
        int n = 0;
        Waiter w = first;
        if (w != null) {
            do {
                n += w.isClaimed() ? 0 : 1;
                w = w.next;
            } while (w != first);
        }
        return n;
    }

    /** The lock, for a select; {@link #unlock} or {@link ChannelCore#pass} gives it back. */
    final int lock() {
        return acquireWithin();
    }

    final void unlock() {
        release();
    }

    /** How many values are buffered. */
    final int buffered() {
        VarHandle.acquireFence();
        return buffer == null ? 0 : buffer.size;
    }

    /** How it was closed; null while open. Without the lock. */
    final Closing closingNow() {
        VarHandle.acquireFence();
        return closing;
    }
}
