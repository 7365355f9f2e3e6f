package dev.weft.woven;

/**
 * The companion (see {@link Companions}) of Groovy's closures, which are {@link
 * java.util.concurrent.Callable}s too: those that are compiled statically have these methods, which
 * call their code without Groovy's dispatch.
 */
public final class GroovyClosures {
    private GroovyClosures() {}

    /** Of {@code Closure.call} with 1 argument. */
    public interface Of1 {
        /** The body that can suspend. */
        Object call(Object a1, Stack stack);
    }
}
