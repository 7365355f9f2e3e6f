package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Stack;
import dev.weft.woven.StreamCompanions;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A {@link DataInputStream} whose reads suspend where those of the stream beneath it do. The
 * methods that can't be overridden have stand-ins, which call those here.
 */
public final class FiberDataInputStream extends DataInputStream
        implements StreamCompanions.OfInputReadPart, StreamCompanions.OfInputReadArray {
    /**
     * As {@link DataInputStream#DataInputStream(InputStream)}.
     *
     * @param in the stream beneath
     */
    public FiberDataInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length, Stack stack) throws IOException {
        InputStream beneath = in;
        if (beneath instanceof StreamCompanions.OfInputReadPart) {
            return ((StreamCompanions.OfInputReadPart) beneath).read(bytes, from, length, stack);
        }
        try {
            return (int) Blocking.callLong(() -> beneath.read(bytes, from, length), stack);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception undeclared) {
            throw new IllegalStateException(undeclared);
        }
    }

    @Override
    public int read(byte[] bytes, Stack stack) throws IOException {
        return read(bytes, 0, bytes.length, stack);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        return in.read();
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        return in.skip(count);
    }
}
