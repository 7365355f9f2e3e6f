package dev.weft.io;

import dev.weft.Suspendable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * An {@link InflaterInputStream} whose reads suspend where those of the stream beneath it do. What
 * fills the inflater is written anew; the end is the JDK's code.
 */
public final class FiberInflaterInputStream extends InflaterInputStream {
    /** Whether the inflater may have more than the last read had room for. */
    private boolean pending;

    /**
     * As {@link InflaterInputStream#InflaterInputStream(InputStream)}.
     *
     * @param in the stream beneath
     */
    public FiberInflaterInputStream(InputStream in) {
        super(in);
    }

    /**
     * As {@link InflaterInputStream#InflaterInputStream(InputStream, Inflater)}.
     *
     * @param in the stream beneath
     * @param inflater decompresses
     */
    public FiberInflaterInputStream(InputStream in, Inflater inflater) {
        super(in, inflater);
    }

    /**
     * As {@link InflaterInputStream#InflaterInputStream(InputStream, Inflater, int)}.
     *
     * @param in the stream beneath
     * @param inflater decompresses
     * @param size of the buffer
     */
    public FiberInflaterInputStream(InputStream in, Inflater inflater, int size) {
        super(in, inflater, size);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        super.available(); // throws when closed
        Objects.checkFromIndexSize(from, length, bytes.length);
        while (length > 0) {
            if (Inflating.FILLS_FIRST && Inflating.isEmpty(inf, pending)) {
                fill();
            }
            int n = Inflating.some(inf, bytes, from, length);
            pending = n == length && !inf.finished();
            if (n != 0) {
                return n;
            }
            if (inf.finished() || inf.needsDictionary()) {
                return super.read(bytes, from, length);
            }
            if (!Inflating.FILLS_FIRST) {
                fill();
            }
        }
        return 0;
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count <= 0) {
            return super.skip(count);
        }
        super.available();
        return Inflating.skip(this, count);
    }

    @Override
    @Suspendable
    protected void fill() throws IOException {
        super.available();
        len = in.read(buf, 0, buf.length);
        if (len == -1) {
            throw new EOFException(Inflating.CUT_OFF);
        }
        inf.setInput(buf, 0, len);
    }
}
