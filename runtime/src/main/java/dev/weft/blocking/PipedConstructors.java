package dev.weft.blocking;

import dev.weft.io.FiberPipedInputStream;
import dev.weft.io.FiberPipedOutputStream;
import dev.weft.io.FiberPipedReader;
import dev.weft.io.FiberPipedWriter;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;

/** The pipes within the program that woven code makes: fibers that wait at an end park. */
public final class PipedConstructors {
    private PipedConstructors() {}

    /** {@link PipedInputStream#PipedInputStream()}. */
    @StandIn(
            value = PipedInputStream.class,
            constructor = true,
            superclass = FiberPipedInputStream.class,
            mode = StandIn.Mode.PARKS)
    public static PipedInputStream pipedInputStream() {
        return new FiberPipedInputStream();
    }

    /** {@link PipedInputStream#PipedInputStream(int)}. */
    @StandIn(
            value = PipedInputStream.class,
            constructor = true,
            superclass = FiberPipedInputStream.class,
            mode = StandIn.Mode.PARKS)
    public static PipedInputStream pipedInputStream(int size) {
        return new FiberPipedInputStream(size);
    }

    /** {@link PipedInputStream#PipedInputStream(PipedOutputStream)}. */
    @StandIn(
            value = PipedInputStream.class,
            constructor = true,
            superclass = FiberPipedInputStream.class,
            mode = StandIn.Mode.PARKS)
    public static PipedInputStream pipedInputStream(PipedOutputStream source) throws IOException {
        return new FiberPipedInputStream(source);
    }

    /** {@link PipedInputStream#PipedInputStream(PipedOutputStream, int)}. */
    @StandIn(
            value = PipedInputStream.class,
            constructor = true,
            superclass = FiberPipedInputStream.class,
            mode = StandIn.Mode.PARKS)
    public static PipedInputStream pipedInputStream(PipedOutputStream source, int size)
            throws IOException {
        return new FiberPipedInputStream(source, size);
    }

    /** {@link PipedOutputStream#PipedOutputStream()}. */
    @StandIn(
            value = PipedOutputStream.class,
            constructor = true,
            superclass = FiberPipedOutputStream.class,
            mode = StandIn.Mode.PARKS)
    public static PipedOutputStream pipedOutputStream() {
        return new FiberPipedOutputStream();
    }

    /** {@link PipedOutputStream#PipedOutputStream(PipedInputStream)}. */
    @StandIn(
            value = PipedOutputStream.class,
            constructor = true,
            superclass = FiberPipedOutputStream.class,
            mode = StandIn.Mode.PARKS)
    public static PipedOutputStream pipedOutputStream(PipedInputStream sink) throws IOException {
        return new FiberPipedOutputStream(sink);
    }

    /** {@link PipedReader#PipedReader()}. */
    @StandIn(
            value = PipedReader.class,
            constructor = true,
            superclass = FiberPipedReader.class,
            mode = StandIn.Mode.PARKS)
    public static PipedReader pipedReader() {
        return new FiberPipedReader();
    }

    /** {@link PipedReader#PipedReader(int)}. */
    @StandIn(
            value = PipedReader.class,
            constructor = true,
            superclass = FiberPipedReader.class,
            mode = StandIn.Mode.PARKS)
    public static PipedReader pipedReader(int size) {
        return new FiberPipedReader(size);
    }

    /** {@link PipedReader#PipedReader(PipedWriter)}. */
    @StandIn(
            value = PipedReader.class,
            constructor = true,
            superclass = FiberPipedReader.class,
            mode = StandIn.Mode.PARKS)
    public static PipedReader pipedReader(PipedWriter source) throws IOException {
        return new FiberPipedReader(source);
    }

    /** {@link PipedReader#PipedReader(PipedWriter, int)}. */
    @StandIn(
            value = PipedReader.class,
            constructor = true,
            superclass = FiberPipedReader.class,
            mode = StandIn.Mode.PARKS)
    public static PipedReader pipedReader(PipedWriter source, int size) throws IOException {
        return new FiberPipedReader(source, size);
    }

    /** {@link PipedWriter#PipedWriter()}. */
    @StandIn(
            value = PipedWriter.class,
            constructor = true,
            superclass = FiberPipedWriter.class,
            mode = StandIn.Mode.PARKS)
    public static PipedWriter pipedWriter() {
        return new FiberPipedWriter();
    }

    /** {@link PipedWriter#PipedWriter(PipedReader)}. */
    @StandIn(
            value = PipedWriter.class,
            constructor = true,
            superclass = FiberPipedWriter.class,
            mode = StandIn.Mode.PARKS)
    public static PipedWriter pipedWriter(PipedReader sink) throws IOException {
        return new FiberPipedWriter(sink);
    }
}
