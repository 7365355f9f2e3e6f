package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;

/** A {@link PushbackInputStream} whose reads suspend where those of the stream beneath it do. */
public final class FiberPushbackInputStream extends PushbackInputStream {
    /**
     * As {@link PushbackInputStream#PushbackInputStream(InputStream)}.
     *
     * @param in the stream beneath
     */
    public FiberPushbackInputStream(InputStream in) {
        super(in);
    }

    /**
     * As {@link PushbackInputStream#PushbackInputStream(InputStream, int)}.
     *
     * @param in the stream beneath
     * @param size how many bytes can be pushed back
     */
    public FiberPushbackInputStream(InputStream in, int size) {
        super(in, size);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        return pushedBack() > 0 ? buf[pos++] & 0xff : in.read();
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        int back = pushedBack();
        Objects.checkFromIndexSize(from, length, bytes.length);
        int n = Math.min(back, length);
        System.arraycopy(buf, pos, bytes, from, n);
        pos += n;
        if (n == length) {
            return n;
        }
        int more = in.read(bytes, from + n, length - n);
        return more < 0 && n > 0 ? n : n + more;
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        int back = pushedBack();
        if (count <= 0) {
            return 0;
        }
        int n = (int) Math.min(back, count);
        pos += n;
        return n == count ? n : n + in.skip(count - n);
    }

    private int pushedBack() throws IOException {
        if (in == null) {
            throw new IOException("Stream closed");
        }
        return buf.length - pos;
    }
}
