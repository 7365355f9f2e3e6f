package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream that keeps what is read of it and can be set back to its beginning once. So what a
 * constructor of the JDK's is going to read can be found out by reading it, where the fiber can
 * suspend; then the constructor reads it again. What it reads beyond comes from the source in
 * place.
 */
final class Replayed extends FiberInputStream {
    private final InputStream source;
    private byte[] bytes = new byte[512];
    private int count;

    /** Where the replay is; -1 before it. */
    private int at = -1;

    private boolean ended;

    Replayed(InputStream source) {
        this.source = source;
    }

    /** The stream beneath. */
    InputStream source() {
        return source;
    }

    /** Reads from the beginning from now on. */
    void replay() {
        at = 0;
    }

    @Override
    @Suspendable
    public int read(byte[] b, int from, int length) throws IOException {
        if (at >= 0 && at < count && length > 0) {
            int n = Math.min(length, count - at);
            System.arraycopy(bytes, at, b, from, n);
            at += n;
            return n;
        }
        if (at >= 0 && ended) {
            return -1;
        }
        int n = source.read(b, from, length);
        if (at < 0) {
            keep(b, from, n);
        }
        return n;
    }

    private void keep(byte[] b, int from, int n) {
        ended = n < 0;
        if (n > 0) {
            if (count + n > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(count + n, 2 * count));
            }
            System.arraycopy(b, from, bytes, count, n);
            count += n;
        }
    }

    /** What is left to be read again. */
    @Override
    public int available() {
        return at < 0 ? 0 : count - at;
    }
}
