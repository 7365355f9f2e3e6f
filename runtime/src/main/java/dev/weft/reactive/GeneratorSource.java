package dev.weft.reactive;

import dev.weft.Suspendable;
import dev.weft.generator.Generator;
import java.util.Objects;

/** The values of a generator. */
final class GeneratorSource<T> implements Source<T> {
    private final Generator<T> generator;

    GeneratorSource(Generator<T> generator) {
        this.generator = generator;
    }

    @Override
    @Suspendable
    public T next() {
        return generator.hasNext()
                ? Objects.requireNonNull(generator.next(), "a publisher has no null")
                : null;
    }
}
