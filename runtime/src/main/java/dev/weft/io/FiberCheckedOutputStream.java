package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

/** A {@link CheckedOutputStream} whose writes suspend where those beneath it do. */
public final class FiberCheckedOutputStream extends CheckedOutputStream {
    private final Drain drain;

    /**
     * As {@link CheckedOutputStream#CheckedOutputStream(OutputStream, Checksum)}.
     *
     * @param out the stream beneath; not null
     * @param sum of what is written; not null
     */
    public FiberCheckedOutputStream(OutputStream out, Checksum sum) {
        this(new Drain(out), sum);
    }

    private FiberCheckedOutputStream(Drain drain, Checksum sum) {
        super(drain, sum);
        this.drain = drain;
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        drain.around(() -> super.write(b));
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        drain.around(() -> super.write(bytes, from, length));
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
        drain.around(() -> super.flush());
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        drain.around(() -> super.close());
    }
}
