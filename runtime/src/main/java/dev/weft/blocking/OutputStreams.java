package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import dev.weft.woven.StreamCompanions;
import java.io.OutputStream;

/** Stand-ins for byte streams that are written: as {@link Streams}. */
public final class OutputStreams {
    private OutputStreams() {}

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
