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
    public void write(byte[] bytes, int from, int length) throws IOException {
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
        drain.exit();
    }
}
