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
        if (!drain.enter()) {
            super.write(c);
            return;
        }
        try {
            super.write(c);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void write(char[] chars, int from, int length) {
        if (!drain.enter()) {
            super.write(chars, from, length);
            return;
        }
        try {
            super.write(chars, from, length);
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void write(String text, int from, int length) {
        if (!drain.enter()) {
            super.write(text, from, length);
            return;
        }
        try {
            super.write(text, from, length);
        } finally {
            exit();
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
    public PrintWriter format(String format, Object... arguments) {
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
    public PrintWriter format(Locale locale, String format, Object... arguments) {
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
    public PrintWriter printf(String format, Object... arguments) {
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
    public PrintWriter printf(Locale locale, String format, Object... arguments) {
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
        if (drain.target() instanceof PrintWriter) {
            return ((PrintWriter) drain.target()).checkError() || super.checkError();
        }
        return beneath != null && beneath.checkError() || super.checkError();
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
