package dev.weft.channel;

import dev.weft.Suspendable;
import dev.weft.SuspendableFunction;
import dev.weft.SuspendableSupplier;
import dev.weft.fiber.Fiber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Select} as an expression: each case has a handler, and the chosen one's handler gives
 * the value.
 *
 * <pre>{@code
 * String reply = SelectExpression.<String>fair()
 *         .onReceive(lines, line -> "got " + line)
 *         .onSend(counts, n, () -> "counted")
 *         .onTimeout(1, TimeUnit.SECONDS, () -> "too late")
 *         .get();
 * }</pre>
 *
 * <p>Channels and values are evaluated once, where they are written, whichever case is chosen.
 * Handlers may suspend; they run after the select is over. An expression that is got several times
 * waits anew each time and sends the same values. Not thread-safe.
 *
 * @param <R> what the handlers return
 */
public final class SelectExpression<R> {
    private final Select select;
    private final List<SuspendableSupplier<R>> handlers = new ArrayList<>();
    private final List<Runnable> operands = new ArrayList<>();

    private SelectExpression(Select select) {
        this.select = select;
    }

    /**
     * An expression that chooses at random among the ready cases.
     *
     * @param <R> what the handlers return
     * @return without cases
     */
    public static <R> SelectExpression<R> fair() {
        return new SelectExpression<>(Select.fair());
    }

    /**
     * An expression that chooses the first ready case in the order in which they are written.
     *
     * @param <R> what the handlers return
     * @return without cases
     */
    public static <R> SelectExpression<R> prioritised() {
        return new SelectExpression<>(Select.prioritised());
    }

    /**
     * Adds a receive. When the channel is closed and drained the expression throws {@link
     * ChannelClosedException}; see {@link #onReceiveOrClosed}.
     *
     * @param channel not null
     * @param handler gets the value
     * @param <T> the channel's elements
     * @return this
     */
    public <T> SelectExpression<R> onReceive(
            ReceiveChannel<T> channel, SuspendableFunction<T, R> handler) {
        Objects.requireNonNull(handler, "handler");
        ReceiveCase<T> added = select.receive(channel);
        handlers.add(() -> handler.apply(added.take()));
        return this;
    }

    /**
     * Adds a receive that is told of the end as well.
     *
     * @param channel not null
     * @param handler gets the value; null when the channel is closed and drained
     * @param <T> the channel's elements
     * @return this
     */
    public <T> SelectExpression<R> onReceiveOrClosed(
            ReceiveChannel<T> channel, SuspendableFunction<T, R> handler) {
        Objects.requireNonNull(handler, "handler");
        ReceiveCase<T> added = select.receive(channel);
        handlers.add(() -> handler.apply(added.value()));
        return this;
    }

    /**
     * Adds a send.
     *
     * @param channel not null
     * @param value not null
     * @param handler runs when the value was sent
     * @param <T> the channel's elements
     * @return this
     */
    public <T> SelectExpression<R> onSend(
            SendChannel<T> channel, T value, SuspendableSupplier<R> handler) {
        Objects.requireNonNull(value, "value");
        SendCase<T> added = select.send(channel);
        handlers.add(Objects.requireNonNull(handler, "handler"));
        operands.add(() -> added.offer(value));
        return this;
    }

    /**
     * Adds the end of a fiber. When the fiber failed the expression throws what {@link
     * Fiber#join()} would throw.
     *
     * @param fiber not null
     * @param handler gets the fiber's result; null for a body without one
     * @param <T> the fiber's result
     * @return this
     */
    public <T> SelectExpression<R> onJoin(Fiber<T> fiber, SuspendableFunction<T, R> handler) {
        Objects.requireNonNull(handler, "handler");
        JoinCase<T> added = select.join(fiber);
        handlers.add(() -> handler.apply(added.result()));
        return this;
    }

    /**
     * Adds the case for when nothing is ready in time.
     *
     * @param timeout how long to wait; not positive: after one attempt
     * @param unit of the timeout
     * @param handler runs when the time is over
     * @return this
     */
    public SelectExpression<R> onTimeout(
            long timeout, TimeUnit unit, SuspendableSupplier<R> handler) {
        select.timeout(timeout, unit);
        handlers.add(Objects.requireNonNull(handler, "handler"));
        return this;
    }

    /**
     * Adds the case for when nothing is ready at once.
     *
     * @param handler runs then
     * @return this
     */
    public SelectExpression<R> orElse(SuspendableSupplier<R> handler) {
        select.otherwise();
        handlers.add(Objects.requireNonNull(handler, "handler"));
        return this;
    }

    /**
     * Selects and runs the chosen case's handler.
     *
     * @return what the handler returns
     * @throws ChannelClosedException when the chosen case's channel is closed
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public R get() {
        for (Runnable operand : operands) {
            operand.run();
        }
        SelectCase chosen = select.select();
        return handlers.get(chosen.index()).get();
    }
}
