package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.sync.Mutex;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A {@link BufferedInputStream} whose reads suspend where those of the stream beneath it do. What
 * reads is written anew over the buffer of the class above, so what does not read (mark, reset,
 * available, close) is that class's own. Reads of several fibers or threads take turns.
 */
public final class FiberBufferedInputStream extends BufferedInputStream {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final Mutex turns = new Mutex();

    /**
     * As {@link BufferedInputStream#BufferedInputStream(InputStream)}.
     *
     * @param in the stream beneath
     */
    public FiberBufferedInputStream(InputStream in) {
        super(in);
    }

    /**
     * As {@link BufferedInputStream#BufferedInputStream(InputStream, int)}.
     *
     * @param in the stream beneath
     * @param size of the buffer
     */
    public FiberBufferedInputStream(InputStream in, int size) {
        super(in, size);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        if (!turns.tryLock()) {
            turns.lock();
        }
        try {
            if (pos >= count) {
                fill();
            }
            return pos >= count ? -1 : open()[pos++] & 0xff;
        } finally {
            turns.unlock();
        }
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        open();
        if ((from | length | (from + length) | (bytes.length - (from + length))) < 0) {
            throw new IndexOutOfBoundsException();
        }
        if (!turns.tryLock()) {
            turns.lock();
        }
        try {
            return length == 0 ? 0 : readMany(bytes, from, length);
        } finally {
            turns.unlock();
        }
    }

    @Override
    @Suspendable
    public long skip(long wanted) throws IOException {
        open();
        if (wanted <= 0) {
            return 0;
        }
        if (!turns.tryLock()) {
            turns.lock();
        }
        try {
            if (pos >= count) {
                if (markpos < 0) {
                    return source().skip(wanted);
                }
                fill();
            }
            long skipped = Math.max(0, Math.min(count - pos, wanted));
            pos += (int) skipped;
            return skipped;
        } finally {
            turns.unlock();
        }
    }

    @Suspendable
    private int readMany(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        for (; ; ) {
            int n = readSome(bytes, from + done, length - done);
            if (n <= 0) {
                return done == 0 ? n : done;
            }
            done += n;
            InputStream beneath = in;
            if (done >= length || beneath != null && beneath.available() <= 0) {
                return done;
            }
        }
    }

    @Suspendable
    private int readSome(byte[] bytes, int from, int length) throws IOException {
        if (pos >= count) {
            if (length >= open().length && markpos < 0) {
                return source().read(bytes, from, length);
            }
            fill();
            if (pos >= count) {
                return -1;
            }
        }
        int n = Math.min(count - pos, length);
        System.arraycopy(open(), pos, bytes, from, n);
        pos += n;
        return n;
    }

    /** Reads behind what is marked; nothing is added at the end of the stream. */
    @Suspendable
    private void fill() throws IOException {
        makeRoom();
        count = pos;
        byte[] buffer = open();
        int n = source().read(buffer, pos, buffer.length - pos);
        if (n > 0) {
            count = pos + n;
        }
    }

    private void makeRoom() throws IOException {
        byte[] buffer = open();
        if (markpos < 0) {
            pos = 0;
        } else if (pos >= buffer.length) {
            if (markpos > 0) {
                int kept = pos - markpos;
                System.arraycopy(buffer, markpos, buffer, 0, kept);
                pos = kept;
                markpos = 0;
            } else if (buffer.length >= marklimit) {
                markpos = -1;
                pos = 0;
            } else {
                int size = pos <= MOST - pos ? pos * 2 : MOST;
                buf = Arrays.copyOf(buffer, Math.min(size, marklimit));
            }
        }
    }

    private byte[] open() throws IOException {
        byte[] buffer = buf;
        if (buffer == null) {
            throw new IOException("Stream closed");
        }
        return buffer;
    }

    private InputStream source() throws IOException {
        InputStream beneath = in;
        if (beneath == null) {
            throw new IOException("Stream closed");
        }
        return beneath;
    }
}
