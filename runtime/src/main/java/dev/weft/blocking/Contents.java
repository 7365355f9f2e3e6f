package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import dev.weft.woven.StreamCompanions;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** Stand-ins for calls of the JDK that read a stream to its end. */
public final class Contents {
    private static final int BUFFER = 8192;

    private Contents() {}

    /** {@link BufferedReader#lines()}. */
    @Suspendable
    @StandIn(value = BufferedReader.class, mode = StandIn.Mode.POLLS)
    public static Stream<?> lines(BufferedReader it) {
        boolean suspends = it instanceof StreamCompanions.OfReadLine;
        return suspends && Jdk.inherits(it, "lines")
                ? Pipeline.of(new Lines(it), () -> {}).objects()
                : it.lines();
    }

    /** {@link Reader#transferTo(Writer)}. */
    @Suspendable
    @StandIn(value = Reader.class, mode = StandIn.Mode.POLLS)
    public static long transferTo(Reader it, Writer to) throws Exception {
        boolean suspends =
                it instanceof StreamCompanions.OfReaderReadPart
                        && Jdk.inherits(it, "transferTo", Writer.class);
        return suspends ? copy(it, to) : Blocking.call(() -> it.transferTo(to));
    }

    /** {@link Files#copy(InputStream, Path, CopyOption...)}: only the file takes a thread. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.POLLS)
    public static long copy(InputStream from, Path to, CopyOption[] options) throws Exception {
        if (!Blocks.waits(from)) {
            return Blocking.call(() -> Files.copy(from, to, options));
        }
        Blocking.call(() -> Files.copy(InputStream.nullInputStream(), to, options));
        try (OutputStream file =
                Blocking.call(() -> Files.newOutputStream(to, StandardOpenOption.WRITE))) {
            return Streams.transferTo(from, file);
        }
    }

    /** {@link Properties#load(InputStream)}: all is read, and then looked at. */
    @Suspendable
    @StandIn(value = Properties.class, mode = StandIn.Mode.POLLS)
    public static void load(Properties it, InputStream from) throws Exception {
        if (Blocks.waits(from)) {
            it.load(new ByteArrayInputStream(Streams.readAllBytes(from)));
        } else {
            it.load(from);
        }
    }

    /** {@link Properties#load(Reader)}: all is read, and then looked at. */
    @Suspendable
    @StandIn(value = Properties.class, mode = StandIn.Mode.POLLS)
    public static void load(Properties it, Reader from) throws Exception {
        if (Blocks.waits(from)) {
            CharArrayWriter all = new CharArrayWriter();
            copy(from, all);
            it.load(new CharArrayReader(all.toCharArray()));
        } else {
            it.load(from);
        }
    }

    @Suspendable
    private static long copy(Reader from, Writer to) throws Exception {
        Objects.requireNonNull(to, "out");
        char[] some = new char[BUFFER];
        long all = 0;
        for (int n = Readers.read(from, some, 0, BUFFER); n >= 0; ) {
            to.write(some, 0, n);
            all += n;
            n = Readers.read(from, some, 0, BUFFER);
        }
        return all;
    }

    /** The lines of a reader, each read when it is asked for. */
    @Suspendable
    private static final class Lines implements Iterator<String> {
        private final BufferedReader reader;
        private String next;

        Lines(BufferedReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = read();
            }
            return next != null;
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String line = next;
            next = null;
            return line;
        }

        private String read() {
            try {
                return Readers.readLine(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("not declared", e);
            }
        }
    }
}
