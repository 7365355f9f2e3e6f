package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;

/** An input stream that can say "nothing there" instead of waiting. */
public interface Pollable {
    /**
     * Reads what is there.
     *
     * @param bytes gets it; not null
     * @param from where in the array
     * @param length how many at most, at least 1
     * @return how many; 0 when nothing is there now; -1 at the end
     * @throws IOException as reading would
     */
    int tryRead(byte[] bytes, int from, int length) throws IOException;

    /**
     * Waits until {@link #tryRead} may find something, or the end.
     *
     * @throws IOException as reading would, when the time for it is over among others
     */
    @Suspendable
    void awaitInput() throws IOException;
}
