package dev.weft.io;

import dev.weft.Suspendable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Objects;

/**
 * A {@link BufferedReader} whose reads suspend where those of the reader beneath it do. Written
 * anew, because the JDK's can't be left in the middle of a line: a line that has begun is in a
 * local variable of its. The buffer of the class above has room for one character and is not used.
 */
public final class FiberBufferedReader extends BufferedReader {
    private static final int SIZE = 8192;
    private static final int UNMARKED = -1;
    private static final int INVALID = -2;

    /** Null once closed. */
    private Reader in;

    private char[] buffer;
    private int end;
    private int next;
    private int mark = UNMARKED;
    private int limit;

    /** A line feed that follows belongs to the line that has been read. */
    private boolean skipLineFeed;

    private boolean markedSkipLineFeed;

    /** As {@link #skipLineFeed}, for {@link #readLine()} only. */
    private boolean ignoreLineFeed;

    /**
     * As {@link BufferedReader#BufferedReader(Reader)}.
     *
     * @param in the reader beneath
     */
    public FiberBufferedReader(Reader in) {
        this(in, SIZE);
    }

    /**
     * As {@link BufferedReader#BufferedReader(Reader, int)}.
     *
     * @param in the reader beneath
     * @param size of the buffer
     */
    public FiberBufferedReader(Reader in, int size) {
        super(in, Math.min(size, 1));
        this.in = in;
        buffer = new char[size];
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        requireOpen();
        for (; ; ) {
            if (next >= end) {
                fill();
                if (next >= end) {
                    return -1;
                }
            }
            if (!takesLineFeed()) {
                return buffer[next++];
            }
        }
    }

    @Override
    @Suspendable
    public int read(char[] chars, int from, int length) throws IOException {
        requireOpen();
        Objects.checkFromIndexSize(from, length, chars.length);
        if (length == 0) {
            return 0;
        }
        int done = readSome(chars, from, length);
        while (done > 0 && done < length && in.ready()) {
            int n = readSome(chars, from + done, length - done);
            if (n <= 0) {
                break;
            }
            done += n;
        }
        return done;
    }

    @Suspendable
    private int readSome(char[] chars, int from, int length) throws IOException {
        if (next >= end) {
            if (length >= buffer.length && mark <= UNMARKED && !skipLineFeed) {
                return in.read(chars, from, length);
            }
            fill();
        }
        if (next < end && takesLineFeed() && next >= end) {
            fill();
        }
        if (next >= end) {
            return -1;
        }
        int n = Math.min(length, end - next);
        System.arraycopy(buffer, next, chars, from, n);
        next += n;
        return n;
    }

    @Override
    @Suspendable
    public String readLine() throws IOException {
        requireOpen();
        StringBuilder begun = null;
        for (; ; ) {
            if (next >= end) {
                fill();
            }
            if (next >= end) {
                return begun != null && begun.length() > 0 ? begun.toString() : null;
            }
            skipLineFeed |= ignoreLineFeed && begun == null;
            takesLineFeed();
            int stop = lineEnd();
            String part = new String(buffer, next, stop - next);
            next = stop;
            if (stop < end) {
                skipLineFeed = buffer[next++] == '\r';
                return begun == null ? part : begun.append(part).toString();
            }
            begun = begun == null ? new StringBuilder(80) : begun;
            begun.append(part);
        }
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("skip value is negative");
        }
        requireOpen();
        long left = count;
        while (left > 0) {
            if (next >= end) {
                fill();
            }
            if (next >= end) {
                break;
            }
            takesLineFeed();
            int n = (int) Math.min(left, end - next);
            next += n;
            left -= n;
        }
        return count - left;
    }

    @Override
    @Suspendable
    public boolean ready() throws IOException {
        requireOpen();
        if (skipLineFeed) {
            if (next >= end && in.ready()) {
                fill();
            }
            if (next < end) {
                takesLineFeed();
            }
        }
        return next < end || in.ready();
    }

    @Override
    public void mark(int ahead) throws IOException {
        if (ahead < 0) {
            throw new IllegalArgumentException("Read-ahead limit < 0");
        }
        requireOpen();
        limit = ahead;
        mark = next;
        markedSkipLineFeed = skipLineFeed;
    }

    @Override
    public void reset() throws IOException {
        requireOpen();
        if (mark < 0) {
            throw new IOException(mark == INVALID ? "Mark invalid" : "Stream not marked");
        }
        next = mark;
        skipLineFeed = markedSkipLineFeed;
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        Reader open = in;
        if (open != null) {
            in = null;
            buffer = null;
            open.close();
        }
    }

    /** Whether a line feed before the next line belongs to what was read before. */
    void ignoreLineFeed(boolean ignored) {
        ignoreLineFeed = ignored;
    }

    /**
     * Whether the next character was a line feed that belongs to the last line; it is gone then.
     */
    private boolean takesLineFeed() {
        if (!skipLineFeed) {
            return false;
        }
        skipLineFeed = false;
        if (buffer[next] == '\n') {
            next++;
            return true;
        }
        return false;
    }

    /** Where the line ends that begins at the next character; the buffer's end if not in it. */
    private int lineEnd() {
        int i = next;
        while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Reads behind what is marked; the buffer stays empty at the end of the stream. */
    @Suspendable
    private void fill() throws IOException {
        int at = keepMarked();
        int n;
        do {
            n = in.read(buffer, at, buffer.length - at);
        } while (n == 0);
        if (n > 0) {
            end = at + n;
            next = at;
        }
    }

    /** Moves what is marked to the front, or gives the mark up. Returns where there is room. */
    private int keepMarked() {
        if (mark <= UNMARKED) {
            return 0;
        }
        int marked = next - mark;
        if (marked >= limit) {
            mark = INVALID;
            limit = 0;
            return 0;
        }
        char[] target = limit > buffer.length ? new char[limit] : buffer;
        System.arraycopy(buffer, mark, target, 0, marked);
        buffer = target;
        mark = 0;
        next = marked;
        end = marked;
        return marked;
    }

    private void requireOpen() throws IOException {
        if (in == null) {
            throw new IOException("Stream closed");
        }
    }
}
