package dev.weft.generator;

import dev.weft.woven.Frame;
import dev.weft.woven.Resumer;
import dev.weft.woven.Stack;
import java.util.Iterator;

/**
 * Yields what an iterator gives: a woven loop written by hand, since the weaver is above this
 * module.
 */
final class IteratorCore<T> extends GeneratorCore {
    private static final Resumer RESUME = IteratorCore::resume;

    private final Iterator<? extends T> source;
    private final Frame frame = new Frame(RESUME, 1);

    IteratorCore(Iterator<? extends T> source) {
        this.source = source;
    }

    @Override
    void body() {
        if (source.hasNext()) {
            yieldRef(this, source.next(), this);
            push(frame);
        }
    }

    private static void resume(Frame frame, Stack stack) throws Throwable {
        stack.rethrow();
        ((IteratorCore<?>) stack).body();
    }
}
