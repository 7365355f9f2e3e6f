package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Companions;
import dev.weft.woven.Stack;
import java.util.List;

/**
 * What generators of all kinds of value have in common.
 *
 * <p>A generator is driven by whoever calls {@code hasNext} or {@code next}. From plain code (a
 * stream, a library) that works without weaving; if the body then waits for something outside, such
 * as a channel, the thread blocks. From woven code, for-each loops included, the fiber that
 * iterates waits.
 *
 * <p><b>Abandoned generators</b> are garbage like any object: their {@code finally} blocks do not
 * run. Where these matter use {@link #close()} or try-with-resources.
 *
 * <p>Not thread-safe: one thread or fiber at a time; handing over needs safe publication. Use while
 * running is an error as far as it is noticed.
 */
public abstract class AbstractGenerator implements AutoCloseable, Companions.OfIteratorHasNext {
    final GeneratorCore core;

    AbstractGenerator(GeneratorCore core) {
        this.core = core;
    }

    /**
     * Whether there is another value; runs the body to its next yield to find out.
     *
     * @return false when the body has ended
     * @throws IllegalStateException when the generator is running, or another one delegates to it
     */
    @Suspendable
    public final boolean hasNext() {
        return core.hasNext(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #hasNext()}, called by woven code.
     *
     * @param stack the caller's stack
     * @return as {@link #hasNext()}; false while {@code stack} is suspending
     */
    @Override
    public final boolean hasNext(Stack stack) {
        return core.hasNext(stack);
    }

    /**
     * Ends the generator: a {@link dev.weft.continuation.CoroutineExit} is thrown where the body is
     * suspended, innermost delegate first, so that {@code finally} blocks run. A generator that has
     * not begun just ends; closing an ended one has no effect. An exception that the body throws
     * instead is thrown here (PEP 342).
     *
     * @throws IllegalStateException when the generator is running, or when the body yields instead
     *     of ending; it is abandoned then
     */
    @Override
    @Suspendable
    public final void close() {
        core.close(Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #close()}, called by woven code.
     *
     * @param stack the caller's stack
     */
    public final void close(Stack stack) {
        core.close(stack);
    }

    /**
     * The stage of its life. A generator with a value computed by {@code hasNext} is suspended.
     *
     * @return never null
     */
    public final CoroutineState state() {
        return core.state();
    }

    /**
     * Where the body is suspended, for diagnosis; while it runs, where it was resumed.
     *
     * @return innermost first; empty before the first yield and after the end
     */
    public final List<StackTraceElement> trace() {
        return core.driven();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + state() + "]";
    }
}
