package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that writes by {@link #write(byte[], int, int)} alone, which suspends. It keeps nothing
 * back, so there is nothing to flush. Subclasses answer for thread-safety.
 */
public abstract class FiberOutputStream extends OutputStream {
    /** For subclasses. */
    protected FiberOutputStream() {}

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public abstract void write(byte[] bytes, int from, int length) throws IOException;
}
