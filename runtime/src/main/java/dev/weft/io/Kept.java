package dev.weft.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * What was read of the {@link StandardInput} and is still to be taken: bytes, the end or a failure.
 * The JDK's own calls are made here, where nothing is suspendable and so nothing is replaced.
 */
final class Kept {
    /** Null, or thrown instead. */
    final IOException failure;

    /** How many bytes are left; -1 is the end. */
    int length;

    private final byte[] bytes;
    private int from;

    private Kept(byte[] bytes, int length, IOException failure) {
        this.bytes = bytes;
        this.length = length;
        this.failure = failure;
    }

    static int available(InputStream in) throws IOException {
        return in.available();
    }

    static int read(InputStream in, byte[] bytes, int at, int count) throws IOException {
        return in.read(bytes, at, count);
    }

    static Kept readFrom(InputStream in, int most) {
        byte[] bytes = new byte[most];
        try {
            return new Kept(bytes, in.read(bytes, 0, most), null);
        } catch (IOException e) {
            return new Kept(bytes, 0, e);
        } catch (RuntimeException e) {
            return new Kept(bytes, 0, new IOException(e));
        }
    }

    int take(byte[] into, int at, int count) {
        if (length < 0) {
            return -1;
        }
        int n = Math.min(count, length);
        System.arraycopy(bytes, from, into, at, n);
        from += n;
        length -= n;
        return n;
    }
}
