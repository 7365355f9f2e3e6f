package dev.weft.io;

import dev.weft.Suspendable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A {@link GZIPInputStream} whose reads suspend where those of the stream beneath it do. Headers
 * and trailers are read by the JDK's code, once all their bytes are there: where they end is worked
 * out here (RFC 1952, 2.3). What lies between is as in {@link FiberInflaterInputStream}.
 */
public final class FiberGZIPInputStream extends GZIPInputStream {
    private static final int TRAILER = 8;
    private static final int SHORTEST = TRAILER + 18;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int CHECKSUM = 2;

    /** Since then a next member is looked for in any case. */
    private static final boolean ALWAYS_LOOKS = Runtime.version().feature() >= 23;

    private final Ahead ahead;

    /** Whether the JDK's code is at a trailer; it reads on after it by calling us. */
    private boolean atTrailer;

    /** Whether the inflater may have more than the last read had room for. */
    private boolean pending;

    private FiberGZIPInputStream(Ahead ahead, int size) throws IOException {
        super(ahead, size);
        this.ahead = ahead;
    }

    /**
     * As {@link GZIPInputStream#GZIPInputStream(InputStream, int)}: waits for the header.
     *
     * @param in the stream beneath
     * @param size of the buffer
     * @return the new stream
     * @throws IOException when the stream does not begin with a header
     */
    @Suspendable
    public static GZIPInputStream open(InputStream in, int size) throws IOException {
        Ahead ahead = new Ahead(Objects.requireNonNull(in));
        if (size > 0) { // otherwise refused
            fetchHeader(ahead, new byte[0], 0, 0, 0);
        }
        return new FiberGZIPInputStream(ahead, size);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (atTrailer) {
            return 0; // called by the JDK's code, which has found another member
        }
        super.available(); // throws when closed
        if (eos) {
            return -1;
        }
        Objects.checkFromIndexSize(from, length, bytes.length);
        while (length > 0) {
            if (Inflating.FILLS_FIRST && Inflating.isEmpty(inf, pending)) {
                fill();
            }
            int n = Inflating.some(inf, bytes, from, length);
            pending = n == length && !inf.finished();
            if (n != 0) {
                crc.update(bytes, from, n);
                return n;
            }
            if (inf.finished()) {
                if (isLast(bytes, from, length)) {
                    return -1;
                }
            } else if (!Inflating.FILLS_FIRST) {
                fill();
            }
        }
        return 0;
    }

    /** Reads a trailer. */
    @Suspendable
    private boolean isLast(byte[] bytes, int from, int length) throws IOException {
        fetchTrailer();
        atTrailer = true;
        try {
            return super.read(bytes, from, length) < 0;
        } finally {
            atTrailer = false;
        }
    }

    @Suspendable
    private void fetchTrailer() throws IOException {
        int left = inf.getRemaining();
        int missing = Math.max(TRAILER - left, 0);
        if (!ahead.fetch(missing)) {
            return;
        }
        if (ALWAYS_LOOKS || left > SHORTEST || ahead.available() > missing) {
            fetchHeader(ahead, buf, len - left, left, TRAILER);
        }
    }

    /**
     * Fetches a header, as much of it as the JDK's code is going to read.
     *
     * @param before what comes before that which is ahead: so many bytes from an index on
     * @param at where in all of that the header begins
     */
    @Suspendable
    private static void fetchHeader(Ahead ahead, byte[] before, int from, int count, int at)
            throws IOException {
        int first = at(ahead, before, from, count, at);
        boolean magic = at(ahead, before, from, count, at + 1) == 0x8b && first == 0x1f;
        if (!magic || at(ahead, before, from, count, at + 2) != 8) {
            return;
        }
        int flags = at(ahead, before, from, count, at + 3);
        int next = at + 10;
        int last = at(ahead, before, from, count, next - 1);
        if ((flags & EXTRA) != 0 && last >= 0) {
            int low = at(ahead, before, from, count, next);
            last = at(ahead, before, from, count, next + 1);
            next += 2 + (low | last << 8);
        }
        for (int text = NAME; text <= COMMENT; text += text) {
            for (int b = flags & text; b != 0 && last >= 0; next++) {
                b = at(ahead, before, from, count, next);
                last = b;
            }
        }
        if ((flags & CHECKSUM) != 0) {
            next += 2;
        }
        if (last >= 0) {
            at(ahead, before, from, count, next - 1);
        }
    }

    @Suspendable
    private static int at(Ahead ahead, byte[] before, int from, int count, int index)
            throws IOException {
        return index < count ? before[from + index] & 0xff : ahead.at(index - count);
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count <= 0) {
            return super.skip(count);
        }
        super.available();
        return Inflating.skip(this, count);
    }

    @Override
    @Suspendable
    protected void fill() throws IOException {
        super.available();
        len = ahead.readSome(buf, 0, buf.length);
        if (len == -1) {
            throw new EOFException(Inflating.CUT_OFF);
        }
        inf.setInput(buf, 0, len);
    }
}
