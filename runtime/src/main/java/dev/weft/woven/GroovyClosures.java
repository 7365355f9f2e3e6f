package dev.weft.woven;

/**
 * The companions (see {@link Companions}) of Groovy's closures: statically compiled ones have these
 * methods, which call their code without Groovy's dispatch.
 */
public final class GroovyClosures {
    private GroovyClosures() {}

    /** Of {@code Closure.call} with 0 arguments. */
    public interface Of0 {
        /** The body that can suspend. */
        Object call(Stack stack);
    }

    /** Of {@code Closure.call} with 1 argument. */
    public interface Of1 {
        /** The body that can suspend. */
        Object call(Object a1, Stack stack);
    }
}
