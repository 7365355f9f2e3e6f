package dev.weft.blocking;

import dev.weft.fiber.Blocking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where fibers make calls that hold a thread (mode <i>hand-off</i> of the patch table, {@code
 * Weft.blocking}), how often and for how long. Off at first: each call then costs a look at its
 * stack, about a microsecond. On by {@link #count} or {@code -Dweft.handoffs=true}. (Waits that pin
 * are in {@link dev.weft.fiber.PinReport}.)
 *
 * <p>Thread-safe.
 */
public final class HandOffs {
    private static final int MAX_SITES = 10_000;
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final ConcurrentMap<StackTraceElement, Site> SITES = new ConcurrentHashMap<>();

    private static volatile boolean counting;

    private HandOffs() {}

    /** A place in the program. Its figures go on growing. */
    public static final class Site {
        private final StackTraceElement frame;
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private Site(StackTraceElement frame) {
            this.frame = frame;
        }

        /**
         * The innermost frame of the program's own.
         *
         * @return class, method, line
         */
        public StackTraceElement frame() {
            return frame;
        }

        /**
         * How often.
         *
         * @return calls that have ended
         */
        public long count() {
            return count.sum();
        }

        /**
         * For how long, all together.
         *
         * @return nanoseconds
         */
        public long nanos() {
            return nanos.sum();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%,d x, %,d ms: %s", count(), nanos() / 1_000_000, frame);
        }
    }

    /**
     * Starts or stops counting.
     *
     * @param on whether to count calls from now on
     */
    public static void count(boolean on) {
        counting = on;
        Blocking.observe(on ? HandOffs::watched : null);
    }

    /**
     * The sites since counting began, or since {@link #reset()}.
     *
     * @return those with most time first; a copy, of live figures
     */
    public static List<Site> sites() {
        List<Site> sites = new ArrayList<>(SITES.values());
        sites.sort(Comparator.comparingLong(Site::nanos).reversed());
        return sites;
    }

    /**
     * The sites as text.
     *
     * @return a heading and a line a site; how to count when nothing was counted
     */
    public static String text() {
        List<Site> sites = sites();
        if (sites.isEmpty() && !counting) {
            return "hand-offs are not counted: -Dweft.handoffs=true, or HandOffs.count(true)\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(sites.size())
                .append(sites.size() == 1 ? " site holds" : " sites hold")
                .append(" a thread for each call\n");
        sites.forEach(site -> text.append(site).append('\n'));
        return text.toString();
    }

    /** Forgets all sites. */
    public static void reset() {
        SITES.clear();
    }

    private static Blocking.Call<?> watched(Blocking.Call<?> call) {
        Site site = site(caller());
        return () -> {
            long begun = System.nanoTime();
            try {
                return call.call();
            } finally {
                site.nanos.add(System.nanoTime() - begun);
                site.count.increment();
            }
        };
    }

    private static Site site(StackTraceElement frame) {
        Site known = SITES.get(frame);
        if (known != null || SITES.size() >= MAX_SITES) {
            return known == null ? new Site(frame) : known;
        }
        return SITES.computeIfAbsent(frame, Site::new);
    }

    private static StackTraceElement caller() {
        return WALKER.walk(
                frames ->
                        frames.map(StackWalker.StackFrame::toStackTraceElement)
                                .filter(Frames::isProgram)
                                .map(Frames::asWritten)
                                .findFirst()
                                .orElse(Frames.UNKNOWN));
    }
}
