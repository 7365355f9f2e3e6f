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
        if (!drain.enter()) {
            super.write(b);
            return;
        }
        try {
            super.write(b);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) {
        if (!drain.enter()) {
            super.write(bytes, from, length);
            return;
        }
        try {
            super.write(bytes, from, length);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(boolean b) {
        if (!drain.enter()) {
            super.print(b);
            return;
        }
        try {
            super.print(b);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(char c) {
        if (!drain.enter()) {
            super.print(c);
            return;
        }
        try {
            super.print(c);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(int i) {
        if (!drain.enter()) {
            super.print(i);
            return;
        }
        try {
            super.print(i);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(long l) {
        if (!drain.enter()) {
            super.print(l);
            return;
        }
        try {
            super.print(l);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(float f) {
        if (!drain.enter()) {
            super.print(f);
            return;
        }
        try {
            super.print(f);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(double d) {
        if (!drain.enter()) {
            super.print(d);
            return;
        }
        try {
            super.print(d);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(char[] s) {
        if (!drain.enter()) {
            super.print(s);
            return;
        }
        try {
            super.print(s);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(String s) {
        if (!drain.enter()) {
            super.print(s);
            return;
        }
        try {
            super.print(s);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void print(Object o) {
        if (!drain.enter()) {
            super.print(o);
            return;
        }
        try {
            super.print(o);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println() {
        if (!drain.enter()) {
            super.println();
            return;
        }
        try {
            super.println();
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(boolean b) {
        if (!drain.enter()) {
            super.println(b);
            return;
        }
        try {
            super.println(b);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(char c) {
        if (!drain.enter()) {
            super.println(c);
            return;
        }
        try {
            super.println(c);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(int i) {
        if (!drain.enter()) {
            super.println(i);
            return;
        }
        try {
            super.println(i);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(long l) {
        if (!drain.enter()) {
            super.println(l);
            return;
        }
        try {
            super.println(l);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(float f) {
        if (!drain.enter()) {
            super.println(f);
            return;
        }
        try {
            super.println(f);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(double d) {
        if (!drain.enter()) {
            super.println(d);
            return;
        }
        try {
            super.println(d);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(char[] s) {
        if (!drain.enter()) {
            super.println(s);
            return;
        }
        try {
            super.println(s);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(String s) {
        if (!drain.enter()) {
            super.println(s);
            return;
        }
        try {
            super.println(s);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void println(Object o) {
        if (!drain.enter()) {
            super.println(o);
            return;
        }
        try {
            super.println(o);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void flush() {
        if (!drain.enter()) {
            super.flush();
            return;
        }
        try {
            super.flush();
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void close() {
        if (!drain.enter()) {
            super.close();
            return;
        }
        try {
            super.close();
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public PrintStream format(String format, Object... arguments) {
        if (!drain.enter()) {
            super.format(format, arguments);
            return this;
        }
        try {
            super.format(format, arguments);
        } finally {
            exit();
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream format(Locale locale, String format, Object... arguments) {
        if (!drain.enter()) {
            super.format(locale, format, arguments);
            return this;
        }
        try {
            super.format(locale, format, arguments);
        } finally {
            exit();
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream printf(String format, Object... arguments) {
        if (!drain.enter()) {
            super.printf(format, arguments);
            return this;
        }
        try {
            super.printf(format, arguments);
        } finally {
            exit();
        }
        return this;
    }

    @Override
    @Suspendable
    public PrintStream printf(Locale locale, String format, Object... arguments) {
        if (!drain.enter()) {
            super.printf(locale, format, arguments);
            return this;
        }
        try {
            super.printf(locale, format, arguments);
        } finally {
            exit();
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
    private void exit() {
        try {
            drain.exit();
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
        if (outer) {
            exit();
        }
    }
}
