package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.Objects;

/** An {@link InputStreamReader} whose reads suspend where those of the stream beneath it do. */
public final class FiberInputStreamReader extends InputStreamReader {
    private final Feeder feeder;

    /** {@link #read()} takes two characters, which may be one code point, as the JDK's does. */
    private char second;

    private boolean hasSecond;

    /**
     * As {@link InputStreamReader#InputStreamReader(InputStream)}.
     *
     * @param in the stream beneath
     */
    public FiberInputStreamReader(InputStream in) {
        this(new Feeder(Objects.requireNonNull(in)));
    }

    /**
     * As {@link InputStreamReader#InputStreamReader(InputStream, String)}.
     *
     * @param in the stream beneath
     * @param charset a charset's name
     * @throws UnsupportedEncodingException when there is no such charset
     */
    public FiberInputStreamReader(InputStream in, String charset)
            throws UnsupportedEncodingException {
        this(new Feeder(Objects.requireNonNull(in)), charset);
    }

    /**
     * As {@link InputStreamReader#InputStreamReader(InputStream, Charset)}.
     *
     * @param in the stream beneath
     * @param charset how bytes become characters
     */
    public FiberInputStreamReader(InputStream in, Charset charset) {
        this(new Feeder(Objects.requireNonNull(in)), charset);
    }

    /**
     * As {@link InputStreamReader#InputStreamReader(InputStream, CharsetDecoder)}.
     *
     * @param in the stream beneath
     * @param decoder how bytes become characters
     */
    public FiberInputStreamReader(InputStream in, CharsetDecoder decoder) {
        this(new Feeder(Objects.requireNonNull(in)), decoder);
    }

    private FiberInputStreamReader(Feeder feeder) {
        super(feeder);
        this.feeder = feeder;
    }

    private FiberInputStreamReader(Feeder feeder, String charset)
            throws UnsupportedEncodingException {
        super(feeder, charset);
        this.feeder = feeder;
    }

    private FiberInputStreamReader(Feeder feeder, Charset charset) {
        super(feeder, charset);
        this.feeder = feeder;
    }

    private FiberInputStreamReader(Feeder feeder, CharsetDecoder decoder) {
        super(feeder, decoder);
        this.feeder = feeder;
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        if (hasSecond) {
            hasSecond = false;
            return second;
        }
        char[] two = new char[2];
        int n = decode(two, 0, 2);
        if (n == 2) {
            second = two[1];
            hasSecond = true;
        }
        return n < 0 ? -1 : two[0];
    }

    @Override
    @Suspendable
    public int read(char[] chars, int from, int length) throws IOException {
        boolean wrong = from < 0 || length < 0 || length > chars.length - from;
        if (wrong || length == 0) {
            return super.read(chars, from, length); // throws, also when closed
        }
        if (length > 1 && !hasSecond) {
            return decode(chars, from, length);
        }
        if (!hasSecond) {
            int c = read();
            if (c < 0) {
                return -1;
            }
            chars[from] = (char) c;
            return 1;
        }
        boolean more = super.ready(); // throws when closed
        chars[from] = (char) read();
        if (length == 1 || !more) {
            return 1;
        }
        int n = read(chars, from + 1, length - 1);
        return length == 2 ? 1 + Math.max(n, 0) : 1 + n; // as the JDK's, which says 0 here
    }

    @Override
    @Suspendable
    public int read(CharBuffer target) throws IOException {
        char[] chars = new char[target.remaining()];
        int n = read(chars, 0, chars.length);
        if (n > 0) {
            target.put(chars, 0, n);
        }
        return n;
    }

    @Override
    public boolean ready() throws IOException {
        return super.ready() || hasSecond; // the first also says that it is closed
    }

    /** At least two characters, so that the decoder keeps none that a second attempt would miss. */
    @Suspendable
    private int decode(char[] chars, int from, int length) throws IOException {
        for (; ; ) {
            try {
                return super.read(chars, from, length);
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }
}
