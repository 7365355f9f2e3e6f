package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;

/**
 * A {@link LineNumberReader} whose reads suspend where those of the reader beneath it do: a {@link
 * FiberBufferedReader}, of which it counts the lines. The buffer of the class above is not used.
 */
public final class FiberLineNumberReader extends LineNumberReader {
    private static final int SIZE = 8192;

    /** Since then a last line without a terminator counts. */
    private static final boolean COUNTS_LAST = Runtime.version().feature() >= 15;

    private final FiberBufferedReader lines;
    private int number;
    private int markedNumber;

    /** A carriage return was read as line feed; a line feed behind it belongs to it. */
    private boolean skipLineFeed;

    private boolean markedSkipLineFeed;

    /** Whether what was read last is of a line that has not ended. */
    private boolean inLine;

    /**
     * As {@link LineNumberReader#LineNumberReader(Reader)}.
     *
     * @param in the reader beneath
     */
    public FiberLineNumberReader(Reader in) {
        this(in, SIZE);
    }

    /**
     * As {@link LineNumberReader#LineNumberReader(Reader, int)}.
     *
     * @param in the reader beneath
     * @param size of the buffer
     */
    public FiberLineNumberReader(Reader in, int size) {
        super(in, Math.min(size, 1));
        lines = new FiberBufferedReader(in, size);
    }

    @Override
    public void setLineNumber(int number) {
        this.number = number;
    }

    @Override
    public int getLineNumber() {
        return number;
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        int c = lines.read();
        if (skipLineFeed) {
            if (c == '\n') {
                c = lines.read();
            }
            skipLineFeed = false;
        }
        if (c < 0) {
            end();
        } else {
            skipLineFeed = c == '\r';
            inLine = c != '\n' && c != '\r';
            number += inLine ? 0 : 1;
        }
        return c == '\r' ? '\n' : c;
    }

    @Override
    @Suspendable
    public int read(char[] chars, int from, int length) throws IOException {
        int n = lines.read(chars, from, length);
        if (n < 0) {
            end();
            return n;
        }
        for (int i = from; i < from + n; i++) {
            char c = chars[i];
            boolean second = skipLineFeed && c == '\n';
            skipLineFeed = c == '\r';
            number += !second && (c == '\n' || c == '\r') ? 1 : 0;
            inLine = c != '\n' && c != '\r';
        }
        return n;
    }

    @Override
    @Suspendable
    public String readLine() throws IOException {
        String line;
        lines.ignoreLineFeed(skipLineFeed);
        try {
            line = lines.readLine();
        } finally {
            lines.ignoreLineFeed(false);
        }
        skipLineFeed = false;
        if (line == null) {
            end();
        } else {
            number++;
            inLine = false;
        }
        return line;
    }

    private void end() {
        number += COUNTS_LAST && inLine ? 1 : 0;
        inLine = false;
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("skip() value is negative");
        }
        char[] dropped = new char[(int) Math.min(count, SIZE)];
        long left = count;
        while (left > 0) {
            int n = read(dropped, 0, (int) Math.min(left, dropped.length));
            if (n < 0) {
                break;
            }
            left -= n;
        }
        inLine &= left == count;
        return count - left;
    }

    @Override
    @Suspendable
    public boolean ready() throws IOException {
        return lines.ready();
    }

    @Override
    public void mark(int ahead) throws IOException {
        lines.mark(skipLineFeed ? ahead + 1 : ahead);
        markedNumber = number;
        markedSkipLineFeed = skipLineFeed;
    }

    @Override
    public void reset() throws IOException {
        lines.reset();
        number = markedNumber;
        skipLineFeed = markedSkipLineFeed;
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        lines.close();
    }
}
