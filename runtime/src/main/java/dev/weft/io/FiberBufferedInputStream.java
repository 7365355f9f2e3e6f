package dev.weft.io;

import dev.weft.Suspendable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A {@link BufferedInputStream} whose reads suspend where those of the stream beneath it do. */
public final class FiberBufferedInputStream extends BufferedInputStream {
    private final Feeder feeder;

    /**
     * As {@link BufferedInputStream#BufferedInputStream(InputStream)}.
     *
     * @param in the stream beneath
     */
    public FiberBufferedInputStream(InputStream in) {
        this(in == null ? null : new Feeder(in));
    }

    /**
     * As {@link BufferedInputStream#BufferedInputStream(InputStream, int)}.
     *
     * @param in the stream beneath
     * @param size of the buffer
     */
    public FiberBufferedInputStream(InputStream in, int size) {
        this(in == null ? null : new Feeder(in), size);
    }

    private FiberBufferedInputStream(Feeder feeder) {
        super(feeder);
        this.feeder = feeder;
    }

    private FiberBufferedInputStream(Feeder feeder, int size) {
        super(feeder, size);
        this.feeder = feeder;
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        for (; ; ) {
            try {
                return super.read();
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        for (; ; ) {
            try {
                return super.read(bytes, from, length);
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        for (; ; ) {
            try {
                return super.skip(count);
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            feeder.fetch();
        }
    }
}
