package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A {@link Generator} of ints: no boxing and no allocation for each value. */
public final class IntGenerator extends AbstractGenerator implements PrimitiveIterator.OfInt {
    private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL;

    private IntGenerator(GeneratorCore core) {
        super(core);
    }

    /**
     * Makes a generator; the body does not run yet.
     *
     * @param body yields the values; not null
     * @return a new generator
     */
    public static IntGenerator of(Body body) {
        return new IntGenerator(new BodyCore(Objects.requireNonNull(body, "body")));
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
    public int nextInt() {
        return nextInt(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #nextInt()}, called by woven code.
     *
     * @param stack the caller's stack
     * @return the value; 0 while {@code stack} is suspending
     */
    public int nextInt(Stack stack) {
        GeneratorCore c = core;
        return c.next(Core.NEXT_PRIMITIVE, stack) ? (int) c.takeBits() : 0;
    }

    /**
     * The values left as a lazy, ordered, sequential stream. Closing it closes this generator.
     *
     * @return a stream that drives this generator pinned
     */
    public IntStream stream() {
        Spliterator.OfInt split = Spliterators.spliteratorUnknownSize(this, CHARACTERISTICS);
        return StreamSupport.intStream(split, false).onClose(this::close);
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
        void run(IntYielder yielder);

        /**
         * The suspendable form of {@link #run(IntYielder)}; woven bodies have their own.
         *
         * @param yielder takes the values
         * @param stack the generator's stack
         */
        default void run(IntYielder yielder, Stack stack) {
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
            body.run(new IntYielder(this), this);
        }
    }
}
