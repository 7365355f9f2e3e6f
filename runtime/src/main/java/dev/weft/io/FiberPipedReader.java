package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.Objects;

/**
 * A {@link PipedReader} in which a fiber that waits uses no thread, when its other end is a {@link
 * FiberPipedWriter}; over one of the JDK's a thread waits. Thread-safe.
 */
public class FiberPipedReader extends PipedReader {
    private static final int SIZE = 1024;
    private static final int SKIP = 8192;

    private final int size;

    /** Null unless the other end is the runtime's. */
    private volatile Pipe pipe;

    /** As {@link PipedReader#PipedReader()}. */
    public FiberPipedReader() {
        this(SIZE);
    }

    /**
     * As {@link PipedReader#PipedReader(int)}.
     *
     * @param size how many characters fit
     */
    public FiberPipedReader(int size) {
        super(size);
        this.size = size;
    }

    /**
     * As {@link PipedReader#PipedReader(PipedWriter)}.
     *
     * @param source the other end
     * @throws IOException when that is connected already
     */
    public FiberPipedReader(PipedWriter source) throws IOException {
        this(source, SIZE);
    }

    /**
     * As {@link PipedReader#PipedReader(PipedWriter, int)}.
     *
     * @param source the other end
     * @param size how many characters fit
     * @throws IOException when that is connected already
     */
    public FiberPipedReader(PipedWriter source, int size) throws IOException {
        this(size);
        source.connect(this);
    }

    /** Called once, by the other end. */
    Pipe link() {
        Pipe made = Pipe.ofCharacters(size);
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
        char[] one = new char[1];
        return linked.read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    @Suspendable
    public int read(char[] chars) throws IOException {
        return read(chars, 0, chars.length);
    }

    @Override
    @Suspendable
    public int read(char[] chars, int from, int length) throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            return InPlace.call(() -> super.read(chars, from, length));
        }
        linked.requireReadable();
        Objects.checkFromIndexSize(from, length, chars.length);
        return length == 0 ? 0 : linked.read(chars, from, length);
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("skip value is negative");
        }
        char[] skipped = new char[(int) Math.min(count, SKIP)];
        long left = count;
        while (left > 0) {
            int n = read(skipped, 0, (int) Math.min(left, skipped.length));
            if (n < 0) {
                break;
            }
            left -= n;
        }
        return count - left;
    }

    @Override
    public boolean ready() throws IOException {
        Pipe linked = pipe;
        if (linked == null) {
            return super.ready();
        }
        linked.requireReadable();
        return linked.available() > 0;
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
