package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberBufferedWriter;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import dev.weft.woven.StreamCompanions;
import java.io.BufferedWriter;
import java.io.Writer;

/** Stand-ins for writers; as {@link Readers}. */
public final class Writers {
    private Writers() {}

    /** {@link Writer#write(int)}. */
    @Suspendable
    @StandIn(
            value = Writer.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfWriterWrite.class)
    public static void write(Writer it, int c) throws Exception {
        write(it, c, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(Writer it, int c, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfWriterWrite) {
            ((StreamCompanions.OfWriterWrite) it).write(c, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(c);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(c);
                    return null;
                },
                stack);
    }

    /** {@link Writer#write(char[])}. */
    @Suspendable
    @StandIn(
            value = Writer.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfWriterWriteArray.class)
    public static void write(Writer it, char[] chars) throws Exception {
        write(it, chars, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(Writer it, char[] chars, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfWriterWriteArray) {
            ((StreamCompanions.OfWriterWriteArray) it).write(chars, stack);
            return;
        }
        if (it instanceof StreamCompanions.OfWriterWritePart
                && Jdk.inherits(it, "write", char[].class)) {
            write(it, chars, 0, chars.length, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(chars);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(chars);
                    return null;
                },
                stack);
    }

    /** {@link Writer#write(char[], int, int)}. */
    @Suspendable
    @StandIn(
            value = Writer.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfWriterWritePart.class)
    public static void write(Writer it, char[] chars, int from, int length) throws Exception {
        write(it, chars, from, length, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(Writer it, char[] chars, int from, int length, Stack stack)
            throws Exception {
        if (it instanceof StreamCompanions.OfWriterWritePart) {
            ((StreamCompanions.OfWriterWritePart) it).write(chars, from, length, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(chars, from, length);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(chars, from, length);
                    return null;
                },
                stack);
    }

    /** {@link Writer#write(String)}. */
    @Suspendable
    @StandIn(
            value = Writer.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfWriterWriteString.class)
    public static void write(Writer it, String text) throws Exception {
        write(it, text, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(Writer it, String text, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfWriterWriteString) {
            ((StreamCompanions.OfWriterWriteString) it).write(text, stack);
            return;
        }
        if (it instanceof StreamCompanions.OfWriterWriteStringPart
                && Jdk.inherits(it, "write", String.class)) {
            write(it, text, 0, text.length(), stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(text);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(text);
                    return null;
                },
                stack);
    }

    /** {@link Writer#write(String, int, int)}. */
    @Suspendable
    @StandIn(
            value = Writer.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfWriterWriteStringPart.class)
    public static void write(Writer it, String text, int from, int length) throws Exception {
        write(it, text, from, length, Stack.PINNED);
    }

    /** The woven form. */
    public static void write(Writer it, String text, int from, int length, Stack stack)
            throws Exception {
        if (it instanceof StreamCompanions.OfWriterWriteStringPart) {
            ((StreamCompanions.OfWriterWriteStringPart) it).write(text, from, length, stack);
            return;
        }
        if (!Blocks.write(it)) {
            it.write(text, from, length);
            return;
        }
        Blocking.call(
                () -> {
                    it.write(text, from, length);
                    return null;
                },
                stack);
    }

    /** {@link Writer#flush()}. */
    @Suspendable
    @StandIn(
            value = Writer.class,
            mode = StandIn.Mode.POLLS,
            companion = StreamCompanions.OfWriterFlush.class)
    public static void flush(Writer it) throws Exception {
        flush(it, Stack.PINNED);
    }

    /** The woven form. */
    public static void flush(Writer it, Stack stack) throws Exception {
        if (it instanceof StreamCompanions.OfWriterFlush) {
            ((StreamCompanions.OfWriterFlush) it).flush(stack);
            return;
        }
        if (!Blocks.write(it)) {
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

    /** {@link Writer#append(CharSequence)}. */
    @Suspendable
    @StandIn(value = Writer.class, mode = StandIn.Mode.POLLS)
    public static Writer append(Writer it, CharSequence text) throws Exception {
        if (Jdk.inherits(it, "append", CharSequence.class) && Blocks.write(it)) {
            it.write(String.valueOf(text));
            return it;
        }
        return it.append(text);
    }

    /** {@link Writer#append(CharSequence, int, int)}. */
    @Suspendable
    @StandIn(value = Writer.class, mode = StandIn.Mode.POLLS)
    public static Writer append(Writer it, CharSequence text, int from, int to) throws Exception {
        boolean inherits = Jdk.inherits(it, "append", CharSequence.class, int.class, int.class);
        if (inherits && Blocks.write(it)) {
            CharSequence all = text == null ? "null" : text;
            it.write(all.subSequence(from, to).toString());
            return it;
        }
        return it.append(text, from, to);
    }

    /** {@link Writer#append(char)}. */
    @Suspendable
    @StandIn(value = Writer.class, mode = StandIn.Mode.POLLS)
    public static Writer append(Writer it, char c) throws Exception {
        if (Jdk.inherits(it, "append", char.class) && Blocks.write(it)) {
            it.write(c);
            return it;
        }
        return it.append(c);
    }

    /** {@link BufferedWriter#newLine()}. */
    @Suspendable
    @StandIn(value = BufferedWriter.class, mode = StandIn.Mode.POLLS)
    public static void newLine(BufferedWriter it) throws Exception {
        if (it instanceof FiberBufferedWriter) {
            ((FiberBufferedWriter) it).newLine();
            return;
        }
        Blocking.call(
                () -> {
                    it.newLine();
                    return null;
                });
    }
}
