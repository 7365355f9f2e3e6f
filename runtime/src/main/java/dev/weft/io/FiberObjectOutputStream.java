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
            drain.exit(true);
        }
    }

    /**
     * Before a method that writes.
     *
     * @return what {@link #end$weft} is to be told
     */
    @Suspendable
    public final boolean begin$weft() {
        return drain != null && drain.enter();
    }

    /**
     * Behind it: writes what it left.
     *
     * @param outer what {@link #begin$weft} returned; when false nothing is done
     * @throws IOException as the stream beneath
     */
    @Suspendable
    public final void end$weft(boolean outer) throws IOException {
        if (outer) {
            drain.exit(true);
        }
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        boolean outer = begin$weft();
        try {
            super.write(b);
        } finally {
            end$weft(outer);
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        boolean outer = begin$weft();
        try {
            super.write(bytes);
        } finally {
            end$weft(outer);
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        boolean outer = begin$weft();
        try {
            super.write(bytes, from, length);
        } finally {
            end$weft(outer);
        }
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
        boolean outer = begin$weft();
        try {
            super.flush();
        } finally {
            end$weft(outer);
        }
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        boolean outer = begin$weft();
        try {
            super.close();
        } finally {
            end$weft(outer);
        }
    }
}
