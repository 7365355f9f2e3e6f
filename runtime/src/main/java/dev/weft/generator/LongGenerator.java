package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** A {@link Generator} of longs: no boxing and no allocation for each value. */
public final class LongGenerator extends AbstractGenerator implements PrimitiveIterator.OfLong {
    private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL;

    private LongGenerator(GeneratorCore core) {
        super(core);
    }

    /**
     * Makes a generator; the body does not run yet.
     *
     * @param body yields the values; not null
     * @return a new generator
     */
    public static LongGenerator of(Body body) {
        return new LongGenerator(new BodyCore(Objects.requireNonNull(body, "body")));
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
    public long nextLong() {
        return nextLong(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #nextLong()}, called by woven code.
     *
     * @param stack the caller's stack
     * @return the value; 0 while {@code stack} is suspending
     */
    public long nextLong(Stack stack) {
        GeneratorCore c = core;
        return c.next(Core.NEXT_PRIMITIVE, stack) ? c.takeBits() : 0;
    }

    /**
     * The values left as a lazy, ordered, sequential stream. Closing it closes this generator.
     *
     * @return a stream that drives this generator pinned
     */
    public LongStream stream() {
        Spliterator.OfLong split = Spliterators.spliteratorUnknownSize(this, CHARACTERISTICS);
        return StreamSupport.longStream(split, false).onClose(this::close);
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
        void run(LongYielder yielder);

        /**
         * The suspendable form of {@link #run(LongYielder)}; woven bodies have their own.
         *
         * @param yielder takes the values
         * @param stack the generator's stack
         */
        default void run(LongYielder yielder, Stack stack) {
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
            body.run(new LongYielder(this), this);
        }
    }
}
