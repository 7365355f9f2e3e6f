package dev.weft.channel;

import dev.weft.fiber.WaitQueue;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import java.lang.invoke.VarHandle;

/**
 * The machinery of a channel: its buffer, its two queues of waiters and the lock that guards them.
 *
 * <p><b>Invariants</b> (while nobody holds the lock). A receiver waits only while the buffer is
 * empty and no sender waits; a sender waits only while the buffer is full (or absent) and no
 * receiver waits. The exception is one select that waits on both ends of a channel: it never meets
 * itself, because it looks before it queues. A closed channel has no waiters.
 *
 * <p><b>Hand-over.</b> Whoever finds a waiter on the other side takes it out of the queue under the
 * lock, moves the value straight between the two, gives the lock back and only then resumes it. A
 * woken side therefore has its outcome and never looks at the channel again. A value that makes
 * room in a full buffer is replaced by the longest waiting sender's under the same lock, which
 * keeps the order of values first in, first out.
 *
 * <p><b>Memory effects.</b> The lock's release and acquire order everything: what a sender did
 * before its send is seen after the matching receive; what a receiver did before a rendezvous
 * receive, or before the receive that made room, is seen after the send that it let complete (Go's
 * rules).
 *
 * <p>The design follows Go's {@code runtime/chan.go} in its rules, not in its code.
 */
abstract class ChannelCore extends ChannelState {
    /** A waiting sender's {@code index}: its outcome is a {@link SendResult}. */
    private static final int WANTS_RESULT = 1;

    ChannelCore(Buffer buffer) {
        super(buffer);
    }

    // ---- called with the lock held; give it back, except where noted

    /**
     * Passes a value on if that is possible at once, and gives the lock back; when the result is
     * {@link SendResult#FULL} the lock is still held.
     *
     * @param lock what acquiring it returned
     */
    final SendResult pass(Object value, int lock) {
        if (closing != null) {
            release(lock);
            return SendResult.CLOSED;
        }
        Waiter receiver = receivers == null ? null : pollReceiver();
        if (receiver != null) {
            release(lock);
            deliver(receiver, value);
            return SendResult.SENT;
        }
        if (!storeOrRelease(value)) {
            return SendResult.FULL;
        }
        release(lock);
        return SendResult.SENT;
    }

    /**
     * Takes a value and gives the lock back; when there is none, returns null with the lock held.
     *
     * @param lock what acquiring it returned
     */
    final Object pull(int lock) {
        Waiter sender = senders == null ? null : pollSender();
        Object value = take(sender);
        if (value != null) {
            release(lock);
            if (sender != null) {
                completeSend(sender);
            }
        }
        return value;
    }

    /** Waits for a value. A negative time means for ever. */
    final Object awaitValue(Stack stack, ReceiveMode mode, long nanos, Object timedOut) {
        if (stack.canSuspend()) {
            claimForWait();
        }
        Waiter w = Waiter.begin(stack, this, Side.RECEIVER);
        w.item = mode;
        receivers = WaitQueue.append(receivers, w);
        release();
        return nanos < 0 ? w.await(stack) : w.await(stack, nanos, timedOut);
    }

    /** Waits for a receiver or room. A negative time means for ever, and no result. */
    final Object awaitTaker(Stack stack, Object value, long nanos) {
        if (stack.canSuspend()) {
            claimForWait();
        }
        Waiter w = Waiter.begin(stack, this, Side.SENDER);
        w.item = value;
        w.index = nanos < 0 ? 0 : WANTS_RESULT;
        senders = WaitQueue.append(senders, w);
        release();
        return nanos < 0 ? w.await(stack) : w.await(stack, nanos, SendResult.FULL);
    }

    // ---- called without the lock

    /** Waits for a value once the frames are saved; false where that is not possible. */
    final boolean awaitValueLate(Stack stack, ReceiveMode mode) {
        return waitLate(stack, Side.RECEIVER, mode, 0);
    }

    /** Waits for a receiver or room once the frames are saved; false where that isn't possible. */
    final boolean awaitTakerLate(Stack stack, Object value) {
        return waitLate(stack, Side.SENDER, value, 0);
    }

    @Override
    protected final boolean settle(Waiter w) {
        return w.canceller() == Side.SENDER ? settleSender(w) : settleReceiver(w);
    }

    private boolean settleReceiver(Waiter w) {
        int lock = acquire();
        Object value = pull(lock);
        if (value != null) {
            deliver(w, value);
            return false;
        }
        if (closing != null) {
            release();
            failReceiver(w, closing);
            return false;
        }
        receivers = WaitQueue.append(receivers, w);
        return queued(w, lock);
    }

    private boolean settleSender(Waiter w) {
        int lock = acquire();
        SendResult result;
        try {
            result = pass(w.item, lock);
        } catch (Throwable outOfMemory) {
            w.fail(outOfMemory);
            return false;
        }
        if (result == SendResult.FULL) {
            senders = WaitQueue.append(senders, w);
            return queued(w, lock);
        }
        w.item = null;
        if (result == SendResult.SENT) {
            w.resume(null);
        } else {
            w.fail(closingNow().onSend());
        }
        return false;
    }

    /** Hands a value to a receiver that was polled. */
    static void deliver(Waiter receiver, Object value) {
        Object mode = receiver.item;
        if (mode == null && !(value instanceof Thrown)) {
            receiver.resume(value);
        } else {
            deliverBy((ReceiveMode) mode, receiver, value);
        }
    }

    private static void deliverBy(ReceiveMode mode, Waiter w, Object value) {
        w.item = null;
        (mode == null ? ReceiveMode.NULLABLE : mode).deliver(w, value);
    }

    /** Lets a sender go on whose value was taken. */
    static void completeSend(Waiter sender) {
        int kind = sender.index;
        if (kind == 0) {
            sender.resume(null);
        } else if (kind == WANTS_RESULT) {
            sender.resume(SendResult.SENT);
        } else {
            ((SelectNode) sender.item).sent();
        }
    }

    /** Closes; true for the call that did it. */
    final boolean close(Closing how, boolean drop) {
        Waiter waitingReceivers = null;
        Waiter waitingSenders = null;
        acquire();
        boolean first = closing == null;
        if (first) {
            VarHandle.releaseFence(); // for isFinished, which takes no lock
            closing = how;
            waitingReceivers = drain(false);
            waitingSenders = drain(true);
        }
        if (drop && buffer != null) {
            buffer.clear();
        }
        release();
        failReceivers(waitingReceivers, how);
        failSenders(waitingSenders, how);
        return first;
    }

    /**
     * Empties a queue into a chain linked by {@code previous}, which no canceller takes for queued.
     */
    private Waiter drain(boolean sending) {
        Waiter head = null;
        Waiter tail = null;
        for (; ; ) {
            Waiter w = sending ? pollSender() : pollReceiver();
            if (w == null) {
                return head;
            }
            if (head == null) {
                head = w;
            } else {
                tail.previous = w;
            }
            tail = w;
        }
    }

    private static void failReceivers(Waiter chain, Closing how) {
        Waiter w = chain;
        while (w != null) {
            Waiter following = unchain(w);
            failReceiver(w, how);
            w = following;
        }
    }

    private static void failReceiver(Waiter w, Closing how) {
        ReceiveMode mode = (ReceiveMode) w.item;
        w.item = null;
        if (mode == null) {
            w.fail(how.onReceive());
        } else {
            mode.closed(w, how);
        }
    }

    private static void failSenders(Waiter chain, Closing how) {
        Waiter w = chain;
        while (w != null) {
            Waiter following = unchain(w);
            Object item = w.item;
            w.item = null;
            if (w.index == 0) {
                w.fail(how.onSend());
            } else if (w.index == WANTS_RESULT) {
                w.resume(SendResult.CLOSED);
            } else {
                ((SelectNode) item).closed(w, how);
            }
            w = following;
        }
    }

    private static Waiter unchain(Waiter w) {
        Waiter following = w.previous;
        w.previous = null;
        return following;
    }

    boolean withdrawSender(Waiter w) {
        acquireWithin();
        boolean queued = WaitQueue.isQueued(w);
        if (queued) {
            senders = WaitQueue.remove(senders, w);
            w.item = null;
        }
        release();
        return queued;
    }

    boolean withdrawReceiver(Waiter w) {
        acquireWithin();
        boolean queued = WaitQueue.isQueued(w);
        if (queued) {
            receivers = WaitQueue.remove(receivers, w);
            w.item = null;
        }
        release();
        return queued;
    }
}
