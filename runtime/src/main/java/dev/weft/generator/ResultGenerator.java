package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;

/**
 * A generator whose body returns something besides the values it yields (PEP 380).
 *
 * @param <T> the values
 * @param <R> the result
 */
public final class ResultGenerator<T, R> extends Generator<T> {
    ResultGenerator(Body<T, R> body) {
        super(new BodyCore<>(body));
    }

    /**
     * What the body returned.
     *
     * @return may be null; null after a close or an exception
     * @throws IllegalStateException before the body has ended
     */
    @SuppressWarnings("unchecked")
    public R result() {
        if (core.state != Core.FINISHED) {
            throw new IllegalStateException("the generator has not ended");
        }
        return (R) core.result;
    }

    /**
     * A generator's code with a result.
     *
     * @param <T> the values
     * @param <R> the result
     */
    @FunctionalInterface
    @Suspendable
    public interface Body<T, R> {
        /**
         * Yields values, then returns the result.
         *
         * @param yielder takes the values
         * @return may be null
         */
        R run(Yielder<T> yielder);

        /**
         * The suspendable form of {@link #run(Yielder)}; woven bodies have their own.
         *
         * @param yielder takes the values
         * @param stack the generator's stack
         * @return the result
         */
        default R run(Yielder<T> yielder, Stack stack) {
            return run(yielder);
        }
    }

    private static final class BodyCore<T, R> extends GeneratorCore {
        private final Body<T, R> body;

        BodyCore(Body<T, R> body) {
            this.body = body;
        }

        @Override
        void body() {
            R returned = body.run(new Yielder<>(this), this);
            if (!suspending) {
                ref = returned; // else it holds what was yielded
            }
        }
    }
}
