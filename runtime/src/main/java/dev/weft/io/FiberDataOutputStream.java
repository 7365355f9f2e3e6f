package dev.weft.io;

import dev.weft.Suspendable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A {@link DataOutputStream} whose writes suspend where those beneath it do. The methods that can't
 * be overridden do so when called between {@link #begin} and {@link #end}.
 */
public final class FiberDataOutputStream extends DataOutputStream {
    private final Drain drain;

    /**
     * As {@link DataOutputStream#DataOutputStream(OutputStream)}.
     *
     * @param out the stream beneath
     */
    public FiberDataOutputStream(OutputStream out) {
        this(new Drain(Objects.requireNonNull(out)));
    }

    private FiberDataOutputStream(Drain drain) {
        super(drain);
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

    /** Before a method that can't be overridden. */
    @Suspendable
    public void begin() {
        drain.enter();
    }

    /**
     * Behind it: writes what it left.
     *
     * @throws IOException as the stream beneath
     */
    @Suspendable
    public void end() throws IOException {
        drain.exit(true);
    }
}
