package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Stand-ins for byte streams. Streams over memory, and reads of what is there already, are called
 * as they are; for what may wait for a peer (sockets, pipes, processes, wrappers of unknown
 * streams) the carrier is handed on.
 */
public final class Streams {
    private Streams() {}

    /** {@link InputStream#read()}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(InputStream it) throws Exception {
        if (!Blocks.read(it)) {
            return it.read();
        }
        return Blocking.call(() -> it.read());
    }

    /** {@link InputStream#read(byte[])}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(InputStream it, byte[] bytes) throws Exception {
        if (!Blocks.read(it)) {
            return it.read(bytes);
        }
        return Blocking.call(() -> it.read(bytes));
    }

    /** {@link InputStream#read(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(InputStream it, byte[] bytes, int from, int length) throws Exception {
        if (!Blocks.read(it)) {
            return it.read(bytes, from, length);
        }
        return Blocking.call(() -> it.read(bytes, from, length));
    }

    /** {@link InputStream#readAllBytes()}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static byte[] readAllBytes(InputStream it) throws Exception {
        if (!Blocks.read(it)) {
            return it.readAllBytes();
        }
        return Blocking.call(() -> it.readAllBytes());
    }

    /** {@link InputStream#readNBytes(int)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static byte[] readNBytes(InputStream it, int length) throws Exception {
        if (!Blocks.read(it)) {
            return it.readNBytes(length);
        }
        return Blocking.call(() -> it.readNBytes(length));
    }

    /** {@link InputStream#readNBytes(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static int readNBytes(InputStream it, byte[] bytes, int from, int length)
            throws Exception {
        if (!Blocks.read(it)) {
            return it.readNBytes(bytes, from, length);
        }
        return Blocking.call(() -> it.readNBytes(bytes, from, length));
    }

    /** {@link InputStream#skip(long)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static long skip(InputStream it, long count) throws Exception {
        if (!Blocks.read(it)) {
            return it.skip(count);
        }
        return Blocking.call(() -> it.skip(count));
    }

    /** {@link InputStream#transferTo(OutputStream)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static long transferTo(InputStream it, OutputStream to) throws Exception {
        return Blocking.call(() -> it.transferTo(to));
    }

    /** {@link OutputStream#write(int)}. */
    @Suspendable
    @StandIn(value = OutputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static void write(OutputStream it, int b) throws Exception {
        if (!Blocks.write(it)) {
            it.write(b);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(b);
                    return null;
                });
    }

    /** {@link OutputStream#write(byte[])}. */
    @Suspendable
    @StandIn(value = OutputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static void write(OutputStream it, byte[] bytes) throws Exception {
        if (!Blocks.write(it)) {
            it.write(bytes);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(bytes);
                    return null;
                });
    }

    /** {@link OutputStream#write(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = OutputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static void write(OutputStream it, byte[] bytes, int from, int length) throws Exception {
        if (!Blocks.write(it)) {
            it.write(bytes, from, length);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(bytes, from, length);
                    return null;
                });
    }

    /** {@link OutputStream#flush()}. */
    @Suspendable
    @StandIn(value = OutputStream.class, mode = StandIn.Mode.HANDS_OFF)
    public static void flush(OutputStream it) throws Exception {
        if (!Blocks.write(it)) {
            it.flush();
            return;
        }
        Blocking.call(
                () -> {
                    it.flush();
                    return null;
                });
    }
}
