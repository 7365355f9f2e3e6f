package dev.weft.channel;

import dev.weft.fiber.Waiter;

/**
 * One channel operation of a select: its operand and result, and the branch of the select's waiter
 * that is queued at the channel (whose {@code item} is this). What a waker writes here is published
 * by its resuming the branch.
 */
final class SelectNode extends ReceiveMode {
    final SelectCore select;
    final ChannelCore channel;
    final boolean sends;
    final SelectCase handle;
    final Waiter branch;
    final int order;
    boolean enabled = true;

    /** A sender's operand, until it is sent. */
    Object operand;

    /** What a receive got; null when the channel is closed. */
    Object value;

    /** Between {@link #attemptLocked} and {@link #complete}: who waited on the other side. */
    private Waiter peer;

    /** Likewise: why a send will throw. */
    private Closing refusal;

    SelectNode(SelectCore select, ChannelCore channel, boolean sends, SelectCase handle) {
        this.select = select;
        this.channel = channel;
        this.sends = sends;
        this.handle = handle;
        this.order = channel.order();
        this.branch = Waiter.branch(ChannelCore.BRANCHES + handle.index());
    }

    Object takeOperand() {
        Object o = operand;
        operand = null;
        return o;
    }

    // ---- by the peer that claimed the select, without locks

    @Override
    void deliver(Waiter waiter, Object received) {
        select.withdrawOthers(this);
        super.deliver(waiter, received);
    }

    @Override
    void value(Waiter waiter, Object received) {
        value = received;
        waiter.resume(handle);
    }

    @Override
    void closed(Waiter waiter, Closing how) {
        select.withdrawOthers(this);
        if (sends) {
            operand = null;
            waiter.fail(how.onSend());
        } else {
            value = null;
            waiter.resume(handle);
        }
    }

    /** The operand was taken. */
    void sent() {
        select.withdrawOthers(this);
        branch.resume(handle);
    }

    // ---- by the select

    /** Whether an attempt is worth the lock; without it. */
    boolean looksReady() {
        return sends ? !channel.looksFull() : !channel.looksEmpty();
    }

    /** Tries this case alone. The channel's lock is taken and given back. */
    boolean attempt() {
        if (findsEnd()) {
            return true;
        }
        int lock = channel.lock();
        return sends ? attemptSend(lock) : attemptReceive(lock);
    }

    /**
     * Whether it receives from a channel that is closed and drained; it is done then. Without the
     * lock.
     */
    boolean findsEnd() {
        if (sends || !channel.isFinished()) {
            return false;
        }
        if (value != null) { // a store into an old object costs some collectors a fence
            value = null;
        }
        return true;
    }

    private boolean attemptSend(int lock) {
        SendResult result = channel.pass(operand, lock);
        if (result == SendResult.FULL) {
            channel.unlock();
            return false;
        }
        operand = null;
        if (result == SendResult.CLOSED) {
            throw channel.closingNow().onSend();
        }
        return true;
    }

    private boolean attemptReceive(int lock) {
        Object got = channel.pull(lock);
        if (got == null) {
            boolean closed = channel.closing() != null;
            channel.unlock();
            value = null;
            return closed;
        }
        value = Thrown.open(got);
        return true;
    }

    /**
     * Tries this case under the locks of all; true: {@link #complete} it when they are given back.
     */
    boolean attemptLocked() {
        Closing closing = channel.closing();
        if (!sends) {
            peer = channel.pollSender();
            value = channel.take(peer);
            return value != null || closing != null;
        }
        refusal = closing;
        if (closing != null) {
            return true;
        }
        peer = channel.pollReceiver();
        return peer != null || channel.store(operand);
    }

    /** Does the rest of a successful attempt, without locks. */
    SelectCase complete() {
        Waiter met = peer;
        peer = null;
        if (sends) {
            completeSend(met, takeOperand());
        } else {
            if (met != null) {
                ChannelCore.completeSend(met);
            }
            value = Thrown.open(value);
        }
        return handle;
    }

    private void completeSend(Waiter receiver, Object sent) {
        Closing closed = refusal;
        if (closed != null) {
            refusal = null;
            throw closed.onSend();
        }
        if (receiver != null) {
            ChannelCore.deliver(receiver, sent);
        }
    }
}
