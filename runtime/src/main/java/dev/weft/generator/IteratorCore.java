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
    private static final int POINT = 1;
    private static final Resumer RESUME = IteratorCore::resume;

    private final Iterator<? extends T> source;
    private final Frame frame = new Frame(RESUME, POINT);

    IteratorCore(Iterator<? extends T> source) {
        this.source = source;
    }

    @Override
    void body() {
        if (yieldNext()) {
            push(frame);
        }
    }

    private boolean yieldNext() {
        if (!source.hasNext()) {
            return false;
        }
        yieldRef(this, source.next(), this);
        return true;
    }

    private static void resume(Frame frame, Stack stack) throws Throwable {
        stack.rethrow();
        if (((IteratorCore<?>) stack).yieldNext()) {
            stack.push(frame, POINT);
        }
    }
}
