package dev.weft.io;

import dev.weft.Suspendable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;

/** A {@link BufferedWriter} whose writes suspend where those beneath it do. */
public final class FiberBufferedWriter extends BufferedWriter {
    private final TextDrain drain;

    /**
     * As {@link BufferedWriter#BufferedWriter(Writer)}.
     *
     * @param out the writer beneath
     */
    public FiberBufferedWriter(Writer out) {
        this(new TextDrain(Objects.requireNonNull(out)));
    }

    /**
     * As {@link BufferedWriter#BufferedWriter(Writer, int)}.
     *
     * @param out the writer beneath
     * @param size of the buffer
     */
    public FiberBufferedWriter(Writer out, int size) {
        this(new TextDrain(Objects.requireNonNull(out)), size);
    }

    private FiberBufferedWriter(TextDrain drain) {
        super(drain);
        this.drain = drain;
    }

    private FiberBufferedWriter(TextDrain drain, int size) {
        super(drain, size);
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
    public void newLine() throws IOException {
        boolean outer = drain.enter();
        try {
            super.newLine();
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
