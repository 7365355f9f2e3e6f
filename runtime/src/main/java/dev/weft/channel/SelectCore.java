package dev.weft.channel;

import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;
import dev.weft.fiber.Weft;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.Arrays;

/**
 * How a select chooses and waits.
 *
 * <p><b>How.</b> A fair select first tries, in random order, the cases that look ready, one lock at
 * a time: if one succeeds, that is an instant at which it was ready. Otherwise it takes the locks
 * of all its channels, in one global order so that selects can't block each other, looks again, and
 * queues a branch of its waiter at each channel before it lets the locks go. A peer that takes a
 * branch out of a queue must {@linkplain Waiter#claim() claim} the waiter; one can. The winner then
 * removes the other branches before it resumes the waiter, so losers leave no trace. No two
 * branches of one select ever meet: a select looks before it queues.
 *
 * <p>The random order follows from the scheduler's seed where that is deterministic.
 */
abstract class SelectCore {
    private static final Canceller CANCELLER = w -> ((SelectCore) w.reason()).withdrawAll(w);
    private static final SelectNode[] NONE = {};

    private final boolean prioritised;

    /** The channel cases as they are tried; a fair select shuffles them. */
    private SelectNode[] nodes = NONE;

    /** The same, by the channels' lock order. */
    private SelectNode[] byOrder = NONE;

    SelectCase fallback;
    TimeoutCase timeout;
    int cases;

    /** State of the generator; 0 before the first choice. */
    private int random;

    SelectCore(boolean prioritised) {
        this.prioritised = prioritised;
    }

    /** Leaf of {@link Select#select()}. */
    final SelectCase choose(Stack stack) {
        StackReserve.claimTwice();
        SelectNode[] all = nodes;
        if (all.length == 1 && all[0].enabled && all[0].findsEnd()) {
            return all[0].handle;
        }
        checkOperands();
        if (!prioritised || all.length == 1) {
            for (int i = 0; i < all.length; i++) {
                SelectNode node = pick(all, i);
                if (node.enabled && node.looksReady() && node.attempt()) {
                    return node.handle;
                }
            }
            if (all.length == 1 && hasDefault()) {
                return fallback;
            }
        }
        return selectLocked(stack);
    }

    private SelectCase selectLocked(Stack stack) {
        SelectNode ready = null;
        Waiter main = null;
        lockAll();
        try {
            ready = attemptAny();
            if (ready == null && !hasDefault()) {
                main = queueAll(stack);
            }
        } finally {
            unlockAll();
        }
        if (ready != null) {
            return ready.complete();
        }
        if (main == null) {
            return fallback;
        }
        if (timeout != null && timeout.isEnabled()) {
            return (SelectCase) main.await(stack, timeout.nanos(), timeout);
        }
        return (SelectCase) main.await(stack);
    }

    private SelectNode attemptAny() {
        SelectNode[] all = nodes;
        for (int i = 0; i < all.length; i++) {
            SelectNode node = prioritised ? all[i] : pick(all, i);
            if (node.enabled && node.attemptLocked()) {
                return node;
            }
        }
        return null;
    }

    private Waiter queueAll(Stack stack) {
        if (stack.canSuspend()) {
            StackReserve.claimMost();
        }
        Waiter main = Waiter.begin(stack, this, CANCELLER);
        main.contest();
        for (SelectNode node : nodes) {
            if (node.enabled) {
                node.branch.attach(main);
                node.channel.enqueue(node);
            }
        }
        return main;
    }

    private boolean withdrawAll(Waiter main) {
        if (!main.claim()) {
            return false;
        }
        withdrawOthers(null);
        return true;
    }

    /** By whoever claimed the waiter, without locks. */
    final void withdrawOthers(SelectNode winner) {
        for (SelectNode node : nodes) {
            if (node != winner && node.enabled) {
                node.channel.withdraw(node);
            }
        }
    }

    private void lockAll() {
        ChannelCore last = null;
        for (SelectNode node : byOrder) {
            if (node.enabled && node.channel != last) {
                lockOrUndo(node.channel, last);
                last = node.channel;
            }
        }
    }

    /** A confined channel may refuse. */
    private void lockOrUndo(ChannelCore channel, ChannelCore lockedLast) {
        try {
            channel.lock();
        } catch (IllegalStateException elsewhere) {
            if (lockedLast != null) {
                unlock(lockedLast);
            }
            throw elsewhere;
        }
    }

    private void unlockAll() {
        unlock(null);
    }

    /** Gives back the locks up to that of a channel, null for all. */
    private void unlock(ChannelCore upTo) {
        ChannelCore last = null;
        for (SelectNode node : byOrder) {
            if (node.enabled && node.channel != last) {
                last = node.channel;
                last.unlock();
                if (last == upTo) {
                    return;
                }
            }
        }
    }

    /**
     * Swaps a random one of the cases from {@code i} on to place {@code i}: a shuffle, step by
     * step.
     */
    private SelectNode pick(SelectNode[] all, int i) {
        if (i == all.length - 1) {
            return all[i]; // nothing to choose from
        }
        int r = random == 0 ? seed() : random;
        r ^= r << 13;
        r ^= r >>> 17;
        r ^= r << 5;
        random = r;
        int j = i + (int) (((r & 0xFFFFFFFFL) * (all.length - i)) >>> 32);
        SelectNode picked = all[j];
        all[j] = all[i];
        all[i] = picked;
        return picked;
    }

    /** The first choice: by then it is known which scheduler decides. */
    private static int seed() {
        int r = Weft.currentScheduler().nextRandom();
        return r == 0 ? 1 : r;
    }

    private boolean hasDefault() {
        return fallback != null && fallback.isEnabled();
    }

    private void checkOperands() {
        for (SelectNode node : nodes) {
            if (node.sends && node.enabled && node.operand == null) {
                throw new IllegalStateException(
                        "send case " + node.handle.index() + " has no value to send");
            }
        }
    }

    final void add(SelectNode node) {
        nodes = Arrays.copyOf(nodes, nodes.length + 1);
        nodes[nodes.length - 1] = node;
        byOrder = Arrays.copyOf(byOrder, nodes.length);
        int at = byOrder.length - 1;
        while (at > 0 && byOrder[at - 1].order > node.order) {
            byOrder[at] = byOrder[--at];
        }
        byOrder[at] = node;
    }
}
