package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import dev.weft.woven.StreamCompanions;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Stand-ins for byte streams. The runtime's own streams (sockets, wrappers, pipes) and the user's
 * woven ones are called with the stack, and suspend. Of others, streams over memory, and reads of
 * what is there already, are called as they are; for what may wait the carrier is handed on.
 */
public final class Streams {
    private Streams() {}

    /** {@link InputStream#read()}. */
    @Suspendable
    @StandIn(
            value = InputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfInputRead.class)
    public static int read(InputStream it) throws Exception {
        return read(it, Stack.PINNED);
    }

    /** The woven form. */
    public static int read(InputStream it, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfInputRead) {
            return ((StreamCompanions.OfInputRead) it).read(stack);
        }
        if (!Blocks.read(it)) {
            return it.read();
        }
        return (int) Blocking.callLong(() -> it.read(), stack);
    }

    /** {@link InputStream#read(byte[], int, int)}. */
    @Suspendable
    @StandIn(
            value = InputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfInputReadPart.class)
    public static int read(InputStream it, byte[] bytes, int from, int length) throws Exception {
        return read(it, bytes, from, length, Stack.PINNED);
    }

    /** The woven form. */
    public static int read(InputStream it, byte[] bytes, int from, int length, Stack stack)
            throws Exception {
        if (it instanceof StreamCompanions.OfInputReadPart) {
            return ((StreamCompanions.OfInputReadPart) it).read(bytes, from, length, stack);
        }
        if (!Blocks.read(it)) {
            return it.read(bytes, from, length);
        }
        return (int) Blocking.callLong(() -> it.read(bytes, from, length), stack);
    }

    /** {@link InputStream#read(byte[])}. */
    @Suspendable
    @StandIn(
            value = InputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfInputReadArray.class)
    public static int read(InputStream it, byte[] bytes) throws Exception {
        return read(it, bytes, Stack.PINNED);
    }

    /** The woven form. */
    public static int read(InputStream it, byte[] bytes, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfInputReadArray) {
            return ((StreamCompanions.OfInputReadArray) it).read(bytes, stack);
        }
        boolean inherited = Jdk.inherits(it, "read", byte[].class);
        if (inherited && it instanceof StreamCompanions.OfInputReadPart) {
            return read(it, bytes, 0, bytes.length, stack);
        }
        if (!Blocks.read(it)) {
            return it.read(bytes);
        }
        return (int) Blocking.callLong(() -> it.read(bytes), stack);
    }

    /** {@link InputStream#readAllBytes()}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.POLLS)
    public static byte[] readAllBytes(InputStream it) throws Exception {
        if (StreamLoops.applies(it, "readAllBytes")) {
            return StreamLoops.readNBytes(it, Integer.MAX_VALUE);
        }
        if (!Blocks.read(it)) {
            return it.readAllBytes();
        }
        return Blocking.call(() -> it.readAllBytes());
    }

    /** {@link InputStream#readNBytes(int)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.POLLS)
    public static byte[] readNBytes(InputStream it, int length) throws Exception {
        if (StreamLoops.applies(it, "readNBytes", int.class)) {
            return StreamLoops.readNBytes(it, length);
        }
        return Blocking.call(() -> it.readNBytes(length));
    }

    /** {@link InputStream#readNBytes(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.POLLS)
    public static int readNBytes(InputStream it, byte[] bytes, int from, int length)
            throws Exception {
        if (StreamLoops.applies(it, "readNBytes", byte[].class, int.class, int.class)) {
            return StreamLoops.readNBytes(it, bytes, from, length);
        }
        return Blocking.call(() -> it.readNBytes(bytes, from, length));
    }

    /** {@link InputStream#skip(long)}. */
    @Suspendable
    @StandIn(
            value = InputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfInputSkip.class)
    public static long skip(InputStream it, long count) throws Exception {
        return skip(it, count, Stack.PINNED);
    }

    /** The woven form. */
    public static long skip(InputStream it, long count, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfInputSkip) {
            return ((StreamCompanions.OfInputSkip) it).skip(count, stack);
        }
        if (!Blocks.read(it)) {
            return it.skip(count);
        }
        return Blocking.callLong(() -> it.skip(count), stack);
    }

    /** {@link InputStream#transferTo(OutputStream)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.POLLS)
    public static long transferTo(InputStream it, OutputStream to) throws Exception {
        boolean toWoven = to instanceof StreamCompanions.OfOutputWritePart;
        if (toWoven && Jdk.isOwn(it) || StreamLoops.applies(it, "transferTo", OutputStream.class)) {
            return StreamLoops.transferTo(it, to);
        }
        return Blocking.call(() -> it.transferTo(to));
    }

    /** {@link OutputStream#write(int)}. */
    @Suspendable
    @StandIn(
            value = OutputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfOutputWrite.class)
    public static void write(OutputStream it, int b) throws Exception {
        write(it, b, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(OutputStream it, int b, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfOutputWrite) {
            ((StreamCompanions.OfOutputWrite) it).write(b, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(b);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(b);
                    return null;
                },
                stack);
    }

    /** {@link OutputStream#write(byte[], int, int)}. */
    @Suspendable
    @StandIn(
            value = OutputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfOutputWritePart.class)
    public static void write(OutputStream it, byte[] bytes, int from, int length) throws Exception {
        write(it, bytes, from, length, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(OutputStream it, byte[] bytes, int from, int length, Stack stack)
            throws Exception {
        if (it instanceof StreamCompanions.OfOutputWritePart) {
            ((StreamCompanions.OfOutputWritePart) it).write(bytes, from, length, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(bytes, from, length);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(bytes, from, length);
                    return null;
                },
                stack);
    }

    /** {@link OutputStream#write(byte[])}. */
    @Suspendable
    @StandIn(
            value = OutputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfOutputWriteArray.class)
    public static void write(OutputStream it, byte[] bytes) throws Exception {
        write(it, bytes, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(OutputStream it, byte[] bytes, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfOutputWriteArray) {
            ((StreamCompanions.OfOutputWriteArray) it).write(bytes, stack);
            return;
        }
        boolean inherited = Jdk.inherits(it, "write", byte[].class);
        if (inherited && it instanceof StreamCompanions.OfOutputWritePart) {
            write(it, bytes, 0, bytes.length, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(bytes);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(bytes);
                    return null;
                },
                stack);
    }

    /** {@link OutputStream#flush()}. */
    @Suspendable
    @StandIn(
            value = OutputStream.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfOutputFlush.class)
    public static void flush(OutputStream it) throws Exception {
        flush(it, Stack.PINNED);
    }

    /** The woven form. */
    public static void flush(OutputStream it, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfOutputFlush) {
            ((StreamCompanions.OfOutputFlush) it).flush(stack);
            return;
        }
        if (!Blocks.flush(it)) {
            it.flush();
            return;
        }
        Blocking.call(
                () -> {
                    it.flush();
                    return null;
                },
                stack);
    }
}
