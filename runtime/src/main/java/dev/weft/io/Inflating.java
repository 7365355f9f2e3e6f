package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** What streams that decompress have in common. */
final class Inflating {
    /** As the JDK says it. */
    static final String CUT_OFF = "Unexpected end of ZLIB input stream";

    /** Since then input is read before what is left of the last is decompressed. */
    static final boolean FILLS_FIRST = Runtime.version().feature() >= 25;

    private static final int PIECE = 512;

    private Inflating() {}

    /** Whether there is nothing to decompress, unless the inflater has {@code pending} output. */
    static boolean isEmpty(Inflater inflater, boolean pending) {
        return inflater.needsInput()
                && !pending
                && !inflater.finished()
                && !inflater.needsDictionary();
    }

    /** What can be decompressed of what the inflater has; 0 when it needs more, or is done. */
    static int some(Inflater inflater, byte[] bytes, int from, int length) throws ZipException {
        try {
            return inflater.inflate(bytes, from, length);
        } catch (DataFormatException e) {
            String message = e.getMessage();
            throw new ZipException(message == null ? "Invalid ZLIB data format" : message);
        }
    }

    /** Reads and drops as much, at most {@link Integer#MAX_VALUE}, unless the end comes. */
    @Suspendable
    static long skip(InputStream in, long count) throws IOException {
        int most = (int) Math.min(count, Integer.MAX_VALUE);
        byte[] piece = new byte[Math.min(most, PIECE)];
        int done = 0;
        while (done < most) {
            int n = in.read(piece, 0, Math.min(most - done, piece.length));
            if (n < 0) {
                break;
            }
            done += n;
        }
        return done;
    }

    /** Reads and drops what is left of an entry. */
    @Suspendable
    static void skipRest(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        int n = 0;
        while (n >= 0) {
            n = in.read(piece, 0, PIECE);
        }
    }
}
