package dev.weft.flow;

import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.SuspendableFunction;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SendChannel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A pipeline: a channel's values on their way through stages, each a fiber of its own, joined by
 * rendezvous channels.
 *
 * <pre>{@code
 * List<String> lines = new ArrayList<>();
 * Flow.of(files).map(Files::readString).filter(text -> !text.isEmpty()).forEach(lines::add);
 * }</pre>
 *
 * <p><b>End.</b> A stage whose input is closed closes its output; one whose output is cancelled
 * cancels its input; one whose function throws does both, with the exception as the cause, which
 * reaches the far end as the cause of a {@link dev.weft.channel.ChannelClosedException}. So nothing
 * is left behind when any of them stops.
 *
 * <p><b>Order</b> is kept, except by {@link #mapParallel}. A stage takes the next value when it has
 * passed on the one before: the pipeline holds at most two values a stage.
 *
 * <p>Immutable; each flow can be used once, as its values can be received once.
 *
 * @param <T> the values
 */
public final class Flow<T> {
    private final ReceiveChannel<T> values;

    private Flow(ReceiveChannel<T> values) {
        this.values = values;
    }

    /**
     * The values of a channel.
     *
     * @param values not null; must be received by nobody else
     * @param <T> the values
     * @return a flow
     */
    public static <T> Flow<T> of(ReceiveChannel<T> values) {
        return new Flow<>(Objects.requireNonNull(values, "values"));
    }

    /**
     * The values that something gives.
     *
     * @param source read by a fiber, when there is room; its values are not null; not null
     * @param <T> the values
     * @return a flow
     */
    public static <T> Flow<T> of(Iterable<? extends T> source) {
        Objects.requireNonNull(source, "source");
        return generate(
                out -> {
                    for (T value : source) {
                        out.send(value);
                    }
                });
    }

    /**
     * What a fiber sends.
     *
     * @param body gets the channel to send to, which is closed when it returns or throws; not null
     * @param <T> the values
     * @return a flow
     */
    public static <T> Flow<T> generate(SuspendableConsumer<SendChannel<T>> body) {
        Channel<T> out = Channel.rendezvous();
        Weft.go(new Source<>(out, Objects.requireNonNull(body, "body")));
        return new Flow<>(out.receiveOnly());
    }

    /**
     * Replaces each value.
     *
     * @param function may wait; must not return null; not null
     * @param <R> the new values
     * @return what comes out
     */
    public <R> Flow<R> map(SuspendableFunction<? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return stage((value, out) -> out.send(function.apply(value)));
    }

    /**
     * Replaces each value, several at a time, in no particular order.
     *
     * @param workers how many fibers share the work; at least 1
     * @param function may wait; must not return null; not null
     * @param <R> the new values
     * @return what comes out
     */
    public <R> Flow<R> mapParallel(
            int workers, SuspendableFunction<? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        Channel<R> out = Channel.rendezvous();
        Stage.start(values, out, (value, to) -> to.send(function.apply(value)), workers);
        return new Flow<>(out.receiveOnly());
    }

    /**
     * Keeps some values.
     *
     * @param wanted must not wait; not null
     * @return what comes out
     */
    public Flow<T> filter(Predicate<? super T> wanted) {
        Objects.requireNonNull(wanted, "wanted");
        return stage(
                (value, out) -> {
                    if (wanted.test(value)) {
                        out.send(value);
                    }
                });
    }

    /**
     * Passes the first values on and then cancels where they come from.
     *
     * @param n how many; not negative
     * @return what comes out
     */
    public Flow<T> take(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("n: " + n);
        }
        return generate(
                out -> {
                    for (long left = n; left > 0; left--) {
                        T value = values.receiveOrNull();
                        if (value == null) {
                            return;
                        }
                        out.send(value);
                    }
                    values.cancel();
                });
    }

    /**
     * Keeps so many values on their way, so that the stages before and after it need not keep step.
     *
     * @param capacity how many; at least 1
     * @return what comes out
     */
    public Flow<T> buffer(int capacity) {
        Channel<T> out = Channel.buffered(capacity);
        Stage.start(values, out, (value, to) -> to.send(value), 1);
        return new Flow<>(out.receiveOnly());
    }

    /**
     * Pairs each value with one of another flow; ends with the first of the two, and cancels the
     * other.
     *
     * @param other not null
     * @param function makes one value of two; must not wait nor return null; not null
     * @param <U> the other flow's values
     * @param <R> the new values
     * @return what comes out
     */
    public <U, R> Flow<R> zip(
            Flow<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        ReceiveChannel<U> right = other.values;
        return generate(new Zip<>(values, right, function));
    }

    /**
     * Merges with another flow, values as they come.
     *
     * @param other not null
     * @return what comes out; ends when both have ended, or one with a cause
     */
    public Flow<T> merge(Flow<? extends T> other) {
        return merge(List.of(this, other));
    }

    /**
     * Merges the values of several flows as they come: fan-in. Ends when all have ended, or one
     * with a cause.
     *
     * @param flows not null
     * @param <T> the values
     * @return what comes out
     */
    public static <T> Flow<T> merge(List<? extends Flow<? extends T>> flows) {
        Channel<T> out = Channel.rendezvous();
        Stage.Crew<T> crew = new Stage.Crew<>(out, flows.size());
        for (Flow<? extends T> flow : flows) {
            Stage.startIn(crew, flow.values, (value, to) -> to.send(value));
        }
        return new Flow<>(out.receiveOnly());
    }

    /**
     * Deals the values out, each to whichever output is ready: fan-out.
     *
     * @param n how many outputs; at least 1
     * @return as many flows
     */
    public List<Flow<T>> fanOut(int n) {
        return Spread.deal(values, n);
    }

    /**
     * Sends every value to all outputs; the slowest sets the pace, and one that is cancelled no
     * longer counts.
     *
     * @param n how many outputs; at least 1
     * @return as many flows
     */
    public List<Flow<T>> broadcast(int n) {
        return Spread.broadcast(values, n);
    }

    /**
     * What comes out at the end.
     *
     * @return the last stage's output
     */
    public ReceiveChannel<T> channel() {
        return values;
    }

    /**
     * Does something with each value, in a fiber of its own.
     *
     * @param action may wait; when it throws the flow is cancelled; not null
     * @return ends when the flow has ended; fails when the action or the flow failed
     */
    public Fiber<Void> start(SuspendableConsumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        return Weft.go(() -> Stage.each(values, action));
    }

    /**
     * Does something with each value, in the caller.
     *
     * @param action may wait; when it throws the flow is cancelled; not null
     * @throws dev.weft.channel.ChannelClosedException when a stage failed; its cause is why
     * @throws Exception what the action throws
     */
    @Suspendable
    public void forEach(SuspendableConsumer<? super T> action) throws Exception {
        Stage.each(values, Objects.requireNonNull(action, "action"));
    }

    private <R> Flow<R> stage(Stage.Step<T, R> step) {
        Channel<R> out = Channel.rendezvous();
        Stage.start(values, out, step, 1);
        return new Flow<>(out.receiveOnly());
    }
}
