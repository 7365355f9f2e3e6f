package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberDataInputStream;
import dev.weft.woven.StandIn;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Stand-ins for {@link DataInputStream}, whose methods can't be overridden. Of the runtime's own
 * ({@link WrapperConstructors}) the bytes are read first, and the fiber may suspend meanwhile; from
 * others they are read as ever, by the thread.
 */
public final class DataStreams {
    private DataStreams() {}

    /** {@link DataInputStream#readFully(byte[])}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static void readFully(DataInputStream it, byte[] bytes) throws Exception {
        readFully(it, bytes, 0, bytes.length);
    }

    /** {@link DataInputStream#readFully(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static void readFully(DataInputStream it, byte[] bytes, int from, int length)
            throws Exception {
        if (it instanceof FiberDataInputStream) {
            fill((FiberDataInputStream) it, bytes, from, length);
            return;
        }
        Blocking.call(
                () -> {
                    it.readFully(bytes, from, length);
                    return null;
                });
    }

    @Suspendable
    private static void fill(FiberDataInputStream it, byte[] bytes, int from, int length)
            throws Exception {
        Objects.checkFromIndexSize(from, length, bytes.length);
        int done = 0;
        while (done < length) {
            int n = it.read(bytes, from + done, length - done);
            if (n < 0) {
                throw new EOFException();
            }
            done += n;
        }
    }

    /** The next bytes. */
    @Suspendable
    private static ByteBuffer next(DataInputStream it, int count) throws Exception {
        byte[] bytes = new byte[count];
        fill((FiberDataInputStream) it, bytes, 0, count);
        return ByteBuffer.wrap(bytes);
    }

    /** {@link DataInputStream#skipBytes(int)}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static int skipBytes(DataInputStream it, int count) throws Exception {
        if (!(it instanceof FiberDataInputStream)) {
            return Blocking.call(() -> it.skipBytes(count));
        }
        int done = 0;
        while (done < count) {
            int n = (int) it.skip(count - done);
            if (n <= 0) {
                break;
            }
            done += n;
        }
        return done;
    }

    /** {@link DataInputStream#readUTF()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static String readUTF(DataInputStream it) throws Exception {
        if (!(it instanceof FiberDataInputStream)) {
            return Blocking.call(() -> it.readUTF());
        }
        ByteBuffer head = next(it, 2);
        int length = head.getShort(0) & 0xffff;
        byte[] all = new byte[length + 2];
        head.get(all, 0, 2);
        fill((FiberDataInputStream) it, all, 2, length);
        return new DataInputStream(new ByteArrayInputStream(all)).readUTF();
    }

    /** {@link DataInputStream#readBoolean()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static boolean readBoolean(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 1).get() != 0;
        }
        return Blocking.call(() -> it.readBoolean());
    }

    /** {@link DataInputStream#readByte()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static byte readByte(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 1).get();
        }
        return Blocking.call(() -> it.readByte());
    }

    /** {@link DataInputStream#readUnsignedByte()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static int readUnsignedByte(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 1).get() & 0xff;
        }
        return Blocking.call(() -> it.readUnsignedByte());
    }

    /** {@link DataInputStream#readShort()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static short readShort(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 2).getShort();
        }
        return Blocking.call(() -> it.readShort());
    }

    /** {@link DataInputStream#readUnsignedShort()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static int readUnsignedShort(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 2).getShort() & 0xffff;
        }
        return Blocking.call(() -> it.readUnsignedShort());
    }

    /** {@link DataInputStream#readChar()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static char readChar(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 2).getChar();
        }
        return Blocking.call(() -> it.readChar());
    }

    /** {@link DataInputStream#readInt()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static int readInt(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 4).getInt();
        }
        return Blocking.call(() -> it.readInt());
    }

    /** {@link DataInputStream#readLong()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static long readLong(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 8).getLong();
        }
        return Blocking.call(() -> it.readLong());
    }

    /** {@link DataInputStream#readFloat()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static float readFloat(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 4).getFloat();
        }
        return Blocking.call(() -> it.readFloat());
    }

    /** {@link DataInputStream#readDouble()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.POLLS)
    public static double readDouble(DataInputStream it) throws Exception {
        if (it instanceof FiberDataInputStream) {
            return next(it, 8).getDouble();
        }
        return Blocking.call(() -> it.readDouble());
    }
}
