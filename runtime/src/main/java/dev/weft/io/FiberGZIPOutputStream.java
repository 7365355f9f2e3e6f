package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** A {@link GZIPOutputStream} whose writes suspend where those beneath it do. */
public final class FiberGZIPOutputStream extends GZIPOutputStream {
    private final Drain drain;

    private FiberGZIPOutputStream(Drain drain, int size, boolean syncFlush) throws IOException {
        super(drain, size, syncFlush);
        this.drain = drain;
    }

    /**
     * As {@link GZIPOutputStream#GZIPOutputStream(OutputStream, int, boolean)}; suspends while the
     * header is written.
     *
     * @param out the stream beneath
     * @param size of the buffer
     * @param syncFlush whether {@link #flush} flushes the compressor
     * @return the new stream
     * @throws IOException as the stream beneath
     */
    @Suspendable
    public static GZIPOutputStream open(OutputStream out, int size, boolean syncFlush)
            throws IOException {
        Drain drain = new Drain(Objects.requireNonNull(out));
        drain.enter();
        try {
            return new FiberGZIPOutputStream(drain, size, syncFlush);
        } finally {
            drain.exit(true);
        }
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        drain.around(() -> super.write(b));
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
    public void finish() throws IOException {
        drain.around(() -> super.finish());
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        drain.around(() -> super.close());
    }
}
