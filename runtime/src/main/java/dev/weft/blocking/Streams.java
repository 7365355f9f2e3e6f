package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.StandardInput;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import dev.weft.woven.StreamCompanions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Stand-ins for byte streams that are read. The runtime's own streams (sockets, wrappers, pipes)
 * and the user's woven ones are called with the stack, and suspend. Of others, streams over memory,
 * and reads of what is there already, are called as they are; for what may wait the carrier is
 * handed on.
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return read(standard, stack);
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return read(standard, bytes, from, length, stack);
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return read(standard, bytes, stack);
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return readAllBytes(standard);
        }
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return readNBytes(standard, length);
        }
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return readNBytes(standard, bytes, from, length);
        }
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
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return skip(standard, count, stack);
        }
        if (!Blocks.read(it)) {
            return it.skip(count);
        }
        return Blocking.callLong(() -> it.skip(count), stack);
    }

    /** {@link InputStream#available()}: asking the standard input waits for who reads it. */
    @StandIn(value = InputStream.class, mode = StandIn.Mode.REPLACES)
    public static int available(InputStream it) throws IOException {
        return StandardInput.over(it).available();
    }

    /** {@link InputStream#transferTo(OutputStream)}. */
    @Suspendable
    @StandIn(value = InputStream.class, mode = StandIn.Mode.POLLS)
    public static long transferTo(InputStream it, OutputStream to) throws Exception {
        InputStream standard = StandardInput.over(it);
        if (standard != it) {
            return transferTo(standard, to);
        }
        boolean toWoven = to instanceof StreamCompanions.OfOutputWritePart;
        if (toWoven && Jdk.isOwn(it) || StreamLoops.applies(it, "transferTo", OutputStream.class)) {
            return StreamLoops.transferTo(it, to);
        }
        return Blocking.call(() -> it.transferTo(to));
    }
}
