package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StreamCompanions;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** What {@link InputStream} does in loops over {@code read}, as loops that can suspend. */
final class StreamLoops {
    private static final int BUFFER = 8192;

    private StreamLoops() {}

    /** Whether a stream's reads may suspend, and it has the JDK's own loop over them. */
    static boolean applies(InputStream it, String method, Class<?>... parameters) {
        return it instanceof StreamCompanions.OfInputReadPart
                && Jdk.inherits(it, method, parameters);
    }

    @Suspendable
    static byte[] readNBytes(InputStream it, int length) throws Exception {
        if (length < 0) {
            throw new IllegalArgumentException("len < 0");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.min(length, BUFFER));
        byte[] buffer = new byte[Math.min(length, BUFFER)];
        int left = length;
        int filled = 0;
        do { // asks even for nothing: a closed stream says so
            int n = it.read(buffer, filled, Math.min(buffer.length - filled, left));
            if (n < 0) {
                break;
            }
            left -= n;
            filled += n;
            if (filled == buffer.length) {
                all.write(buffer, 0, filled);
                filled = 0;
            }
        } while (left > 0);
        all.write(buffer, 0, filled);
        return all.toByteArray();
    }

    @Suspendable
    static int readNBytes(InputStream it, byte[] bytes, int from, int length) throws Exception {
        Objects.checkFromIndexSize(from, length, bytes.length);
        int done = 0;
        while (done < length) {
            int n = it.read(bytes, from + done, length - done);
            if (n < 0) {
                break;
            }
            done += n;
        }
        return done;
    }

    @Suspendable
    static long transferTo(InputStream it, OutputStream to) throws Exception {
        Objects.requireNonNull(to, "out");
        long done = 0;
        byte[] buffer = new byte[BUFFER];
        for (int n = it.read(buffer, 0, BUFFER); n >= 0; n = it.read(buffer, 0, BUFFER)) {
            to.write(buffer, 0, n);
            done += n;
        }
        return done;
    }
}
