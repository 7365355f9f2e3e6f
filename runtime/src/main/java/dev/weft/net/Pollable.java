package dev.weft.net;

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
}
