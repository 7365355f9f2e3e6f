package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.ObjectInputStream;
import java.io.Reader;
import java.util.Scanner;

/**
 * Stand-ins for the JDK's wrappers around byte streams. A frame of the JDK lies between caller and
 * socket, so a fiber can't wait below it; the thread does.
 */
public final class Readers {
    private Readers() {}

    /** {@link BufferedReader#readLine()}. */
    @Suspendable
    @StandIn(value = BufferedReader.class, mode = StandIn.Mode.HANDS_OFF)
    public static String readLine(BufferedReader it) throws Exception {
        return Blocking.call(() -> it.readLine());
    }

    /** {@link Reader#read()}. */
    @Suspendable
    @StandIn(value = Reader.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(Reader it) throws Exception {
        if (Jdk.isOwn(it) && it.ready()) {
            return it.read();
        }
        return Blocking.call(() -> it.read());
    }

    /** {@link Reader#read(char[])}. */
    @Suspendable
    @StandIn(value = Reader.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(Reader it, char[] chars) throws Exception {
        if (Jdk.isOwn(it) && it.ready()) {
            return it.read(chars);
        }
        return Blocking.call(() -> it.read(chars));
    }

    /** {@link Reader#read(char[], int, int)}. */
    @Suspendable
    @StandIn(value = Reader.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(Reader it, char[] chars, int from, int length) throws Exception {
        if (Jdk.isOwn(it) && it.ready()) {
            return it.read(chars, from, length);
        }
        return Blocking.call(() -> it.read(chars, from, length));
    }

    /** {@link ObjectInputStream#readObject()}. */
    @Suspendable
    @StandIn(value = ObjectInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object readObject(ObjectInputStream it) throws Exception {
        return Blocking.call(() -> it.readObject());
    }

    /** {@link DataInputStream#readFully(byte[])}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static void readFully(DataInputStream it, byte[] bytes) throws Exception {
        Blocking.call(
                () -> {
                    it.readFully(bytes);
                    return null;
                });
    }

    /** {@link DataInputStream#readFully(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static void readFully(DataInputStream it, byte[] bytes, int from, int length)
            throws Exception {
        Blocking.call(
                () -> {
                    it.readFully(bytes, from, length);
                    return null;
                });
    }

    /** {@link DataInputStream#readBoolean()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean readBoolean(DataInputStream it) throws Exception {
        if (Blocks.has(it, 1)) {
            return it.readBoolean();
        }
        return Blocking.call(() -> it.readBoolean());
    }

    /** {@link DataInputStream#readByte()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static byte readByte(DataInputStream it) throws Exception {
        if (Blocks.has(it, 1)) {
            return it.readByte();
        }
        return Blocking.call(() -> it.readByte());
    }

    /** {@link DataInputStream#readUnsignedByte()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int readUnsignedByte(DataInputStream it) throws Exception {
        if (Blocks.has(it, 1)) {
            return it.readUnsignedByte();
        }
        return Blocking.call(() -> it.readUnsignedByte());
    }

    /** {@link DataInputStream#readShort()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static short readShort(DataInputStream it) throws Exception {
        if (Blocks.has(it, 2)) {
            return it.readShort();
        }
        return Blocking.call(() -> it.readShort());
    }

    /** {@link DataInputStream#readUnsignedShort()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int readUnsignedShort(DataInputStream it) throws Exception {
        if (Blocks.has(it, 2)) {
            return it.readUnsignedShort();
        }
        return Blocking.call(() -> it.readUnsignedShort());
    }

    /** {@link DataInputStream#readChar()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static char readChar(DataInputStream it) throws Exception {
        if (Blocks.has(it, 2)) {
            return it.readChar();
        }
        return Blocking.call(() -> it.readChar());
    }

    /** {@link DataInputStream#readInt()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int readInt(DataInputStream it) throws Exception {
        if (Blocks.has(it, 4)) {
            return it.readInt();
        }
        return Blocking.call(() -> it.readInt());
    }

    /** {@link DataInputStream#readLong()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static long readLong(DataInputStream it) throws Exception {
        if (Blocks.has(it, 8)) {
            return it.readLong();
        }
        return Blocking.call(() -> it.readLong());
    }

    /** {@link DataInputStream#readFloat()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static float readFloat(DataInputStream it) throws Exception {
        if (Blocks.has(it, 4)) {
            return it.readFloat();
        }
        return Blocking.call(() -> it.readFloat());
    }

    /** {@link DataInputStream#readDouble()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static double readDouble(DataInputStream it) throws Exception {
        if (Blocks.has(it, 8)) {
            return it.readDouble();
        }
        return Blocking.call(() -> it.readDouble());
    }

    /** {@link DataInputStream#readUTF()}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static String readUTF(DataInputStream it) throws Exception {
        return Blocking.call(() -> it.readUTF());
    }

    /** {@link Scanner#next()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static String next(Scanner it) throws Exception {
        return Blocking.call(() -> it.next());
    }

    /** {@link Scanner#nextLine()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static String nextLine(Scanner it) throws Exception {
        return Blocking.call(() -> it.nextLine());
    }

    /** {@link Scanner#hasNext()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean hasNext(Scanner it) throws Exception {
        return Blocking.call(() -> it.hasNext());
    }

    /** {@link Scanner#hasNextLine()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean hasNextLine(Scanner it) throws Exception {
        return Blocking.call(() -> it.hasNextLine());
    }

    /** {@link Scanner#nextInt()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static int nextInt(Scanner it) throws Exception {
        return Blocking.call(() -> it.nextInt());
    }

    /** {@link Scanner#nextLong()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static long nextLong(Scanner it) throws Exception {
        return Blocking.call(() -> it.nextLong());
    }

    /** {@link Scanner#nextDouble()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.HANDS_OFF)
    public static double nextDouble(Scanner it) throws Exception {
        return Blocking.call(() -> it.nextDouble());
    }
}
