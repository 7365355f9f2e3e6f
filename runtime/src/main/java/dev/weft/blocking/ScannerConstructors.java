package dev.weft.blocking;

import dev.weft.io.FiberInputStreamReader;
import dev.weft.io.ScannerSource;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.WeakHashMap;

/**
 * Stand-ins for the constructors of {@link Scanner}: the JDK's, over sources that {@link Scanners}
 * finds again. Thread-safe.
 */
@SuppressWarnings("DefaultCharset") // as the originals
public final class ScannerConstructors {
    private static final Map<Scanner, ScannerSource> SOURCES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private ScannerConstructors() {}

    /** What a scanner reads that woven code made; null for others. */
    static ScannerSource source(Scanner scanner) {
        return SOURCES.get(scanner);
    }

    /** {@link Scanner#Scanner(InputStream)}. */
    @StandIn(value = Scanner.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Scanner scanner(InputStream in) {
        return Blocks.waits(in) ? over(new FiberInputStreamReader(in)) : new Scanner(in);
    }

    /** {@link Scanner#Scanner(InputStream, String)}. */
    @StandIn(value = Scanner.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Scanner scanner(InputStream in, String charset) {
        return Blocks.waits(in)
                ? over(new FiberInputStreamReader(in, named(charset)))
                : new Scanner(in, charset);
    }

    /** {@link Scanner#Scanner(InputStream, Charset)}. */
    @StandIn(value = Scanner.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Scanner scanner(InputStream in, Charset charset) {
        return Blocks.waits(in)
                ? over(new FiberInputStreamReader(in, charset))
                : new Scanner(in, charset);
    }

    /** {@link Scanner#Scanner(Readable)}. */
    @StandIn(value = Scanner.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Scanner scanner(Readable in) {
        return in instanceof Reader && Blocks.waits((Reader) in)
                ? over((Reader) in)
                : new Scanner(in);
    }

    /** {@link Scanner#Scanner(String)}. */
    @StandIn(value = Scanner.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Scanner scanner(String text) {
        Scanner scanner = new Scanner(text);
        SOURCES.put(scanner, new ScannerSource(new StringReader(""))); // never waits
        return scanner;
    }

    private static Scanner over(Reader in) {
        ScannerSource source = new ScannerSource(in);
        Scanner scanner = new Scanner(source);
        SOURCES.put(scanner, source);
        return scanner;
    }

    private static Charset named(String charset) {
        Objects.requireNonNull(charset, "charsetName");
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
