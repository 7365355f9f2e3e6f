package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A {@link ZipInputStream} whose reads suspend where those of the stream beneath it do. All is the
 * JDK's code, over a {@link ZipSource}: an attempt that needs more than has come is taken back,
 * since the JDK's code keeps nothing of it but what it has given to the inflater, and made again
 * when more is there.
 */
public final class FiberZipInputStream extends ZipInputStream {
    private final ZipSource source;

    /**
     * As {@link ZipInputStream#ZipInputStream(InputStream, Charset)}.
     *
     * @param in the stream beneath
     * @param charset of names and comments
     */
    public FiberZipInputStream(InputStream in, Charset charset) {
        super(in, charset);
        source = new ZipSource(in);
        this.in = source;
    }

    @Override
    @Suspendable
    public ZipEntry getNextEntry() throws IOException {
        super.available(); // throws when closed
        Inflating.skipRest(this);
        for (; ; ) {
            try {
                return attemptNext();
            } catch (WouldBlock e) {
                source.rollback();
            }
            source.fetch();
        }
    }

    private ZipEntry attemptNext() throws IOException {
        source.commit();
        return super.getNextEntry();
    }

    @Override
    @Suspendable
    public void closeEntry() throws IOException {
        super.available();
        Inflating.skipRest(this);
        ended();
    }

    private void ended() throws IOException {
        super.closeEntry(); // nothing is left to be read
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
        source.commit();
        for (; ; ) {
            try {
                return attempt(bytes, from, length);
            } catch (WouldBlock e) {
                source.rollback();
            }
            source.fetch();
        }
    }

    private int attempt(byte[] bytes, int from, int length) throws IOException {
        return super.read(bytes, from, length);
    }

    /** What the inflater has got it keeps. */
    @Override
    protected void fill() throws IOException {
        super.fill();
        source.commit();
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count <= 0) {
            return super.skip(count);
        }
        super.available();
        long done = Inflating.skip(this, count);
        if (done < Math.min(count, Integer.MAX_VALUE)) {
            ended();
        }
        return done;
    }
}
