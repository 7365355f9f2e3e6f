package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.net.Pollable;
import dev.weft.sync.Mutex;
import java.io.IOException;
import java.io.InputStream;

/**
 * The stream beneath a wrapper of the JDK's that reads. The wrapper's own code runs, so it behaves
 * as ever; but a read that would wait throws {@link WouldBlock} through it, which changes nothing in
 * it that a second attempt would not find. The wrapper's subclass then {@linkplain #fetch fetches},
 * where the fiber can suspend, what the read had asked for, and tries again.
 *
 * <p>What is asked of the source is what the wrapper asks: the same calls with the same lengths, up
 * to {@value #MOST}. A source that is {@link Pollable} is read straight into the wrapper's buffer.
 *
 * <p>Thread-safe as far as the wrapper is: its reads are serialised by the wrapper, fetches here.
 */
final class Feeder extends InputStream {
    private static final int MOST = 1 << 16;
    private static final int NOTHING = -2;
    private static final byte[] EMPTY = {};

    private final InputStream source;
    private final Mutex fetching = new Mutex();

    /** What was fetched and not yet read. */
    private byte[] bytes = EMPTY;

    private int from;
    private int to;

    /** The end has been fetched, and not yet read. */
    private boolean ended;

    /** How many bytes the last read asked for; 0: one, by {@link #read()}. */
    private int wanted;

    /** How many the last skip asked for, and what came of it; {@link #NOTHING}: none is made. */
    private long toSkip;

    private long skipped = NOTHING;

    Feeder(InputStream source) {
        this.source = source;
    }

    @Override
    public synchronized int read() throws IOException {
        if (from < to) {
            return bytes[from++] & 0xff;
        }
        if (takeEnd()) {
            return -1;
        }
        if (source instanceof Pollable) {
            byte[] one = new byte[1];
            int n = ((Pollable) source).tryRead(one, 0, 1);
            if (n != 0) {
                return n < 0 ? -1 : one[0] & 0xff;
            }
        }
        wanted = 0;
        throw WouldBlock.NOW;
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
        if (takeEnd()) {
            return -1;
        }
        if (source instanceof Pollable) {
            int n = ((Pollable) source).tryRead(b, off, len);
            if (n != 0) {
                return n;
            }
        }
        wanted = len;
        throw WouldBlock.NOW;
    }

    @Override
    public synchronized long skip(long n) throws IOException {
        if (n <= 0) {
            return 0;
        }
        if (from < to) {
            long k = Math.min(n, to - from);
            from += (int) k;
            return k;
        }
        if (skipped >= 0) {
            long k = skipped;
            skipped = NOTHING;
            return k;
        }
        toSkip = n;
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
        fetching.lock();
        try {
            if (toSkip > 0) {
                long n = source.skip(toSkip);
                skipDone(n);
            } else if (isEmpty()) {
                fetchBytes(wanted);
            }
        } finally {
            fetching.unlock();
        }
    }

    @Suspendable
    private void fetchBytes(int length) throws IOException {
        if (source instanceof Pollable) {
            ((Pollable) source).awaitInput();
        } else if (length == 0) {
            int b = source.read();
            put(new byte[] {(byte) b}, b < 0 ? -1 : 1);
        } else {
            byte[] fetched = new byte[Math.min(length, MOST)];
            put(fetched, source.read(fetched, 0, fetched.length));
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

    private synchronized void skipDone(long n) {
        skipped = n;
        toSkip = 0;
    }

    private boolean takeEnd() {
        bytes = EMPTY;
        from = 0;
        to = 0;
        boolean end = ended;
        ended = false;
        return end;
    }
}
