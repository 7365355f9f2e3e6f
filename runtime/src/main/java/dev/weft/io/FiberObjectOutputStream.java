package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/**
 * An {@link ObjectOutputStream} whose writes suspend where those beneath it do. The methods that
 * can't be overridden do so when called between {@link #begin$weft} and {@link #end$weft}.
 */
public class FiberObjectOutputStream extends ObjectOutputStream {
    /** Null in a subclass that writes in its own way. */
    private final Drain drain;

    /**
     * As {@link ObjectOutputStream#ObjectOutputStream(OutputStream)}.
     *
     * @param out the stream beneath
     * @throws IOException as the JDK's
     */
    public FiberObjectOutputStream(OutputStream out) throws IOException {
        this(new Drain(out));
    }

    /**
     * As {@link ObjectOutputStream#ObjectOutputStream()}.
     *
     * @throws IOException never
     */
    public FiberObjectOutputStream() throws IOException {
        drain = null;
    }

    private FiberObjectOutputStream(Drain drain) throws IOException {
        super(drain);
        this.drain = drain;
    }

    /**
     * As {@link ObjectOutputStream#ObjectOutputStream(OutputStream)}; suspends while the header is
     * written.
     *
     * @param out the stream beneath
     * @return the new stream
     * @throws IOException as the JDK's
     */
    @Suspendable
    public static ObjectOutputStream open(OutputStream out) throws IOException {
        Drain drain = new Drain(out);
        drain.enter();
        try {
            return new FiberObjectOutputStream(drain);
        } finally {
            drain.exit();
        }
    }

    /**
     * Before a method that writes.
     *
     * @return whether {@link #end$weft} must be called
     */
    @Suspendable
    public final boolean begin$weft() {
        return drain != null && drain.enter();
    }

    /**
     * Behind it: writes what it left.
     *
     * @throws IOException as the stream beneath
     */
    @Suspendable
    public final void end$weft() throws IOException {
        drain.exit();
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        if (!begin$weft()) {
            super.write(b);
            return;
        }
        try {
            super.write(b);
        } finally {
            end$weft();
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        if (!begin$weft()) {
            super.write(bytes);
            return;
        }
        try {
            super.write(bytes);
        } finally {
            end$weft();
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!begin$weft()) {
            super.write(bytes, from, length);
            return;
        }
        try {
            super.write(bytes, from, length);
        } finally {
            end$weft();
        }
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
        if (!begin$weft()) {
            super.flush();
            return;
        }
        try {
            super.flush();
        } finally {
            end$weft();
        }
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        if (!begin$weft()) {
            super.close();
            return;
        }
        try {
            super.close();
        } finally {
            end$weft();
        }
    }
}
