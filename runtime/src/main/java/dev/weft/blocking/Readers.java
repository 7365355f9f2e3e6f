package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberInputStreamReader;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import dev.weft.woven.StreamCompanions;
import java.io.BufferedReader;
import java.io.Reader;
import java.nio.CharBuffer;

/**
 * Stand-ins for readers. The runtime's own ({@link WrapperConstructors}) and the user's woven ones
 * are called with the stack, and suspend. For others, a frame of the JDK lies between caller and
 * socket, so a fiber can't wait below it; the thread does.
 */
public final class Readers {
    private Readers() {}

    /** {@link Reader#read()}. */
    @Suspendable
    @StandIn(
            value = Reader.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfReaderRead.class)
    public static int read(Reader it) throws Exception {
        return read(it, Stack.PINNED);
    }

    /** The woven form. */
    public static int read(Reader it, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfReaderRead) {
            return ((StreamCompanions.OfReaderRead) it).read(stack);
        }
        if (!Blocks.read(it)) {
            return it.read();
        }
        return (int) Blocking.callLong(() -> it.read(), stack);
    }

    /** {@link Reader#read(char[], int, int)}. */
    @Suspendable
    @StandIn(
            value = Reader.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfReaderReadPart.class)
    public static int read(Reader it, char[] chars, int from, int length) throws Exception {
        return read(it, chars, from, length, Stack.PINNED);
    }

    /** The woven form. */
    public static int read(Reader it, char[] chars, int from, int length, Stack stack)
            throws Exception {
        if (it instanceof StreamCompanions.OfReaderReadPart) {
            return ((StreamCompanions.OfReaderReadPart) it).read(chars, from, length, stack);
        }
        if (!Blocks.read(it)) {
            return it.read(chars, from, length);
        }
        return (int) Blocking.callLong(() -> it.read(chars, from, length), stack);
    }

    /** {@link Reader#skip(long)}. */
    @Suspendable
    @StandIn(
            value = Reader.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfReaderSkip.class)
    public static long skip(Reader it, long count) throws Exception {
        return skip(it, count, Stack.PINNED);
    }

    /** The woven form. */
    public static long skip(Reader it, long count, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfReaderSkip) {
            return ((StreamCompanions.OfReaderSkip) it).skip(count, stack);
        }
        boolean asks =
                !(it instanceof BufferedReader); // which may be closed: it skips nothing then
        if (asks && !Blocks.read(it)) {
            return it.skip(count);
        }
        return Blocking.callLong(() -> it.skip(count), stack);
    }

    /** {@link Reader#read(char[])}. */
    @Suspendable
    @StandIn(
            value = Reader.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfReaderReadArray.class)
    public static int read(Reader it, char[] chars) throws Exception {
        return read(it, chars, Stack.PINNED);
    }

    /** The woven form. */
    public static int read(Reader it, char[] chars, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfReaderReadArray) {
            return ((StreamCompanions.OfReaderReadArray) it).read(chars, stack);
        }
        if (it instanceof StreamCompanions.OfReaderReadPart
                && Jdk.inherits(it, "read", char[].class)) {
            return read(it, chars, 0, chars.length, stack);
        }
        if (!Blocks.read(it)) {
            return it.read(chars);
        }
        return (int) Blocking.callLong(() -> it.read(chars), stack);
    }

    /** {@link Reader#read(CharBuffer)}. */
    @Suspendable
    @StandIn(value = Reader.class, mode = StandIn.Mode.POLLS)
    public static int read(Reader it, CharBuffer target) throws Exception {
        boolean loops = Jdk.inherits(it, "read", CharBuffer.class) && !Jdk.isOwn(it);
        if (it instanceof FiberInputStreamReader) {
            return ((FiberInputStreamReader) it).read(target);
        } else if (!loops || target.isReadOnly()) {
            return Blocking.call(() -> it.read(target));
        }
        char[] chars = new char[target.remaining()];
        int n = it.read(chars, 0, chars.length);
        if (n > 0) {
            target.put(chars, 0, n);
        }
        return n;
    }

    /** {@link BufferedReader#readLine()}. */
    @Suspendable
    @StandIn(
            value = BufferedReader.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfReadLine.class)
    public static String readLine(BufferedReader it) throws Exception {
        return readLine(it, Stack.PINNED);
    }

    /** The woven form. */
    public static String readLine(BufferedReader it, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfReadLine) {
            return ((StreamCompanions.OfReadLine) it).readLine(stack);
        }
        return Blocking.call(() -> it.readLine(), stack);
    }
}
