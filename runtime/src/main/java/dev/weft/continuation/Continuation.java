package dev.weft.continuation;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.List;
import java.util.Objects;

/**
 * A one-shot delimited continuation: code that can be suspended up to its {@code run} and gone on
 * with later, by any thread. The low-level part from which others can build schedulers and effect
 * handlers.
 *
 * <p>{@link #suspend} finds the innermost running continuation of a scope. Continuations of other
 * scopes in between are suspended with it and go on with it, so they stay running meanwhile: a
 * multi-prompt delimited continuation as Dybvig, Peyton Jones and Sabry describe it ("A Monadic
 * Framework for Delimited Continuations", 2007), with the restriction that each state can be
 * resumed once. Values go both ways: what is suspended with is what {@code run} returns, and what
 * {@code run} is given is what {@code suspend} returns.
 *
 * <p>Not thread-safe: one thread at a time; handing over needs safe publication.
 */
public final class Continuation {
    private static final int RUN = 1;

    private final Core core;

    /**
     * Makes a continuation; nothing runs yet.
     *
     * @param scope what suspensions name to reach it; not null
     * @param body its code; not null
     */
    public Continuation(ContinuationScope scope, Body body) {
        core =
                new Core(
                        Objects.requireNonNull(scope, "scope"),
                        Objects.requireNonNull(body, "body"));
    }

    /**
     * Starts it or goes on until it suspends or ends.
     *
     * @param value the body's argument at the start, then what {@link #suspend} returns; may be
     *     null
     * @return what it suspended with, or what its body returned when {@link #isDone()}
     * @throws IllegalStateException when it is running or done
     */
    @Suspendable
    public Object run(Object value) {
        return run(value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #run(Object)}, called by woven code.
     *
     * @param value may be null
     * @param stack the caller's stack
     * @return as {@link #run(Object)}; null while {@code stack} is suspending
     */
    public Object run(Object value, Stack stack) {
        core.begin();
        core.ref = value;
        return core.go(stack);
    }

    /**
     * Goes on with an exception, thrown where it is suspended.
     *
     * @param thrown not null; thrown from here when the body does not catch it or has not started
     * @return as {@link #run(Object)}
     * @throws IllegalStateException when it is running or done
     */
    @Suspendable
    public Object fail(Throwable thrown) {
        return fail(thrown, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #fail(Throwable)}, called by woven code.
     *
     * @param thrown not null
     * @param stack the caller's stack
     * @return as {@link #run(Object)}; null while {@code stack} is suspending
     */
    public Object fail(Throwable thrown, Stack stack) {
        Objects.requireNonNull(thrown, "thrown");
        core.begin();
        core.failure = thrown;
        return core.go(stack);
    }

    /**
     * Suspends up to the innermost running continuation of a scope.
     *
     * @param scope not null
     * @param value what its {@code run} returns; may be null
     * @return what it is run with next
     * @throws PinnedException when a caller is not woven
     * @throws IllegalStateException when no continuation of that scope runs this
     */
    @Suspendable
    public static Object suspend(ContinuationScope scope, Object value) {
        return suspend(scope, value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #suspend(ContinuationScope, Object)}, called by woven code.
     *
     * @param scope not null
     * @param value may be null
     * @param stack the caller's stack
     * @return null, while suspending
     */
    public static Object suspend(ContinuationScope scope, Object value, Stack stack) {
        Core target = Core.find(scope, stack);
        if (target == null) {
            throw stack.canSuspend()
                    ? new IllegalStateException(
                            "no running continuation of " + scope + " can be reached from here")
                    : new PinnedException("Continuation.suspend");
        }
        target.value = value;
        target.suspendAt(stack);
        return null;
    }

    /**
     * Whether the body has returned or thrown.
     *
     * @return true for ever once it is done
     */
    public boolean isDone() {
        return core.state == Core.FINISHED;
    }

    /**
     * Whether it is running, or waiting for something further out.
     *
     * @return false when new, suspended or done
     */
    public boolean isRunning() {
        return core.state == Core.RUNNING;
    }

    /**
     * Where it is suspended, for diagnosis; while it runs, where it was run from last.
     *
     * @return innermost first; empty before the first suspension and after the end
     */
    public List<StackTraceElement> trace() {
        return core.trace();
    }

    /** A continuation's code. */
    @FunctionalInterface
    @Suspendable
    public interface Body {
        /**
         * Runs.
         *
         * @param first what the first {@link Continuation#run} was given
         * @return what the last one returns
         */
        Object run(Object first);

        /**
         * The suspendable form of {@link #run(Object)}; woven bodies have their own.
         *
         * @param first what the first {@link Continuation#run} was given
         * @param stack the continuation's stack
         * @return what the last one returns
         */
        default Object run(Object first, Stack stack) {
            return run(first);
        }
    }

    private static final class Core extends NestedStack implements Drive {
        static final int IDLE = 0;
        static final int RUNNING = 1;
        static final int FINISHED = 2;

        private final ContinuationScope scope;
        private final Body body;
        private int state;
        private Object value;

        Core(ContinuationScope scope, Body body) {
            this.scope = scope;
            this.body = body;
        }

        static Core find(ContinuationScope scope, Stack stack) {
            Objects.requireNonNull(scope, "scope");
            for (Stack s = stack; s instanceof NestedStack; s = ((NestedStack) s).driver()) {
                if (s instanceof Core && ((Core) s).scope == scope) {
                    return (Core) s;
                }
            }
            return null;
        }

        void begin() {
            if (state != IDLE) {
                throw new IllegalStateException(
                        state == RUNNING
                                ? "the continuation is running already"
                                : "the continuation is done");
            }
            state = RUNNING;
        }

        Object go(Stack stack) {
            int status = run(stack);
            if (status == OUTER) {
                save(this, RUN, stack);
                return null;
            }
            return outcome(status);
        }

        private Object outcome(int status) {
            if (status == YIELDED) {
                state = IDLE;
                Object taken = value;
                value = null;
                return taken;
            }
            state = FINISHED;
            Throwable thrown = failure;
            if (thrown != null) {
                failure = null;
                throw raise(thrown);
            }
            return takeRef();
        }

        void suspendAt(Stack stack) {
            yieldTo(stack);
        }

        @Override
        protected void enter() {
            ref = body.run(takeRef(), this);
        }

        @Override
        public NestedStack running() {
            return this;
        }

        @Override
        public List<StackTraceElement> driven() {
            return trace();
        }

        @Override
        public int advance(Stack driver) {
            return run(driver);
        }

        @Override
        public void lost() {
            abandon();
            value = null;
            state = FINISHED;
        }

        @Override
        public void finish(int operation, int status, Stack driver) {
            driver.ref = outcome(status);
        }
    }
}
