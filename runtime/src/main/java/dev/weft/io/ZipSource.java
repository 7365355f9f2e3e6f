package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * What a {@link FiberZipInputStream} or a {@link FiberJarInputStream} reads, and pushes back, as
 * the JDK's code wants it. An attempt that reads more than is here throws {@link WouldBlock}; the
 * wrapper then takes back what the attempt has read and pushed back, fetches more, and makes the
 * attempt again.
 *
 * <p>Not thread-safe, as the JDK's is not.
 */
final class ZipSource extends PushbackInputStream {
    private static final int PIECE = 512;
    private static final int ROOM = 512;

    /** What has been fetched lies between these; the JDK's code is at {@code at}. */
    private byte[] bytes = new byte[ROOM + PIECE];

    private int at = ROOM;
    private int end = ROOM;

    /** How much of what comes next has been pushed back. */
    private int pushed;

    /** Where an attempt that fails goes back to. */
    private int mark = ROOM;

    private int pushedAtMark;

    private boolean ended;

    /** Whether what is missing is read at once. */
    private boolean inPlace;

    ZipSource(InputStream in) {
        super(in, 1);
    }

    /**
     * Behind some bytes.
     *
     * @param in what comes then
     * @param begun what comes first
     */
    ZipSource(InputStream in, byte[] begun) {
        this(in);
        bytes = new byte[ROOM + begun.length + PIECE];
        System.arraycopy(begun, 0, bytes, ROOM, begun.length);
        end = ROOM + begun.length;
    }

    /** Whether reads wait for what is missing, with a thread. */
    boolean isInPlace() {
        return inPlace;
    }

    void setInPlace(boolean on) {
        inPlace = on;
    }

    /** What has been read stays read. */
    void commit() {
        mark = at;
        pushedAtMark = pushed;
    }

    /** Takes back what an attempt has done. */
    void rollback() {
        at = mark;
        pushed = pushedAtMark;
    }

    /** Waits until there is more, or the end. */
    @Suspendable
    void fetch() throws IOException {
        if (bytes.length - end < PIECE) {
            makeRoom();
        }
        int n = in.read(bytes, end, PIECE);
        if (n < 0) {
            ended = true;
        } else {
            end += n;
        }
    }

    private void makeRoom() {
        int kept = end - mark;
        byte[] wider = new byte[ROOM + Math.max(2 * kept, PIECE) + PIECE];
        System.arraycopy(bytes, mark, wider, ROOM, kept);
        at += ROOM - mark;
        end = ROOM + kept;
        mark = ROOM;
        bytes = wider;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end) {
            if (!ended && inPlace) {
                fetch();
            }
            if (ended) {
                return -1;
            } else if (at == end) {
                throw WouldBlock.NOW;
            }
        }
        int n = Math.min(length, end - at);
        System.arraycopy(bytes, at, b, from, n);
        at += n;
        pushed -= Math.min(n, pushed);
        return n;
    }

    /** As much as the JDK's takes; what is not pushed back lies behind {@link #ROOM}. */
    @Override
    public void unread(byte[] b, int from, int length) throws IOException {
        if (length > ROOM - pushed) {
            throw new IOException("Push back buffer is full");
        }
        pushed += length;
        at -= length;
        System.arraycopy(b, from, bytes, at, length);
    }

    @Override
    public void unread(int b) throws IOException {
        unread(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public int available() throws IOException {
        return end - at + (ended ? 0 : in.available());
    }
}
