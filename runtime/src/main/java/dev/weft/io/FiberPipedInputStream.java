package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Objects;

/**
 * A {@link PipedInputStream} in which a fiber that waits uses no thread, when its other end is a
 * {@link FiberPipedOutputStream}. Over one of the JDK's, which knows only the class above, it is
 * the JDK's too, and a thread waits. Thread-safe.
 */
public class FiberPipedInputStream extends PipedInputStream {
    private final int size;

    /** Null unless the other end is the runtime's. */
    private volatile Pipe pipe;

    /** As {@link PipedInputStream#PipedInputStream()}. */
    public FiberPipedInputStream() {
        this(PIPE_SIZE);
    }

    /**
     * As {@link PipedInputStream#PipedInputStream(int)}.
     *
     * @param size how many bytes fit
     */
    public FiberPipedInputStream(int size) {
        super(size);
        this.size = size;
    }

    /**
     * As {@link PipedInputStream#PipedInputStream(PipedOutputStream)}.
     *
     * @param source the other end
     * @throws IOException when that is connected already
     */
    public FiberPipedInputStream(PipedOutputStream source) throws IOException {
        this(source, PIPE_SIZE);
    }

    /**
     * As {@link PipedInputStream#PipedInputStream(PipedOutputStream, int)}.
     *
     * @param source the other end
     * @param size how many bytes fit
     * @throws IOException when that is connected already
     */
    public FiberPipedInputStream(PipedOutputStream source, int size) throws IOException {
        this(size);
        source.connect(this);
    }

    /** Called once, by the other end. */
    Pipe link() {
        Pipe made = Pipe.ofBytes(size);
        buffer = new byte[0]; // the one of the class above is not used
        pipe = made;
        return made;
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            return InPlace.call(() -> super.read());
        }
        byte[] one = new byte[1];
        return linked.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            return InPlace.call(() -> super.read(bytes, from, length));
        }
        Objects.checkFromIndexSize(from, length, bytes.length);
        return length == 0 ? 0 : linked.read(bytes, from, length);
    }

    @Override
    public int available() throws IOException {
        Pipe linked = pipe;
        return linked == null ? super.available() : linked.available();
    }

    @Override
    public void close() throws IOException {
        super.close();
        Pipe linked = pipe;
        if (linked != null) {
            linked.closeByReader();
        }
    }
}
