package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;

/** A {@link PrintWriter} whose writes suspend where those beneath it do. */
public final class FiberPrintWriter extends PrintWriter {
    private final TextDrain drain;
    private PrintStream beneath;

    /**
     * As {@link PrintWriter#PrintWriter(Writer)}.
     *
     * @param out the writer beneath
     */
    public FiberPrintWriter(Writer out) {
        this(new TextDrain(Objects.requireNonNull(out)));
    }

    /**
     * As {@link PrintWriter#PrintWriter(Writer, boolean)}.
     *
     * @param out the writer beneath
     * @param autoFlush whether println flushes
     */
    public FiberPrintWriter(Writer out, boolean autoFlush) {
        this(new TextDrain(Objects.requireNonNull(out)), autoFlush);
    }

    private FiberPrintWriter(TextDrain drain) {
        super(drain);
        this.drain = drain;
    }

    private FiberPrintWriter(TextDrain drain, boolean autoFlush) {
        super(drain, autoFlush);
        this.drain = drain;
    }

    /**
     * As {@link PrintWriter#PrintWriter(OutputStream)}.
     *
     * @param out the stream beneath
     * @param autoFlush whether println flushes
     * @param charset how characters become bytes
     */
    public FiberPrintWriter(OutputStream out, boolean autoFlush, Charset charset) {
        this(new FiberBufferedWriter(new FiberOutputStreamWriter(out, charset)), autoFlush);
        beneath = out instanceof PrintStream ? (PrintStream) out : null;
    }

    @Override
    @Suspendable
    public void write(int c) {
        boolean outer = drain.enter();
        try {
            super.write(c);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(char[] chars, int from, int length) {
        boolean outer = drain.enter();
        try {
            super.write(chars, from, length);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(String text, int from, int length) {
        boolean outer = drain.enter();
        try {
            super.write(text, from, length);
        } finally {
            exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(char[] chars) {
        write(chars, 0, chars.length);
    }

    @Override
    @Suspendable
    public void write(String text) {
        write(text, 0, text.length());
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
    public PrintWriter format(String format, Object... arguments) {
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
    public PrintWriter format(Locale locale, String format, Object... arguments) {
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
    public PrintWriter printf(String format, Object... arguments) {
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
    public PrintWriter printf(Locale locale, String format, Object... arguments) {
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
    public PrintWriter append(CharSequence text) {
        print(String.valueOf(text));
        return this;
    }

    @Override
    @Suspendable
    public PrintWriter append(CharSequence text, int from, int to) {
        print(String.valueOf((text == null ? "null" : text).subSequence(from, to)));
        return this;
    }

    @Override
    @Suspendable
    public PrintWriter append(char c) {
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
        if (drain.target() instanceof PrintWriter) {
            return ((PrintWriter) drain.target()).checkError() || super.checkError();
        }
        return beneath != null && beneath.checkError() || super.checkError();
    }

    @Suspendable
    private void flushIfOpen() {
        boolean outer = drain.enter();
        super.checkError();
        exit(outer);
    }
}
