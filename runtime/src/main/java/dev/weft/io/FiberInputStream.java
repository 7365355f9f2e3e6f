package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that reads by {@link #read(byte[], int, int)} alone, which suspends. Subclasses answer
 * for thread-safety.
 */
public abstract class FiberInputStream extends InputStream {
    /** For subclasses. */
    protected FiberInputStream() {}

    @Override
    @Suspendable
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public abstract int read(byte[] bytes, int from, int length) throws IOException;
}
