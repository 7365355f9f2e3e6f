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
    public void write(char[] chars, int from, int length) throws IOException {
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
    public void write(String text, int from, int length) throws IOException {
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
    public void newLine() throws IOException {
        if (!drain.enter()) {
            super.newLine();
            return;
        }
        try {
            super.newLine();
        } finally {
            exit();
        }
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
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
    public void close() throws IOException {
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

    @Suspendable
    private void exit() throws IOException {
        drain.exit();
    }
}
