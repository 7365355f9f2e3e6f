package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;

/** A {@link CheckedInputStream} whose reads suspend where those beneath it do. */
public final class FiberCheckedInputStream extends CheckedInputStream {
    /**
     * As {@link CheckedInputStream#CheckedInputStream(InputStream, Checksum)}.
     *
     * @param in the stream beneath; not null
     * @param sum of what is read; not null
     */
    public FiberCheckedInputStream(InputStream in, Checksum sum) {
        super(in, sum);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        int b = in.read();
        if (b != -1) {
            getChecksum().update(b);
        }
        return b;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = in.read(bytes, from, length);
        if (n != -1) {
            getChecksum().update(bytes, from, n);
        }
        return n;
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        return count > 0 ? Inflating.skip(this, count) : 0;
    }
}
