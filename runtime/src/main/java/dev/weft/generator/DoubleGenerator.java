package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** A {@link Generator} of doubles: no boxing and no allocation for each value. */
public final class DoubleGenerator extends AbstractGenerator implements PrimitiveIterator.OfDouble {
    private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL;

    private DoubleGenerator(GeneratorCore core) {
        super(core);
    }

    /**
     * Makes a generator; the body does not run yet.
     *
     * @param body yields the values; not null
     * @return a new generator
     */
    public static DoubleGenerator of(Body body) {
        return new DoubleGenerator(new BodyCore(Objects.requireNonNull(body, "body")));
    }

    /**
     * The next value.
     *
     * @return the value
     * @throws java.util.NoSuchElementException when the body has ended
     * @throws IllegalStateException when the generator is running, or another one delegates to it
     */
    @Override
    @Suspendable
    public double nextDouble() {
        return nextDouble(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #nextDouble()}, called by woven code.
     *
     * @param stack the caller's stack
     * @return the value; 0 while {@code stack} is suspending
     */
    public double nextDouble(Stack stack) {
        GeneratorCore c = core;
        return c.next(Core.NEXT_PRIMITIVE, stack) ? Double.longBitsToDouble(c.takeBits()) : 0;
    }

    /**
     * The values left as a lazy, ordered, sequential stream. Closing it closes this generator.
     *
     * @return a stream that drives this generator pinned
     */
    public DoubleStream stream() {
        Spliterator.OfDouble split = Spliterators.spliteratorUnknownSize(this, CHARACTERISTICS);
        return StreamSupport.doubleStream(split, false).onClose(this::close);
    }

    /** A generator's code. */
    @FunctionalInterface
    @Suspendable
    public interface Body {
        /**
         * Yields values until it returns.
         *
         * @param yielder takes the values
         */
        void run(DoubleYielder yielder);

        /**
         * The suspendable form of {@link #run(DoubleYielder)}; woven bodies have their own.
         *
         * @param yielder takes the values
         * @param stack the generator's stack
         */
        default void run(DoubleYielder yielder, Stack stack) {
            run(yielder);
        }
    }

    private static final class BodyCore extends GeneratorCore {
        private final Body body;

        BodyCore(Body body) {
            this.body = body;
        }

        @Override
        void body() {
            body.run(new DoubleYielder(this), this);
        }
    }
}
