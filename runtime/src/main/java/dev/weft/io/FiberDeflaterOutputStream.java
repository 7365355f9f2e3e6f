package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A {@link DeflaterOutputStream} whose writes suspend where those beneath it do. */
public final class FiberDeflaterOutputStream extends DeflaterOutputStream {
    private final Drain drain;

    /**
     * As {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, boolean)}.
     *
     * @param out the stream beneath
     * @param syncFlush whether {@link #flush} flushes the compressor
     */
    public FiberDeflaterOutputStream(OutputStream out, boolean syncFlush) {
        this(new Drain(Objects.requireNonNull(out)), syncFlush);
    }

    /**
     * As {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, Deflater, int, boolean)}.
     *
     * @param out the stream beneath
     * @param deflater compresses
     * @param size of the buffer
     * @param syncFlush whether {@link #flush} flushes the compressor
     */
    public FiberDeflaterOutputStream(
            OutputStream out, Deflater deflater, int size, boolean syncFlush) {
        this(new Drain(Objects.requireNonNull(out)), deflater, size, syncFlush);
    }

    private FiberDeflaterOutputStream(Drain drain, boolean syncFlush) {
        super(drain, syncFlush);
        this.drain = drain;
    }

    private FiberDeflaterOutputStream(Drain drain, Deflater deflater, int size, boolean syncFlush) {
        super(drain, deflater, size, syncFlush);
        this.drain = drain;
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
