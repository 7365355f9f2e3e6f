package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stream beneath a {@link FiberObjectInputStream}. Before a call of the JDK's code the fiber
 * waits here, where it can suspend, for what the call is going to read; an {@link ObjectScan} sees
 * each byte once and says how much more that is, so no more is taken from the source than the JDK's
 * code reads in the end. What it reads beyond, because the scan did not know, comes from the source
 * in place: then a thread waits.
 *
 * <p>Not thread-safe, as the JDK's is not.
 */
final class ObjectSource extends InputStream {
    /** Asked of the source at once. */
    private static final int MOST = 1 << 16;

    /** Given to the JDK's code and kept: it holds no more primitive values than this. */
    private static final int KEPT = 1024;

    private static final byte[] EMPTY = {};

    /** What {@link #available} tells. */
    enum Cover {
        NOTHING,
        SOURCE,
        ALL
    }

    private final InputStream source;

    /** Null before the JDK's code has read the header. */
    private ObjectScan scan;

    /** Kept, and then fetched and not yet read, from {@link #from} on. */
    private byte[] bytes = EMPTY;

    private int from;
    private int to;

    /** The end has been fetched, and not yet read. */
    private boolean ended;

    /** Whether the last read was for a single byte, which may have been a look at what comes. */
    private boolean single;

    private Cover cover = Cover.NOTHING;

    /** How many bytes have been read. */
    private long given;

    ObjectSource(InputStream source) {
        this.source = source;
    }

    /** What is read from here on, and what is held, is scanned. */
    void begin(ObjectScan newScan) {
        scan = newScan;
        single = false;
    }

    @Override
    public int read() throws IOException {
        single = true;
        if (from < to) {
            given++;
            return bytes[from++] & 0xff;
        }
        if (takesEnd()) {
            return -1;
        }
        int b = source.read();
        if (b >= 0) {
            inPlace(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        single = false;
        int n = Math.min(len, to - from);
        if (n > 0) {
            System.arraycopy(bytes, from, b, off, n);
            from += n;
            given += n;
            return n;
        }
        if (len > 0 && takesEnd()) {
            return -1;
        }
        n = source.read(b, off, len);
        inPlace(b, off, n);
        return n;
    }

    private void inPlace(byte[] b, int off, int n) {
        if (n > 0) {
            from = 0;
            to = 0;
            given += n;
            if (scan != null) {
                scan.accept(b, off, n);
            }
        }
    }

    private boolean takesEnd() {
        boolean end = ended;
        ended = false;
        return end;
    }

    @Override
    public int available() throws IOException {
        switch (cover) {
            case ALL:
                return 0;
            case SOURCE:
                return held();
            default:
                return held() + (ended ? 0 : source.available());
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** While covered, {@link #available} does not tell all. */
    void cover(Cover some) {
        cover = some;
    }

    /** How many bytes have been read. */
    long given() {
        return given;
    }

    /** How many bytes have been fetched and not read. */
    int held() {
        return to - from;
    }

    /** Whether the source's end has been fetched. */
    boolean isEnded() {
        return ended;
    }

    /** A byte that has been read (negative) or is going to be; -1: it is not here. */
    int at(int index) {
        int i = from + index;
        return i >= 0 && i < to ? bytes[i] & 0xff : -1;
    }

    /** Forgets that the last read may have been a look: an object has ended. */
    void settle() {
        single = false;
        if (from == to && bytes.length > MOST) {
            bytes = EMPTY;
            from = 0;
            to = 0;
        }
    }

    /** Waits until a read finds something, or the end, unless the JDK's code has a byte already. */
    @Suspendable
    void await() throws IOException {
        if (single || ended || from < to) {
            return;
        }
        if (source instanceof Pollable) {
            ((Pollable) source).awaitInput();
        } else {
            fetch(1);
        }
    }

    /** Waits for what comes for certain, or a part of it; false: the source has ended. */
    @Suspendable
    boolean fetch() throws IOException {
        return fetch((int) Math.min(scan.least(), MOST));
    }

    /** Waits until so many bytes are here. */
    @Suspendable
    void fetchHeader(int count) throws IOException {
        boolean more = true;
        while (held() < count && more) {
            more = fetch(count - held());
        }
    }

    @Suspendable
    private boolean fetch(int most) throws IOException {
        makeRoom(most);
        int n = source.read(bytes, to, most);
        if (n < 0) {
            ended = true;
            return false;
        }
        if (scan != null) {
            scan.accept(bytes, to, n);
        }
        to += n;
        return true;
    }

    private void makeRoom(int more) {
        int gone = from - KEPT;
        if (to + more > bytes.length && gone > 0) {
            System.arraycopy(bytes, gone, bytes, 0, to - gone);
            from -= gone;
            to -= gone;
        }
        if (to + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(to + more, 2 * bytes.length));
        }
    }
}
