package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.ScannerSource;
import dev.weft.woven.StandIn;
import java.util.Scanner;
import java.util.regex.Pattern;

/**
 * Stand-ins for {@link Scanner}. One that woven code made ({@link ScannerConstructors}) is left
 * when it has to wait, and called again when there is more ({@link ScannerSource}): its methods
 * begin again where they began, except those that look for a token and go back to before the space
 * that precedes it. For these the token is waited for first, by a search that takes nothing; with
 * another delimiter than white space the thread waits. So it does for scanners made elsewhere.
 */
public final class Scanners {
    private static final String SPACE = "\\p{javaWhitespace}+";
    private static final Pattern TOKEN =
            Pattern.compile("\\G(?=\\p{javaWhitespace}*+\\P{javaWhitespace}++\\p{javaWhitespace})");

    private Scanners() {}

    /** {@link Scanner#hasNext()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNext(Scanner it) throws Exception {
        return begun(it, () -> it.hasNext());
    }

    /** {@link Scanner#hasNextLine()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNextLine(Scanner it) throws Exception {
        return scan(it, () -> it.hasNextLine());
    }

    /** {@link Scanner#next()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String next(Scanner it) throws Exception {
        return scan(it, () -> it.next());
    }

    /** {@link Scanner#nextLine()}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String nextLine(Scanner it) throws Exception {
        return scan(it, () -> it.nextLine());
    }

    /** {@link Scanner#hasNext(String)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNext(Scanner it, String pattern) throws Exception {
        return token(it, () -> it.hasNext(pattern));
    }

    /** {@link Scanner#next(String)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String next(Scanner it, String pattern) throws Exception {
        return scan(it, () -> it.next(pattern));
    }

    /** {@link Scanner#findInLine(String)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String findInLine(Scanner it, String pattern) throws Exception {
        return scan(it, () -> it.findInLine(pattern));
    }

    /** {@link Scanner#findWithinHorizon(String, int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String findWithinHorizon(Scanner it, String pattern, int horizon)
            throws Exception {
        return scan(it, () -> it.findWithinHorizon(pattern, horizon));
    }

    /** {@link Scanner#skip(String)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static Scanner skip(Scanner it, String pattern) throws Exception {
        return scan(it, () -> it.skip(pattern));
    }

    /** {@link Scanner#hasNext(Pattern)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static boolean hasNext(Scanner it, Pattern pattern) throws Exception {
        return token(it, () -> it.hasNext(pattern));
    }

    /** {@link Scanner#next(Pattern)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String next(Scanner it, Pattern pattern) throws Exception {
        return scan(it, () -> it.next(pattern));
    }

    /** {@link Scanner#findInLine(Pattern)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String findInLine(Scanner it, Pattern pattern) throws Exception {
        return scan(it, () -> it.findInLine(pattern));
    }

    /** {@link Scanner#findWithinHorizon(Pattern, int)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static String findWithinHorizon(Scanner it, Pattern pattern, int horizon)
            throws Exception {
        return scan(it, () -> it.findWithinHorizon(pattern, horizon));
    }

    /** {@link Scanner#skip(Pattern)}. */
    @Suspendable
    @StandIn(value = Scanner.class, mode = StandIn.Mode.POLLS)
    public static Scanner skip(Scanner it, Pattern pattern) throws Exception {
        return scan(it, () -> it.skip(pattern));
    }

    @Suspendable
    static <T> T scan(Scanner it, ScannerSource.Call<T> call) throws Exception {
        ScannerSource source = ScannerConstructors.source(it);
        return source == null ? Blocking.call(call::call) : source.scan(call);
    }

    /** A method that is told by the beginning of a token. */
    @Suspendable
    private static <T> T begun(Scanner it, ScannerSource.Call<T> call) throws Exception {
        return splitsAtSpace(it) ? scan(it, call) : Blocking.call(call::call);
    }

    /** A method that looks at a whole token. */
    @Suspendable
    static <T> T token(Scanner it, ScannerSource.Call<T> call) throws Exception {
        if (splitsAtSpace(it) && ScannerConstructors.source(it) != null) {
            scan(it, () -> it.findWithinHorizon(TOKEN, 0));
        }
        return Blocking.call(call::call);
    }

    private static boolean splitsAtSpace(Scanner it) {
        return it.delimiter().pattern().equals(SPACE);
    }
}
