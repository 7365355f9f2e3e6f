package dev.weft.io;

import dev.weft.Suspendable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** A {@link BufferedOutputStream} whose writes suspend where those beneath it do. */
public final class FiberBufferedOutputStream extends BufferedOutputStream {
    private final Drain drain;

    /**
     * As {@link BufferedOutputStream#BufferedOutputStream(OutputStream)}.
     *
     * @param out the stream beneath
     */
    public FiberBufferedOutputStream(OutputStream out) {
        this(new Drain(Objects.requireNonNull(out)));
    }

    /**
     * As {@link BufferedOutputStream#BufferedOutputStream(OutputStream, int)}.
     *
     * @param out the stream beneath
     * @param size of the buffer
     */
    public FiberBufferedOutputStream(OutputStream out, int size) {
        this(new Drain(Objects.requireNonNull(out)), size);
    }

    private FiberBufferedOutputStream(Drain drain) {
        super(drain);
        this.drain = drain;
    }

    private FiberBufferedOutputStream(Drain drain, int size) {
        super(drain, size);
        this.drain = drain;
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        boolean outer = drain.enter();
        try {
            super.write(b);
        } finally {
            drain.exit(outer);
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        boolean outer = drain.enter();
        try {
            super.write(bytes, from, length);
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
