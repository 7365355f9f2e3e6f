package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Objects;

/** An {@link OutputStreamWriter} whose writes suspend where those beneath it do. */
public final class FiberOutputStreamWriter extends OutputStreamWriter {
    private final Drain drain;

    /**
     * As {@link OutputStreamWriter#OutputStreamWriter(OutputStream)}.
     *
     * @param out the stream beneath
     */
    public FiberOutputStreamWriter(OutputStream out) {
        this(new Drain(Objects.requireNonNull(out)));
    }

    /**
     * As {@link OutputStreamWriter#OutputStreamWriter(OutputStream, String)}.
     *
     * @param out the stream beneath
     * @param charset a charset's name
     * @throws UnsupportedEncodingException when there is no such charset
     */
    public FiberOutputStreamWriter(OutputStream out, String charset)
            throws UnsupportedEncodingException {
        this(new Drain(Objects.requireNonNull(out)), charset);
    }

    /**
     * As {@link OutputStreamWriter#OutputStreamWriter(OutputStream, Charset)}.
     *
     * @param out the stream beneath
     * @param charset how characters become bytes
     */
    public FiberOutputStreamWriter(OutputStream out, Charset charset) {
        this(new Drain(Objects.requireNonNull(out)), charset);
    }

    /**
     * As {@link OutputStreamWriter#OutputStreamWriter(OutputStream, CharsetEncoder)}.
     *
     * @param out the stream beneath
     * @param encoder how characters become bytes
     */
    public FiberOutputStreamWriter(OutputStream out, CharsetEncoder encoder) {
        this(new Drain(Objects.requireNonNull(out)), encoder);
    }

    private FiberOutputStreamWriter(Drain drain) {
        super(drain);
        this.drain = drain;
    }

    private FiberOutputStreamWriter(Drain drain, String charset)
            throws UnsupportedEncodingException {
        super(drain, charset);
        this.drain = drain;
    }

    private FiberOutputStreamWriter(Drain drain, Charset charset) {
        super(drain, charset);
        this.drain = drain;
    }

    private FiberOutputStreamWriter(Drain drain, CharsetEncoder encoder) {
        super(drain, encoder);
        this.drain = drain;
    }

    @Override
    @Suspendable
    public void write(int c) throws IOException {
        boolean outer = drain.enter();
        try {
            super.write(c);
        } finally {
            drain.exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(char[] chars, int from, int length) throws IOException {
        boolean outer = drain.enter();
        try {
            super.write(chars, from, length);
        } finally {
            drain.exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(String text, int from, int length) throws IOException {
        boolean outer = drain.enter();
        try {
            super.write(text, from, length);
        } finally {
            drain.exit(outer);
        }
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
        boolean outer = drain.enter();
        try {
            super.flush();
        } finally {
            drain.exit(outer);
        }
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        boolean outer = drain.enter();
        try {
            super.close();
        } finally {
            drain.exit(outer);
        }
    }
}
