package dev.weft.generator;

/** Bodies that the build leaves unwoven (see the plugin's configuration): they can't suspend. */
final class UnwovenBodies {
    private UnwovenBodies() {}

    static Generator<Integer> generator() {
        return Generator.of(y -> y.yield(1));
    }

    static DoubleGenerator doubles() {
        return DoubleGenerator.of(y -> y.yield(1.5));
    }

    static LongGenerator longs() {
        return LongGenerator.of(y -> y.yield(1L));
    }

    static Coroutine<Object, Object> coroutine() {
        return Coroutine.of((c, first) -> c.yield("x"));
    }
}
