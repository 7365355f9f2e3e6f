package dev.weft.io;

import dev.weft.Suspendable;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;

/**
 * What a {@link java.util.Scanner} of the JDK's reads from, which can't be subclassed. During an
 * {@linkplain #attempt attempt} a read that would wait throws {@link WouldBlock} through the
 * scanner's code; the fiber then {@linkplain #fetch fetches}, and the call is made again. Which of
 * the scanner's methods can be left in that way and made again is for the caller to know.
 *
 * <p>The scanner prepares its buffer before it reads, and would restore it afterwards: position 0,
 * and as limit what there is. Before an attempt is left this is done here.
 */
public final class ScannerSource implements Readable, Closeable {
    private static final int PIECE = 1024;

    private final Reader source;
    private CharBuffer fetched = CharBuffer.allocate(0);
    private boolean ended;
    private IOException failure;
    private boolean attempting;
    private int wanted = PIECE;

    /**
     * A source.
     *
     * @param source what is read; its reads may suspend
     */
    public ScannerSource(Reader source) {
        this.source = source;
    }

    /**
     * A call of a scanner's.
     *
     * @param <T> the type of its result
     */
    public interface Call<T> {
        /**
         * Makes it.
         *
         * @return its result
         */
        T call();
    }

    /**
     * Makes a call, again and again until what it needs has been fetched.
     *
     * @param call can be made again after it was left by an exception out of {@link #read}
     * @param <T> the type of its result
     * @return its result
     */
    @Suspendable
    public <T> T scan(Call<T> call) {
        for (; ; ) {
            try {
                return attempt(call);
            } catch (WouldBlock nothing) {
                // below, where the fiber may suspend
            }
            fetch();
        }
    }

    private <T> T attempt(Call<T> call) {
        attempting = true;
        try {
            return call.call();
        } finally {
            attempting = false;
        }
    }

    @Suspendable
    private void fetch() {
        char[] chars = new char[wanted];
        try {
            int n = source.read(chars, 0, chars.length);
            ended = n < 0;
            fetched = CharBuffer.wrap(chars, 0, Math.max(n, 0));
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override
    public int read(CharBuffer target) throws IOException {
        if (fetched.hasRemaining()) {
            int n = Math.min(target.remaining(), fetched.remaining());
            CharBuffer piece = fetched.duplicate();
            piece.limit(piece.position() + n);
            target.put(piece);
            fetched.position(fetched.position() + n);
            return n;
        }
        if (failure != null) {
            IOException e = failure;
            failure = null;
            throw e;
        }
        if (ended) {
            ended = false;
            return -1;
        }
        if (!attempting) {
            return source.read(target);
        }
        wanted = Math.min(target.remaining(), PIECE);
        target.limit(target.position());
        target.position(0);
        throw WouldBlock.NOW;
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        source.close();
    }
}
