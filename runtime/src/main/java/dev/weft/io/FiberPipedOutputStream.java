package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Objects;

/** The other end of a {@link FiberPipedInputStream}; see there. */
public class FiberPipedOutputStream extends PipedOutputStream {
    /** Null unless the other end is the runtime's. */
    private volatile Pipe pipe;

    /** As {@link PipedOutputStream#PipedOutputStream()}. */
    public FiberPipedOutputStream() {}

    /**
     * As {@link PipedOutputStream#PipedOutputStream(PipedInputStream)}.
     *
     * @param sink the other end
     * @throws IOException when that is connected already
     */
    public FiberPipedOutputStream(PipedInputStream sink) throws IOException {
        link(sink);
    }

    @Override
    public synchronized void connect(PipedInputStream sink) throws IOException {
        link(sink);
    }

    private void link(PipedInputStream sink) throws IOException {
        super.connect(sink);
        if (sink instanceof FiberPipedInputStream) {
            pipe = ((FiberPipedInputStream) sink).link();
        }
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            InPlace.run(() -> super.write(b));
        } else {
            linked.write(new byte[] {(byte) b}, 0, 1);
        }
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            InPlace.run(() -> super.write(bytes, from, length));
            return;
        }
        Objects.checkFromIndexSize(from, length, bytes.length);
        linked.write(bytes, from, length);
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
        flushSuper(); // does not wait
    }

    private void flushSuper() throws IOException {
        super.flush();
    }

    @Override
    public void close() throws IOException {
        super.close();
        Pipe linked = pipe;
        if (linked != null) {
            linked.closeByWriter();
        }
    }
}
