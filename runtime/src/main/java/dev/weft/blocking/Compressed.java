package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberDeflaterOutputStream;
import dev.weft.io.FiberGZIPInputStream;
import dev.weft.io.FiberGZIPOutputStream;
import dev.weft.io.FiberInflaterInputStream;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Stand-ins for streams that compress and decompress: around a stream that may suspend they are the
 * runtime's. A constructor that reads or writes a header suspends meanwhile.
 */
public final class Compressed {
    /** The JDK's default. */
    private static final int SIZE = 512;

    private Compressed() {}

    /** {@link InflaterInputStream#InflaterInputStream(InputStream)}. */
    @StandIn(value = InflaterInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InflaterInputStream inflaterInputStream(InputStream in) {
        return Blocks.waits(in) ? new FiberInflaterInputStream(in) : new InflaterInputStream(in);
    }

    /** {@link InflaterInputStream#InflaterInputStream(InputStream, Inflater)}. */
    @StandIn(value = InflaterInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InflaterInputStream inflaterInputStream(InputStream in, Inflater inflater) {
        return Blocks.waits(in)
                ? new FiberInflaterInputStream(in, inflater)
                : new InflaterInputStream(in, inflater);
    }

    /** {@link InflaterInputStream#InflaterInputStream(InputStream, Inflater, int)}. */
    @StandIn(value = InflaterInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InflaterInputStream inflaterInputStream(
            InputStream in, Inflater inflater, int size) {
        return Blocks.waits(in)
                ? new FiberInflaterInputStream(in, inflater, size)
                : new InflaterInputStream(in, inflater, size);
    }

    /** {@link GZIPInputStream#GZIPInputStream(InputStream)}. */
    @Suspendable
    @StandIn(value = GZIPInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static GZIPInputStream gzipInputStream(InputStream in) throws IOException {
        return Blocks.waits(in) ? FiberGZIPInputStream.open(in, SIZE) : new GZIPInputStream(in);
    }

    /** {@link GZIPInputStream#GZIPInputStream(InputStream, int)}. */
    @Suspendable
    @StandIn(value = GZIPInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static GZIPInputStream gzipInputStream(InputStream in, int size) throws IOException {
        return Blocks.waits(in)
                ? FiberGZIPInputStream.open(in, size)
                : new GZIPInputStream(in, size);
    }

    /** {@link GZIPOutputStream#GZIPOutputStream(OutputStream)}. */
    @Suspendable
    @StandIn(value = GZIPOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static GZIPOutputStream gzipOutputStream(OutputStream out) throws IOException {
        return Blocks.waits(out)
                ? FiberGZIPOutputStream.open(out, SIZE, false)
                : new GZIPOutputStream(out);
    }

    /** {@link GZIPOutputStream#GZIPOutputStream(OutputStream, int)}. */
    @Suspendable
    @StandIn(value = GZIPOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static GZIPOutputStream gzipOutputStream(OutputStream out, int size) throws IOException {
        return Blocks.waits(out)
                ? FiberGZIPOutputStream.open(out, size, false)
                : new GZIPOutputStream(out, size);
    }

    /** {@link GZIPOutputStream#GZIPOutputStream(OutputStream, boolean)}. */
    @Suspendable
    @StandIn(value = GZIPOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static GZIPOutputStream gzipOutputStream(OutputStream out, boolean syncFlush)
            throws IOException {
        return Blocks.waits(out)
                ? FiberGZIPOutputStream.open(out, SIZE, syncFlush)
                : new GZIPOutputStream(out, syncFlush);
    }

    /** {@link GZIPOutputStream#GZIPOutputStream(OutputStream, int, boolean)}. */
    @Suspendable
    @StandIn(value = GZIPOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static GZIPOutputStream gzipOutputStream(OutputStream out, int size, boolean syncFlush)
            throws IOException {
        return Blocks.waits(out)
                ? FiberGZIPOutputStream.open(out, size, syncFlush)
                : new GZIPOutputStream(out, size, syncFlush);
    }

    /** {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream)}. */
    @StandIn(value = DeflaterOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DeflaterOutputStream deflaterOutputStream(OutputStream out) {
        return Blocks.waits(out)
                ? new FiberDeflaterOutputStream(out, false)
                : new DeflaterOutputStream(out);
    }

    /** {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, boolean)}. */
    @StandIn(value = DeflaterOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DeflaterOutputStream deflaterOutputStream(OutputStream out, boolean syncFlush) {
        return Blocks.waits(out)
                ? new FiberDeflaterOutputStream(out, syncFlush)
                : new DeflaterOutputStream(out, syncFlush);
    }

    /** {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, Deflater)}. */
    @StandIn(value = DeflaterOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DeflaterOutputStream deflaterOutputStream(OutputStream out, Deflater deflater) {
        return Blocks.waits(out)
                ? new FiberDeflaterOutputStream(out, deflater, SIZE, false)
                : new DeflaterOutputStream(out, deflater);
    }

    /** {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, Deflater, boolean)}. */
    @StandIn(value = DeflaterOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DeflaterOutputStream deflaterOutputStream(
            OutputStream out, Deflater deflater, boolean syncFlush) {
        return Blocks.waits(out)
                ? new FiberDeflaterOutputStream(out, deflater, SIZE, syncFlush)
                : new DeflaterOutputStream(out, deflater, syncFlush);
    }

    /** {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, Deflater, int)}. */
    @StandIn(value = DeflaterOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DeflaterOutputStream deflaterOutputStream(
            OutputStream out, Deflater deflater, int size) {
        return Blocks.waits(out)
                ? new FiberDeflaterOutputStream(out, deflater, size, false)
                : new DeflaterOutputStream(out, deflater, size);
    }

    /** {@link DeflaterOutputStream#DeflaterOutputStream(OutputStream, Deflater, int, boolean)}. */
    @StandIn(value = DeflaterOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DeflaterOutputStream deflaterOutputStream(
            OutputStream out, Deflater deflater, int size, boolean syncFlush) {
        return Blocks.waits(out)
                ? new FiberDeflaterOutputStream(out, deflater, size, syncFlush)
                : new DeflaterOutputStream(out, deflater, size, syncFlush);
    }

    /** {@link DeflaterOutputStream#finish()}. */
    @Suspendable
    @StandIn(value = DeflaterOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void finish(DeflaterOutputStream it) throws Exception {
        if (it instanceof FiberGZIPOutputStream) {
            ((FiberGZIPOutputStream) it).finish();
        } else if (it instanceof FiberDeflaterOutputStream) {
            ((FiberDeflaterOutputStream) it).finish();
        } else {
            Blocking.call(
                    () -> {
                        it.finish();
                        return null;
                    });
        }
    }
}
