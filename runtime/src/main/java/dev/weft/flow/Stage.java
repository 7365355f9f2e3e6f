package dev.weft.flow;

import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SendChannel;
import dev.weft.fiber.Weft;
import java.util.concurrent.atomic.AtomicInteger;

/** A fiber that takes values from one channel and sends what it makes of them to another. */
final class Stage<T, R> implements SuspendableRunnable {
    private final ReceiveChannel<? extends T> in;
    private final Crew<R> crew;
    private final Step<T, R> step;

    private Stage(ReceiveChannel<? extends T> in, Crew<R> crew, Step<T, R> step) {
        this.in = in;
        this.crew = crew;
        this.step = step;
    }

    /** What is done with one value. */
    @FunctionalInterface
    interface Step<T, R> {
        @Suspendable
        void apply(T value, SendChannel<R> out) throws Exception;

        default void apply(T value, SendChannel<R> out, dev.weft.woven.Stack stack)
                throws Exception {
            apply(value, out);
        }
    }

    /** The stages that share an output: the last to end closes it, or the first to fail. */
    static final class Crew<R> {
        final Channel<R> out;
        private final AtomicInteger working;

        Crew(Channel<R> out, int size) {
            this.out = out;
            this.working = new AtomicInteger(size);
            if (size == 0) {
                out.close();
            }
        }

        void left() {
            if (working.decrementAndGet() == 0) {
                out.close();
            }
        }
    }

    static <T, R> void start(
            ReceiveChannel<? extends T> in, Channel<R> out, Step<T, R> step, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }
        Crew<R> crew = new Crew<>(out, workers);
        for (int i = 0; i < workers; i++) {
            startIn(crew, in, step);
        }
    }

    static <T, R> void startIn(Crew<R> crew, ReceiveChannel<? extends T> in, Step<T, R> step) {
        Weft.go(new Stage<>(in, crew, step));
    }

    @Override
    @Suspendable
    public void run() {
        try {
            for (T value = in.receiveOrNull(); value != null; value = in.receiveOrNull()) {
                step.apply(value, crew.out);
            }
            crew.left();
        } catch (Throwable t) {
            crew.out.close(downstream(t));
            in.cancel(upstream(t));
        }
    }

    /**
     * What a failing stage tells those behind it: the first cause, whichever stage it came from.
     */
    static Throwable downstream(Throwable t) {
        Throwable cause = upstream(t);
        return cause == null ? t : cause;
    }

    /**
     * What it tells those before it; null when it was merely told that nobody receives any more.
     */
    static Throwable upstream(Throwable t) {
        return t instanceof ChannelClosedException ? t.getCause() : t;
    }

    /** Does something with each value; cancels where they come from when that throws. */
    @Suspendable
    static <T> Void each(ReceiveChannel<T> in, SuspendableConsumer<? super T> action)
            throws Exception {
        try {
            for (T value = in.receiveOrNull(); value != null; value = in.receiveOrNull()) {
                action.accept(value);
            }
            return null;
        } catch (Throwable t) {
            in.cancel(t);
            throw t;
        }
    }
}
