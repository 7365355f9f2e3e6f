package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits for the first of several channel operations. Made once and used in a loop it allocates
 * nothing; {@link SelectExpression} is the form with lambdas.
 *
 * <pre>{@code
 * Select select = Select.fair();
 * ReceiveCase<String> line = select.receive(lines);
 * SendCase<Integer> count = select.send(counts);
 * for (int n = 0; ; ) {
 *     count.offer(n);
 *     if (select.select() == line) {
 *         n += line.take().length();
 *     }
 * }
 * }</pre>
 *
 * <p><b>Choice.</b> Among several ready cases a fair select takes each with the same probability; a
 * prioritised one takes the one added first. A default case is chosen only if at one instant no
 * case was ready. Once it waits, the first peer to come decides.
 *
 * <p><b>How.</b> A fair select first tries, in random order, the cases that look ready, one lock at
 * a time: if one succeeds, that is an instant at which it was ready. Otherwise it takes the locks
 * of all its channels, in one global order so that selects can't block each other, looks again, and
 * queues a branch of its waiter at each channel before it lets the locks go. A peer that takes a
 * branch out of a queue must {@linkplain Waiter#claim() claim} the waiter; one can. The winner then
 * removes the other branches before it resumes the waiter, so losers leave no trace. No two
 * branches of one select ever meet: a select looks before it queues.
 *
 * <p><b>Memory effects</b> are those of the operation that was chosen. Receiving and sending on one
 * channel, and the same channel several times, are fine.
 *
 * <p>Not thread-safe: used by one fiber or thread at a time. The rules are Go's
 * (runtime/select.go).
 */
public final class Select {
    private static final Canceller CANCELLER = w -> ((Select) w.reason()).withdrawAll(w);
    private static final AtomicInteger SEEDS = new AtomicInteger();
    private static final SelectNode[] NONE = {};
    private static final int GOLDEN = 0x9E3779B9;

    private final boolean prioritised;

    /** The channel cases as they are tried; a fair select shuffles them. */
    private SelectNode[] nodes = NONE;

    /** The same, by the channels' lock order. */
    private SelectNode[] byOrder = NONE;

    private SelectCase fallback;
    private TimeoutCase timeout;
    private int cases;
    private int random;

    private Select(boolean prioritised) {
        this.prioritised = prioritised;
        this.random = SEEDS.addAndGet(GOLDEN) | 1;
    }

    /**
     * A select that chooses at random among the ready cases.
     *
     * @return without cases
     */
    public static Select fair() {
        return new Select(false);
    }

    /**
     * A select that chooses the first ready case in the order in which they were added.
     *
     * @return without cases
     */
    public static Select prioritised() {
        return new Select(true);
    }

    /**
     * Adds a receive.
     *
     * @param channel a Weft channel; not null
     * @param <T> the elements
     * @return the new case
     */
    public <T> ReceiveCase<T> receive(ReceiveChannel<T> channel) {
        ReceiveCase<T> added = new ReceiveCase<>(this, core(channel), cases++);
        add(added.node());
        return added;
    }

    /**
     * Adds a send; set its value with {@link SendCase#offer}.
     *
     * @param channel a Weft channel; not null
     * @param <T> the elements
     * @return the new case
     */
    public <T> SendCase<T> send(SendChannel<T> channel) {
        SendCase<T> added = new SendCase<>(this, core(channel), cases++);
        add(added.node());
        return added;
    }

    /**
     * Adds the case that is chosen when no other is ready.
     *
     * @return the new case
     * @throws IllegalStateException when there is one already
     */
    public SelectCase otherwise() {
        if (fallback != null) {
            throw new IllegalStateException("the select has a default case already");
        }
        fallback = new SelectCase(cases++);
        return fallback;
    }

    /**
     * Adds the case that is chosen when no other is ready in time.
     *
     * @param after from the start of each {@code select()}; not positive: after one attempt
     * @param unit of the time
     * @return the new case
     * @throws IllegalStateException when there is one already
     */
    public TimeoutCase timeout(long after, TimeUnit unit) {
        if (timeout != null) {
            throw new IllegalStateException("the select has a time-out already");
        }
        timeout = new TimeoutCase(cases++, unit.toNanos(after));
        return timeout;
    }

    /**
     * Waits until one case can go on and does it. Without any enabled case it waits for ever.
     *
     * @return the case that was chosen
     * @throws ChannelClosedException when that is a send and its channel is closed
     * @throws IllegalStateException when an enabled send has no value
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted; no
     *     operation was then done
     */
    @Suspendable
    public SelectCase select() {
        return select(Stack.PINNED);
    }

    /**
     * {@link #select()} for woven code.
     *
     * @param stack the running coroutine
     * @return the case that was chosen
     */
    public SelectCase select(Stack stack) {
        checkOperands();
        SelectNode[] all = nodes;
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
    void withdrawOthers(SelectNode winner) {
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
                last = node.channel;
                last.lock();
            }
        }
    }

    private void unlockAll() {
        ChannelCore last = null;
        for (SelectNode node : byOrder) {
            if (node.enabled && node.channel != last) {
                last = node.channel;
                last.unlock();
            }
        }
    }

    /**
     * Swaps a random one of the cases from {@code i} on to place {@code i}: a shuffle, step by
     * step.
     */
    private SelectNode pick(SelectNode[] all, int i) {
        int r = random;
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

    private void add(SelectNode node) {
        nodes = Arrays.copyOf(nodes, nodes.length + 1);
        nodes[nodes.length - 1] = node;
        byOrder = Arrays.copyOf(byOrder, nodes.length);
        int at = byOrder.length - 1;
        while (at > 0 && byOrder[at - 1].order > node.order) {
            byOrder[at] = byOrder[--at];
        }
        byOrder[at] = node;
    }

    private static ChannelCore core(Object channel) {
        Objects.requireNonNull(channel, "channel");
        if (channel instanceof ChannelCore) {
            return (ChannelCore) channel;
        }
        throw new IllegalArgumentException("not a Weft channel: " + channel.getClass().getName());
    }

    @Override
    public String toString() {
        return "select of " + cases + " cases";
    }
}
