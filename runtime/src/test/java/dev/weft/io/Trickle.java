package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** An input that comes in pieces, with a pause before each, and fails now and then. */
@Suspendable
final class Trickle extends InputStream {
    private final byte[] bytes;
    private final Random random;
    private final StringBuilder calls = new StringBuilder();
    private final int failures;
    private int at;
    private int piece;
    private boolean closed;

    Trickle(byte[] bytes, long seed, int failures) {
        this.bytes = bytes;
        this.random = new Random(seed);
        this.failures = failures;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int from, int length) throws IOException {
        calls.append(' ').append(length);
        Weft.yield();
        if (closed) {
            throw new IOException("closed");
        }
        if (failures > 0 && random.nextInt(failures) == 0) {
            throw new IOException("failure at " + at);
        }
        if (piece == 0) {
            piece =
                    Math.min(
                            1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 5), bytes.length - at);
        }
        if (piece == 0) {
            return -1;
        }
        int n = Math.min(length, piece);
        System.arraycopy(bytes, at, b, from, n);
        at += n;
        piece -= n;
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        calls.append(" skip").append(count);
        Weft.yield();
        long n = Math.max(0, Math.min(count, Math.min(1 + random.nextInt(7), bytes.length - at)));
        at += (int) n;
        piece = 0;
        return n;
    }

    @Override
    public int available() {
        return piece;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What was asked of it. */
    String calls() {
        return calls.toString();
    }
}
