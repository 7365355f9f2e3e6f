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
        for (; ; ) {
            try {
                return super.read();
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }

    @Override
    @Suspendable
    public int read(char[] chars, int from, int length) throws IOException {
        for (; ; ) {
            try {
                return super.read(chars, from, length);
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }

    @Override
    @Suspendable
    public int read(CharBuffer target) throws IOException {
        for (; ; ) {
            try {
                return super.read(target);
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }
}
