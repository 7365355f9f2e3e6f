package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

/**
 * A {@link SequenceInputStream} whose reads suspend where those of the streams do that it reads one
 * after the other. That of the class above is empty.
 */
public final class FiberSequenceInputStream extends SequenceInputStream {
    /** Since then all streams are closed, whatever one of them throws. */
    private static final boolean CLOSES_ALL = Runtime.version().feature() >= 16;

    private final Enumeration<? extends InputStream> rest;

    /** Null behind the last. */
    private InputStream in;

    /**
     * As {@link SequenceInputStream#SequenceInputStream(Enumeration)}.
     *
     * @param all the streams
     */
    public FiberSequenceInputStream(Enumeration<? extends InputStream> all) {
        super(Collections.emptyEnumeration());
        rest = all;
        advance();
    }

    /**
     * As {@link SequenceInputStream#SequenceInputStream(InputStream, InputStream)}.
     *
     * @param first read first
     * @param second read then
     * @return the new stream
     */
    @SuppressWarnings("JdkObsolete") // what the class is made of
    public static FiberSequenceInputStream of(InputStream first, InputStream second) {
        List<InputStream> both = new java.util.ArrayList<>(2);
        both.add(first);
        both.add(second);
        return new FiberSequenceInputStream(Collections.enumeration(both));
    }

    private void advance() {
        in = rest.hasMoreElements() ? Objects.requireNonNull(rest.nextElement()) : null;
    }

    @Suspendable
    private void next() throws IOException {
        if (in != null) {
            in.close();
        }
        advance();
    }

    @Override
    public int available() throws IOException {
        return in == null ? 0 : in.available();
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        while (in != null) {
            int b = in.read();
            if (b >= 0) {
                return b;
            }
            next();
        }
        return -1;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (in == null) {
            return -1;
        }
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (in != null) {
            int n = in.read(bytes, from, length);
            if (n > 0) {
                return n;
            }
            next();
        }
        return -1;
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        IOException thrown = null;
        while (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                if (!CLOSES_ALL) {
                    throw e;
                }
                thrown = with(thrown, e);
            }
            advance();
        }
        if (thrown != null) {
            throw thrown;
        }
    }

    private static IOException with(IOException first, IOException e) {
        if (first == null) {
            return e;
        }
        first.addSuppressed(e);
        return first;
    }
}
