package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.sync.Mutex;
import java.io.IOException;
import java.io.InputStream;

/**
 * The stream beneath a wrapper of the JDK's that reads. The wrapper's own code runs, so it behaves
 * as ever; but a read that would wait throws {@link WouldBlock} through it, which changes nothing
 * in it that a second attempt would not find. The wrapper's subclass then {@linkplain #fetch
 * fetches}, where the fiber can suspend, what the read had asked for, and tries again.
 *
 * <p>What is asked of the source is what the wrapper asks: the same calls with the same lengths, up
 * to {@value #MOST}. A source that is {@link Pollable} is read straight into the wrapper's buffer.
 *
 * <p>Thread-safe as far as the wrapper is: its reads are serialised by the wrapper, fetches here.
 */
final class Feeder extends InputStream {
    private static final int MOST = 1 << 16;
    private static final byte[] EMPTY = {};

    private final InputStream source;
    private final Mutex fetching = new Mutex();

    /** What was fetched and not yet read. */
    private byte[] bytes = EMPTY;

    private int from;
    private int to;

    /** The end has been fetched, and not yet read. */
    private boolean ended;

    /** How many bytes the last read asked for. */
    private int wanted;

    Feeder(InputStream source) {
        this.source = StandardInput.over(source);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (from < to) {
            int n = Math.min(len, to - from);
            System.arraycopy(bytes, from, b, off, n);
            from += n;
            return n;
        }
        bytes = EMPTY;
        from = 0;
        to = 0;
        if (ended) {
            ended = false;
            return -1;
        }
        return attempt(b, off, len);
    }

    private int attempt(byte[] b, int off, int len) throws IOException {
        if (source instanceof Pollable) {
            int n = ((Pollable) source).tryRead(b, off, len);
            if (n != 0) {
                return n;
            }
        } else if (isThere()) {
            return source.read(b, off, len);
        }
        wanted = len;
        throw WouldBlock.NOW;
    }

    @Override
    public synchronized int available() throws IOException {
        return to - from + (ended ? 0 : source.available());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Does what the attempt that failed had asked for, waiting as long as that takes. */
    @Suspendable
    void fetch() throws IOException {
        if (!fetching.tryLock()) {
            fetching.lock();
        }
        try {
            if (source instanceof Pollable) {
                ((Pollable) source).awaitInput();
            } else if (isEmpty()) {
                byte[] fetched = new byte[Math.min(wanted, MOST)];
                put(fetched, source.read(fetched, 0, fetched.length));
            }
        } finally {
            fetching.unlock();
        }
    }

    /**
     * Whether the source has something, so that reading it need not wait. Then it must be read
     * here: a wrapper that has got some already asks for more only if there is more, and could not
     * be asked again.
     */
    private boolean isThere() {
        try {
            return source.available() > 0;
        } catch (IOException e) {
            return false; // reading says why
        }
    }

    private synchronized boolean isEmpty() {
        return from == to && !ended;
    }

    private synchronized void put(byte[] fetched, int n) {
        bytes = n < 0 ? EMPTY : fetched;
        from = 0;
        to = Math.max(n, 0);
        ended = n < 0;
    }
}
