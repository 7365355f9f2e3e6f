package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.fiber.Weft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output that pauses at each write and fails, for good, after a number of bytes. */
@Suspendable
final class Gather extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private int flushes;
    private boolean closed;

    Gather(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
        Weft.yield();
        if (bytes.size() + length > limit) {
            throw new IOException("full");
        }
        bytes.write(b, from, length);
    }

    @Override
    public void flush() {
        Weft.yield();
        flushes++;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What has arrived. */
    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** What has arrived, the number of flushes apart. */
    String state() {
        return java.util.Arrays.hashCode(bytes.toByteArray())
                + "/"
                + bytes.size()
                + (flushes > 0 ? " flushed" : "")
                + (closed ? " closed" : "");
    }
}
