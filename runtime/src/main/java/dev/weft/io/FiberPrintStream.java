package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;

/** A {@link PrintStream} whose writes suspend where those beneath it do. */
public final class FiberPrintStream extends PrintStream {
    private final Drain drain;

    /**
     * As {@link PrintStream#PrintStream(OutputStream)}.
     *
     * @param out the stream beneath
     */
    public FiberPrintStream(OutputStream out) {
        this(new Drain(Objects.requireNonNull(out)));
    }

    /**
     * As {@link PrintStream#PrintStream(OutputStream, boolean)}.
     *
     * @param out the stream beneath
     * @param autoFlush whether println flushes
     */
    public FiberPrintStream(OutputStream out, boolean autoFlush) {
        this(new Drain(Objects.requireNonNull(out)), autoFlush);
    }

    /**
     * As {@link PrintStream#PrintStream(OutputStream, boolean, String)}.
     *
     * @param out the stream beneath
     * @param autoFlush whether println flushes
     * @param charset a charset's name
     * @throws UnsupportedEncodingException when there is no such charset
     */
    public FiberPrintStream(OutputStream out, boolean autoFlush, String charset)
            throws UnsupportedEncodingException {
        this(new Drain(Objects.requireNonNull(out)), autoFlush, charset);
    }

    /**
     * As {@link PrintStream#PrintStream(OutputStream, boolean, Charset)}.
     *
     * @param out the stream beneath
     * @param autoFlush whether println flushes
     * @param charset how characters become bytes
     */
    public FiberPrintStream(OutputStream out, boolean autoFlush, Charset charset) {
        this(new Drain(Objects.requireNonNull(out)), autoFlush, charset);
    }

    private FiberPrintStream(Drain drain) {
        super(drain);
        this.drain = drain;
    }

    private FiberPrintStream(Drain drain, boolean autoFlush) {
        super(drain, autoFlush);
        this.drain = drain;
    }

    private FiberPrintStream(Drain drain, boolean autoFlush, String charset)
            throws UnsupportedEncodingException {
        super(drain, autoFlush, charset);
        this.drain = drain;
    }

    private FiberPrintStream(Drain drain, boolean autoFlush, Charset charset) {
        super(drain, autoFlush, charset);
        this.drain = drain;
    }

    @Override
    @Suspendable
    public void write(int b) {
        boolean outer = drain.enter();
        try {
            super.write(b);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) {
        boolean outer = drain.enter();
        try {
            super.write(bytes, from, length);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(boolean b) {
        boolean outer = drain.enter();
        try {
            super.print(b);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(char c) {
        boolean outer = drain.enter();
        try {
            super.print(c);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(int i) {
        boolean outer = drain.enter();
        try {
            super.print(i);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(long l) {
        boolean outer = drain.enter();
        try {
            super.print(l);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(float f) {
        boolean outer = drain.enter();
        try {
            super.print(f);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(double d) {
        boolean outer = drain.enter();
        try {
            super.print(d);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(char[] s) {
        boolean outer = drain.enter();
        try {
            super.print(s);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(String s) {
        boolean outer = drain.enter();
        try {
            super.print(s);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void print(Object o) {
        boolean outer = drain.enter();
        try {
            super.print(o);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println() {
        boolean outer = drain.enter();
        try {
            super.println();
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(boolean b) {
        boolean outer = drain.enter();
        try {
            super.println(b);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(char c) {
        boolean outer = drain.enter();
        try {
            super.println(c);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(int i) {
        boolean outer = drain.enter();
        try {
            super.println(i);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(long l) {
        boolean outer = drain.enter();
        try {
            super.println(l);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(float f) {
        boolean outer = drain.enter();
        try {
            super.println(f);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(double d) {
        boolean outer = drain.enter();
        try {
            super.println(d);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(char[] s) {
        boolean outer = drain.enter();
        try {
            super.println(s);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(String s) {
        boolean outer = drain.enter();
        try {
            super.println(s);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void println(Object o) {
        boolean outer = drain.enter();
        try {
            super.println(o);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void flush() {
        boolean outer = drain.enter();
        try {
            super.flush();
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void close() {
        boolean outer = drain.enter();
        try {
            super.close();
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public PrintStream format(String format, Object... arguments) {
        boolean outer = drain.enter();
        try {
            super.format(format, arguments);
        } finally {
            exit(outer);
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream format(Locale locale, String format, Object... arguments) {
        boolean outer = drain.enter();
        try {
            super.format(locale, format, arguments);
        } finally {
            exit(outer);
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream printf(String format, Object... arguments) {
        boolean outer = drain.enter();
        try {
            super.printf(format, arguments);
        } finally {
            exit(outer);
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream printf(Locale locale, String format, Object... arguments) {
        boolean outer = drain.enter();
        try {
            super.printf(locale, format, arguments);
        } finally {
            exit(outer);
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream append(CharSequence text) {
        print(String.valueOf(text));
        return this;
    }

    @Override
    @Suspendable
    public PrintStream append(CharSequence text, int from, int to) {
        print(String.valueOf((text == null ? "null" : text).subSequence(from, to)));
        return this;
    }

    @Override
    @Suspendable
    public PrintStream append(char c) {
        print(c);
        return this;
    }

    @Suspendable
    private void exit(boolean outer) {
        try {
            drain.exit(outer);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            setError();
        }
    }

    @Override
    @Suspendable
    public boolean checkError() {
        flushIfOpen();
        boolean beneath =
                drain.target() instanceof PrintStream
                        && ((PrintStream) drain.target()).checkError();
        return beneath || super.checkError();
    }

    @Suspendable
    private void flushIfOpen() {
        boolean outer = drain.enter();
        super.checkError();
        exit(outer);
    }
}
