package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.generator.DoubleGenerator;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import dev.weft.generator.LongGenerator;
import dev.weft.woven.StandIn;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams over generators whose bodies may wait: see {@link Pipeline}. */
@SuppressWarnings("overloads")
public final class GeneratorStreams {
    private GeneratorStreams() {}

    /** {@link Generator#stream()}. */
    @Suspendable
    @StandIn(Generator.class)
    public static Stream<Object> stream(Generator<Object> generator) {
        return Pipeline.of(generator, () -> generator.close()).objects();
    }

    /** {@link IntGenerator#stream()}. */
    @Suspendable
    @StandIn(IntGenerator.class)
    public static IntStream stream(IntGenerator generator) {
        return Pipeline.of(generator, () -> generator.close()).ints();
    }

    /** {@link LongGenerator#stream()}. */
    @Suspendable
    @StandIn(LongGenerator.class)
    public static LongStream stream(LongGenerator generator) {
        return Pipeline.of(generator, () -> generator.close()).longs();
    }

    /** {@link DoubleGenerator#stream()}. */
    @Suspendable
    @StandIn(DoubleGenerator.class)
    public static DoubleStream stream(DoubleGenerator generator) {
        return Pipeline.of(generator, () -> generator.close()).doubles();
    }
}
