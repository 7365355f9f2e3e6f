package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A body of ordinary code that yields values, seen as an iterator: runs only when asked for the
 * next value. Python's generators (PEP 255, 342, 380) are the model; values may be null.
 *
 * <pre>{@code
 * Generator<Integer> squares = Generator.of(y -> {
 *     for (int i = 0; ; i++) y.yield(i * i);
 * });
 * }</pre>
 *
 * @param <T> the values
 */
public class Generator<T> extends AbstractGenerator
        implements Iterator<T>, Companions.OfIteratorNext {
    Generator(GeneratorCore core) {
        super(core);
    }

    /**
     * Makes a generator; the body does not run yet.
     *
     * @param body yields the values; not null
     * @return a new generator
     * @param <T> the values
     */
    public static <T> Generator<T> of(Body<T> body) {
        return new Generator<>(new BodyCore<>(Objects.requireNonNull(body, "body")));
    }

    /**
     * Makes a generator whose body also returns something.
     *
     * @param body yields values and returns a result; not null
     * @return a new generator
     * @param <T> the values
     * @param <R> the result
     */
    public static <T, R> ResultGenerator<T, R> returning(ResultGenerator.Body<T, R> body) {
        return new ResultGenerator<>(Objects.requireNonNull(body, "body"));
    }

    /**
     * Makes a generator of an iterator's values. Its {@code hasNext} and {@code next} run pinned.
     *
     * @param source not null
     * @return a new generator
     * @param <T> the values
     */
    public static <T> Generator<T> from(Iterator<? extends T> source) {
        return new Generator<>(new IteratorCore<>(Objects.requireNonNull(source, "source")));
    }

    /**
     * Makes an iterable that starts a new generator for each loop over it.
     *
     * @param body yields the values; not null; entered once for each iterator
     * @return an iterable
     * @param <T> the values
     */
    public static <T> Iterable<T> iterable(Body<T> body) {
        Objects.requireNonNull(body, "body");
        return () -> of(body);
    }

    /**
     * The next value.
     *
     * @return may be null
     * @throws java.util.NoSuchElementException when the body has ended
     * @throws IllegalStateException when the generator is running, or another one delegates to it
     */
    @Override
    @Suspendable
    public final T next() {
        return next(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #next()}, called by woven code.
     *
     * @param stack the caller's stack
     * @return the value; null while {@code stack} is suspending
     */
    @Override
    @SuppressWarnings("unchecked")
    public final T next(Stack stack) {
        GeneratorCore c = core;
        return c.next(Core.NEXT, stack) ? (T) c.takeValue() : null;
    }

    /**
     * The values left as a lazy, ordered, sequential stream. Closing it closes this generator.
     *
     * @return a stream that drives this generator pinned
     */
    public final Stream<T> stream() {
        Spliterator<T> split = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED);
        return StreamSupport.stream(split, false).onClose(this::close);
    }

    /**
     * A generator's code.
     *
     * @param <T> the values
     */
    @FunctionalInterface
    @Suspendable
    public interface Body<T> {
        /**
         * Yields values until it returns.
         *
         * @param yielder takes the values; may be handed to methods that this calls
         */
        void run(Yielder<T> yielder);

        /**
         * The suspendable form of {@link #run(Yielder)}; woven bodies have their own.
         *
         * @param yielder takes the values
         * @param stack the generator's stack
         */
        default void run(Yielder<T> yielder, Stack stack) {
            run(yielder);
        }
    }

    private static final class BodyCore<T> extends GeneratorCore {
        private final Body<T> body;

        BodyCore(Body<T> body) {
            this.body = body;
        }

        @Override
        void body() {
            body.run(new Yielder<>(this), this);
        }
    }
}
