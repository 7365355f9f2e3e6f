package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberLineNumberReader;
import dev.weft.io.FiberObjectInputStream;
import dev.weft.io.FiberObjectOutputStream;
import dev.weft.io.FiberPushbackInputStream;
import dev.weft.io.FiberSequenceInputStream;
import dev.weft.io.FiberStreamTokenizer;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StreamTokenizer;
import java.util.Enumeration;

/** Stand-ins for the constructors of further wrappers, as in {@link WrapperConstructors}. */
public final class MoreWrappers {
    private MoreWrappers() {}

    /** {@link PushbackInputStream#PushbackInputStream(InputStream)}. */
    @StandIn(value = PushbackInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PushbackInputStream pushbackInputStream(InputStream in) {
        return Blocks.waits(in) ? new FiberPushbackInputStream(in) : new PushbackInputStream(in);
    }

    /** {@link PushbackInputStream#PushbackInputStream(InputStream, int)}. */
    @StandIn(value = PushbackInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PushbackInputStream pushbackInputStream(InputStream in, int size) {
        return Blocks.waits(in)
                ? new FiberPushbackInputStream(in, size)
                : new PushbackInputStream(in, size);
    }

    /** {@link SequenceInputStream#SequenceInputStream(Enumeration)}. */
    @StandIn(value = SequenceInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static SequenceInputStream sequenceInputStream(Enumeration<? extends InputStream> all) {
        return new FiberSequenceInputStream(all);
    }

    /** {@link SequenceInputStream#SequenceInputStream(InputStream, InputStream)}. */
    @StandIn(value = SequenceInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static SequenceInputStream sequenceInputStream(InputStream first, InputStream second) {
        return FiberSequenceInputStream.of(first, second);
    }

    /** {@link LineNumberReader#LineNumberReader(Reader)}. */
    @StandIn(value = LineNumberReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static LineNumberReader lineNumberReader(Reader in) {
        return Blocks.waits(in) ? new FiberLineNumberReader(in) : new LineNumberReader(in);
    }

    /** {@link LineNumberReader#LineNumberReader(Reader, int)}. */
    @StandIn(value = LineNumberReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static LineNumberReader lineNumberReader(Reader in, int size) {
        return Blocks.waits(in)
                ? new FiberLineNumberReader(in, size)
                : new LineNumberReader(in, size);
    }

    /** {@link ObjectInputStream#ObjectInputStream(InputStream)}. */
    @Suspendable
    @StandIn(
            value = ObjectInputStream.class,
            constructor = true,
            superclass = FiberObjectInputStream.class,
            mode = StandIn.Mode.POLLS)
    public static ObjectInputStream objectInputStream(InputStream in) throws IOException {
        return Blocks.waits(in) ? FiberObjectInputStream.open(in) : new ObjectInputStream(in);
    }

    /** {@link ObjectOutputStream#ObjectOutputStream(OutputStream)}. */
    @Suspendable
    @StandIn(
            value = ObjectOutputStream.class,
            constructor = true,
            superclass = FiberObjectOutputStream.class,
            mode = StandIn.Mode.POLLS)
    public static ObjectOutputStream objectOutputStream(OutputStream out) throws IOException {
        return Blocks.waits(out) ? FiberObjectOutputStream.open(out) : new ObjectOutputStream(out);
    }

    /** {@link ObjectInputStream#ObjectInputStream()}: of subclasses that read in their own way. */
    @StandIn(
            value = ObjectInputStream.class,
            constructor = true,
            superclass = FiberObjectInputStream.class,
            mode = StandIn.Mode.POLLS)
    public static ObjectInputStream objectInputStream() throws IOException {
        return new FiberObjectInputStream();
    }

    /** {@link ObjectOutputStream#ObjectOutputStream()}, the same. */
    @StandIn(
            value = ObjectOutputStream.class,
            constructor = true,
            superclass = FiberObjectOutputStream.class,
            mode = StandIn.Mode.POLLS)
    public static ObjectOutputStream objectOutputStream() throws IOException {
        return new FiberObjectOutputStream();
    }

    /** {@link StreamTokenizer#StreamTokenizer(Reader)}. */
    @StandIn(
            value = StreamTokenizer.class,
            constructor = true,
            superclass = FiberStreamTokenizer.class,
            mode = StandIn.Mode.POLLS)
    public static StreamTokenizer streamTokenizer(Reader in) {
        return Blocks.waits(in) ? new FiberStreamTokenizer(in) : new StreamTokenizer(in);
    }

    /** {@link StreamTokenizer#StreamTokenizer(InputStream)}. */
    @StandIn(
            value = StreamTokenizer.class,
            constructor = true,
            superclass = FiberStreamTokenizer.class,
            mode = StandIn.Mode.POLLS)
    @SuppressWarnings("deprecation")
    public static StreamTokenizer streamTokenizer(InputStream in) {
        return Blocks.waits(in) ? new FiberStreamTokenizer(in) : new StreamTokenizer(in);
    }

    /** {@link StreamTokenizer#nextToken()}. */
    @Suspendable
    @StandIn(value = StreamTokenizer.class, mode = StandIn.Mode.POLLS)
    public static int nextToken(StreamTokenizer it) throws Exception {
        if (it instanceof FiberStreamTokenizer) {
            return ((FiberStreamTokenizer) it).nextToken();
        }
        return Blocking.call(() -> it.nextToken());
    }
}
