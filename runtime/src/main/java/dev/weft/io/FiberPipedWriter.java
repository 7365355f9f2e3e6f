package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.Objects;

/** The other end of a {@link FiberPipedReader}; see there. */
public class FiberPipedWriter extends PipedWriter {
    /** Null unless the other end is the runtime's. */
    private volatile Pipe pipe;

    /** As {@link PipedWriter#PipedWriter()}. */
    public FiberPipedWriter() {}

    /**
     * As {@link PipedWriter#PipedWriter(PipedReader)}.
     *
     * @param sink the other end
     * @throws IOException when that is connected already
     */
    public FiberPipedWriter(PipedReader sink) throws IOException {
        link(sink);
    }

    @Override
    public synchronized void connect(PipedReader sink) throws IOException {
        link(sink);
    }

    private void link(PipedReader sink) throws IOException {
        super.connect(sink);
        if (sink instanceof FiberPipedReader) {
            pipe = ((FiberPipedReader) sink).link();
        }
    }

    @Override
    @Suspendable
    public void write(int c) throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            InPlace.run(() -> super.write(c));
        } else {
            linked.write(new char[] {(char) c}, 0, 1);
        }
    }

    @Override
    @Suspendable
    public void write(char[] chars) throws IOException {
        write(chars, 0, chars.length);
    }

    @Override
    @Suspendable
    public void write(char[] chars, int from, int length) throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            InPlace.run(() -> super.write(chars, from, length));
            return;
        }
        Objects.checkFromIndexSize(from, length, chars.length);
        linked.write(chars, from, length);
    }

    @Override
    @Suspendable
    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    @Override
    @Suspendable
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length).toCharArray(), 0, length);
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
