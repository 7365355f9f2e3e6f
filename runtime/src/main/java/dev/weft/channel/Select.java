package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

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
 * <p><b>Memory effects</b> are those of the operation that was chosen. Receiving and sending on one
 * channel, and the same channel several times, are fine.
 *
 * <p>Not thread-safe: used by one fiber or thread at a time. The rules are Go's
 * (runtime/select.go).
 */
public final class Select extends SelectCore {
    private Select(boolean prioritised) {
        super(prioritised);
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
     * Adds the end of a fiber. A fiber that has ended is always ready.
     *
     * @param fiber not null
     * @param <T> the fiber's result
     * @return the new case, which has the fiber's outcome
     */
    public <T> JoinCase<T> join(Fiber<T> fiber) {
        JoinCase<T> added = new JoinCase<>(this, fiber, cases++);
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
        return choose(stack);
    }

    private static ChannelCore core(Object channel) {
        Objects.requireNonNull(channel, "channel");
        Object end = channel instanceof ChannelView ? ((ChannelView) channel).channel() : channel;
        if (end instanceof ChannelCore) {
            return (ChannelCore) end;
        }
        throw new IllegalArgumentException("not a Weft channel: " + channel.getClass().getName());
    }

    @Override
    public String toString() {
        return "select of " + cases + " cases";
    }
}
