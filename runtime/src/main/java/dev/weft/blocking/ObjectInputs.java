package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberObjectInputStream;
import dev.weft.woven.StandIn;
import java.io.ObjectInputStream;

/**
 * Stand-ins for {@link ObjectInputStream}. At one that woven code made the fiber waits without a
 * thread until all has come that the JDK's code is going to read, which is then called in place.
 */
public final class ObjectInputs {
    private ObjectInputs() {}

    /** {@link ObjectInputStream#readObject()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static Object readObject(ObjectInputStream it) throws Exception {
        return read(it, 0, () -> it.readObject());
    }

    /** {@link ObjectInputStream#readUnshared()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static Object readUnshared(ObjectInputStream it) throws Exception {
        return read(it, 0, () -> it.readUnshared());
    }

    /** {@link ObjectInputStream#readBoolean()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static boolean readBoolean(ObjectInputStream it) throws Exception {
        return read(it, 1, () -> it.readBoolean());
    }

    /** {@link ObjectInputStream#readByte()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static byte readByte(ObjectInputStream it) throws Exception {
        return read(it, 1, () -> it.readByte());
    }

    /** {@link ObjectInputStream#readUnsignedByte()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static int readUnsignedByte(ObjectInputStream it) throws Exception {
        return read(it, 1, () -> it.readUnsignedByte());
    }

    /** {@link ObjectInputStream#readShort()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static short readShort(ObjectInputStream it) throws Exception {
        return read(it, 2, () -> it.readShort());
    }

    /** {@link ObjectInputStream#readUnsignedShort()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static int readUnsignedShort(ObjectInputStream it) throws Exception {
        return read(it, 2, () -> it.readUnsignedShort());
    }

    /** {@link ObjectInputStream#readChar()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static char readChar(ObjectInputStream it) throws Exception {
        return read(it, 2, () -> it.readChar());
    }

    /** {@link ObjectInputStream#readInt()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static int readInt(ObjectInputStream it) throws Exception {
        return read(it, 4, () -> it.readInt());
    }

    /** {@link ObjectInputStream#readLong()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static long readLong(ObjectInputStream it) throws Exception {
        return read(it, 8, () -> it.readLong());
    }

    /** {@link ObjectInputStream#readFloat()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static float readFloat(ObjectInputStream it) throws Exception {
        return read(it, 4, () -> it.readFloat());
    }

    /** {@link ObjectInputStream#readDouble()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static double readDouble(ObjectInputStream it) throws Exception {
        return read(it, 8, () -> it.readDouble());
    }

    /** {@link ObjectInputStream#readFully(byte[])}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static void readFully(ObjectInputStream it, byte[] bytes) throws Exception {
        values(
                it,
                bytes.length,
                () -> {
                    it.readFully(bytes);
                    return null;
                });
    }

    /** {@link ObjectInputStream#readFully(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static void readFully(ObjectInputStream it, byte[] bytes, int from, int length)
            throws Exception {
        values(
                it,
                length,
                () -> {
                    it.readFully(bytes, from, length);
                    return null;
                });
    }

    /** {@link ObjectInputStream#skipBytes(int)}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static int skipBytes(ObjectInputStream it, int count) throws Exception {
        return values(it, count, () -> it.skipBytes(count));
    }

    /** {@link ObjectInputStream#readUTF()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.POLLS)
    public static String readUTF(ObjectInputStream it) throws Exception {
        return read(it, FiberObjectInputStream.TEXT, () -> it.readUTF());
    }

    /** A call that reads bytes, or none. */
    @Suspendable
    private static <T> T values(ObjectInputStream it, int bytes, Blocking.Call<T> call)
            throws Exception {
        return bytes > 0 ? read(it, bytes, call) : call.call();
    }

    /**
     * A call that reads.
     *
     * @param bytes how many bytes of primitive values; 0: an object
     */
    @Suspendable
    private static <T> T read(ObjectInputStream it, int bytes, Blocking.Call<T> call)
            throws Exception {
        if (!(it instanceof FiberObjectInputStream)) {
            return Blocking.call(call);
        }
        FiberObjectInputStream own = (FiberObjectInputStream) it;
        boolean there = own.begin$weft(bytes);
        own.enter$weft();
        boolean done = false;
        try {
            T result = there ? call.call() : Blocking.call(call);
            done = true;
            return result;
        } finally {
            own.exit$weft(bytes == 0, done);
        }
    }
}
