package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.List;
import java.util.Objects;

/**
 * A body of ordinary code that is resumed with values and yields values: PEP 342 and 380 as a Java
 * API, with Lua's way of starting, which needs no priming. The first {@link #resume} enters the
 * body with its value as an argument; each further one is the result of the {@code yield} that the
 * body waits in. {@code resume} returns what the body yields next or, once {@link #isDone()}, what
 * it returned.
 *
 * <pre>{@code
 * Coroutine<Integer, Integer> sum = Coroutine.of((c, first) -> {
 *     int total = 0;
 *     for (int i = first; i != 0; i = c.yield(total)) total += i;
 *     return total;
 * });
 * }</pre>
 *
 * <p>An abandoned coroutine is garbage; its {@code finally} blocks do not run unless it is closed.
 *
 * <p>Not thread-safe: one thread or fiber at a time may resume it, different ones in turn; handing
 * over needs safe publication. Use while running is an error as far as it is noticed.
 *
 * @param <I> what it is resumed with
 * @param <O> what it yields and returns
 */
public final class Coroutine<I, O> implements AutoCloseable {
    final BodyCore<I, O> core;

    private Coroutine(Body<I, O> body) {
        core = new BodyCore<>(Objects.requireNonNull(body, "body"));
    }

    /**
     * Makes a coroutine; the body does not run yet.
     *
     * @param body not null
     * @return a new coroutine
     * @param <I> what it is resumed with
     * @param <O> what it yields and returns
     */
    public static <I, O> Coroutine<I, O> of(Body<I, O> body) {
        return new Coroutine<>(body);
    }

    /**
     * Makes a coroutine and runs it to its first yield, as Python's users do by a decorator; what
     * it yields there is dropped. The first {@link #resume} is then the first yield's result.
     *
     * @param body not null; its argument is null
     * @return a new coroutine, suspended or done
     * @param <I> what it is resumed with
     * @param <O> what it yields and returns
     */
    public static <I, O> Coroutine<I, O> primed(Body<I, O> body) {
        Coroutine<I, O> c = new Coroutine<>(body);
        c.resume(null);
        return c;
    }

    /**
     * Sends a value and runs the body to its next yield or its end.
     *
     * @param value the body's argument at the start, then the result of its {@code yield}; may be
     *     null
     * @return what it yields, or what it returns when it ends
     * @throws IllegalStateException when it has finished, is running, or is delegated to
     */
    @Suspendable
    public O resume(I value) {
        return resume(value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #resume(Object)}, called by woven code.
     *
     * @param value may be null
     * @param stack the caller's stack
     * @return as {@link #resume(Object)}; null while {@code stack} is suspending
     */
    public O resume(I value, Stack stack) {
        BodyCore<I, O> c = core;
        return outcome(c, c.send(value, Core.RESUME, stack), stack);
    }

    /**
     * Throws an exception at the yield where the body is suspended, then runs it to its next yield
     * or its end. If it has not started it ends with this exception.
     *
     * @param thrown not null; thrown here too when the body does not catch it
     * @return what the body yields or returns next
     * @throws IllegalStateException when it has finished, is running, or is delegated to
     */
    @Suspendable
    public O throwIn(Throwable thrown) {
        return throwIn(thrown, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #throwIn(Throwable)}, called by woven code.
     *
     * @param thrown not null
     * @param stack the caller's stack
     * @return as {@link #throwIn(Throwable)}; null while {@code stack} is suspending
     */
    public O throwIn(Throwable thrown, Stack stack) {
        Objects.requireNonNull(thrown, "thrown");
        return outcome(core, core.raiseIn(thrown, Core.RESUME, stack), stack);
    }

    /** The core comes as an argument because HotSpot would load the field anew. */
    @SuppressWarnings("unchecked")
    private static <O> O outcome(BodyCore<?, O> c, boolean yielded, Stack stack) {
        if (yielded) {
            return (O) c.takeValue();
        }
        return stack.suspending ? null : (O) c.result;
    }

    /**
     * Ends it: as {@link AbstractGenerator#close()}.
     *
     * @throws IllegalStateException when it is running, or yields instead of ending
     */
    @Override
    @Suspendable
    public void close() {
        core.close(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #close()}, called by woven code.
     *
     * @param stack the caller's stack
     */
    public void close(Stack stack) {
        core.close(stack);
    }

    /**
     * Whether the body has returned or thrown, or has been closed.
     *
     * @return true for ever once it is done
     */
    public boolean isDone() {
        return core.state == Core.FINISHED;
    }

    /**
     * The stage of its life.
     *
     * @return never null
     */
    public CoroutineState state() {
        return core.state();
    }

    /**
     * What the body returned.
     *
     * @return may be null; null after a close or an exception
     * @throws IllegalStateException before it is done
     */
    @SuppressWarnings("unchecked")
    public O result() {
        if (!isDone()) {
            throw new IllegalStateException("the coroutine has not finished");
        }
        return (O) core.result;
    }

    /**
     * Where the body is suspended, for diagnosis; while it runs, where it was resumed.
     *
     * @return innermost first; empty before the first yield and after the end
     */
    public List<StackTraceElement> trace() {
        return core.driven();
    }

    @Override
    public String toString() {
        return "Coroutine[" + state() + "]";
    }

    /**
     * A coroutine's code.
     *
     * @param <I> what it is resumed with
     * @param <O> what it yields and returns
     */
    @FunctionalInterface
    @Suspendable
    public interface Body<I, O> {
        /**
         * Runs the coroutine.
         *
         * @param context yields and delegates; may be handed to methods that this calls
         * @param first the value of the first resume
         * @return the last resume's result
         */
        O run(CoroutineContext<I, O> context, I first);

        /**
         * The suspendable form of {@link #run(CoroutineContext, Object)}; woven bodies have their
         * own.
         *
         * @param context yields and delegates
         * @param first the value of the first resume
         * @param stack the coroutine's stack
         * @return the last resume's result
         */
        default O run(CoroutineContext<I, O> context, I first, Stack stack) {
            return run(context, first);
        }
    }

    static final class BodyCore<I, O> extends Core {
        private final Body<I, O> body;

        BodyCore(Body<I, O> body) {
            this.body = body;
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void enter() {
            I first = (I) takeRef();
            O returned = body.run(new CoroutineContext<>(this), first, this);
            if (!suspending) {
                ref = returned; // else it holds what was yielded
            }
        }

        @Override
        public void finish(int operation, int status, Stack driver) {
            if (operation == CLOSE) {
                closed(status);
            } else {
                driver.ref = yielded(status) ? takeValue() : result;
            }
        }
    }
}
