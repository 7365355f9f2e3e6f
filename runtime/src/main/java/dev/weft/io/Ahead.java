package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stream beneath a wrapper of the JDK's whose calls can't be left half-way. Before such a call
 * the fiber waits here, where it can suspend, for what the call is going to read ({@link #fetch}).
 * Then the wrapper's own code runs. What it reads beyond that comes from the source in place.
 *
 * <p>No more is taken from the source than the wrapper reads in the end. Not thread-safe, as the
 * wrappers.
 */
final class Ahead extends InputStream {
    private static final byte[] EMPTY = {};

    private final InputStream source;
    private byte[] bytes = EMPTY;
    private int from;
    private int to;

    /** The end has been fetched, and not yet read. */
    private boolean ended;

    Ahead(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        if (from < to) {
            return bytes[from++] & 0xff;
        }
        return takesEnd() ? -1 : source.read();
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (from < to) {
            return copy(b, off, len);
        }
        return len > 0 && takesEnd() ? -1 : source.read(b, off, len);
    }

    /** As {@link #read(byte[], int, int)}, where the fiber can suspend. */
    @Suspendable
    int readSome(byte[] b, int off, int len) throws IOException {
        if (from < to) {
            return copy(b, off, len);
        }
        return len > 0 && takesEnd() ? -1 : source.read(b, off, len);
    }

    private int copy(byte[] b, int off, int len) {
        int n = Math.min(len, to - from);
        System.arraycopy(bytes, from, b, off, n);
        from += n;
        return n;
    }

    private boolean takesEnd() {
        boolean end = ended;
        ended = false;
        return end;
    }

    @Override
    public int available() throws IOException {
        return held() + (ended ? 0 : source.available());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** How many bytes have been fetched and not read. */
    int held() {
        return to - from;
    }

    /**
     * Waits until so many bytes are here.
     *
     * @return false when the source ends before
     */
    @Suspendable
    boolean fetch(int count) throws IOException {
        while (held() < count) {
            if (ended) {
                return false;
            }
            makeRoom(count);
            int n = source.read(bytes, to, count - held());
            if (n < 0) {
                ended = true;
            } else {
                to += n;
            }
        }
        return true;
    }

    /** The byte at an index behind what has been read; -1 behind the end. Waits for it. */
    @Suspendable
    int at(int index) throws IOException {
        return fetch(index + 1) ? bytes[from + index] & 0xff : -1;
    }

    private void makeRoom(int count) {
        int held = held();
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, held);
            from = 0;
            to = held;
        }
        if (bytes.length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(count, 2 * bytes.length));
        }
    }
}
