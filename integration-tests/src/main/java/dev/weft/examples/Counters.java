package dev.weft.examples;

import java.util.Arrays;
import java.util.Locale;

/**
 * Programs 9 to 17 as a command: counts the events of the text in one of the ways, which all agree.
 */
public final class Counters {
    private static final int SHORT = 40;

    private Counters() {}

    /** The ways, with the program's number. */
    enum Way {
        /** Program 9. */
        CALLOUT,
        /** Program 10. */
        PROCESS_PER_EVENT,
        /** Program 11, as threads. */
        THREADS,
        /** Program 11, as processes. */
        PROCESSES,
        /** Program 11, as fibers. */
        FIBERS,
        /** Program 11, as coroutines. */
        TASKS,
        /** Program 12. */
        FEED,
        /** Program 13. */
        BARE_TRAMPOLINE,
        /** Program 14, symmetric. */
        SYMMETRIC,
        /** Program 14, with a trampoline. */
        TRAMPOLINE,
        /** Program 15, with a trampoline. */
        COCALLS,
        /** Program 15, with a scheduler. */
        COCALLS_IN_TURN,
        /** Program 16. */
        WEIGHTLESS,
        /** Program 17, the inner loop inline. */
        PAIRS_INLINE,
        /** Program 17, the inner loop delegated to. */
        PAIRS_DELEGATED
    }

    /**
     * Counts.
     *
     * @param way how
     * @param text the events
     * @return the counts
     * @throws Exception when a process can't be started
     */
    static String count(Way way, String text) throws Exception {
        switch (way) {
            case PROCESS_PER_EVENT:
                return ProcessPerEvent.run(text);
            case THREADS:
                return WorkerCounter.threads(text);
            case PROCESSES:
                return WorkerCounter.processes(text);
            case FIBERS:
                return WorkerCounter.fibers(text);
            case TASKS:
                return WorkerCounter.tasks(text);
            case CALLOUT:
                return SerialCounter.run(text);
            default:
                return coroutines(way, text);
        }
    }

    private static String coroutines(Way way, String text) {
        switch (way) {
            case FEED:
                return FeedCounter.run(text);
            case BARE_TRAMPOLINE:
                return TrampolineCounters.bare(text);
            case SYMMETRIC:
                return TrampolineCounters.symmetric(text);
            case TRAMPOLINE:
                return TrampolineCounters.trampoline(text);
            case COCALLS:
                return TrampolineCounters.cocalls(text);
            case COCALLS_IN_TURN:
                return TrampolineCounters.scheduled(text);
            case WEIGHTLESS:
                return WeightlessCounter.run(text);
            case PAIRS_INLINE:
                return PairCounters.inline(text);
            case PAIRS_DELEGATED:
                return PairCounters.delegated(text);
            default:
                throw new IllegalArgumentException("not a way of coroutines: " + way);
        }
    }

    /**
     * Prints the counts and, on the other output, what an event took; or the text.
     *
     * @param arguments ways, parted by commas (or {@code text}), then how many characters (all, but
     *     40 for a process an event), then how often
     * @throws Exception when a process can't be started
     */
    public static void main(String[] arguments) throws Exception {
        String text = EventText.full();
        if (arguments.length == 1 && arguments[0].equals("text")) {
            System.out.print(text);
            return;
        }
        int length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : text.length();
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        for (String name : (arguments.length > 0 ? arguments[0] : "weightless").split(",")) {
            Way way = way(name);
            int most = way == Way.PROCESS_PER_EVENT ? SHORT : text.length();
            measure(way, text.substring(0, Math.min(length, most)), rounds);
        }
    }

    private static void measure(Way way, String text, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            String counts = count(way, text);
            double nanos = System.nanoTime() - start;
            System.out.println(counts);
            System.err.printf(Locale.ROOT, "%.1f ns an event%n", nanos / text.length());
        }
    }

    private static Way way(String name) {
        try {
            return Way.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "no way of counting is called "
                            + name
                            + "; there are "
                            + Arrays.toString(Way.values())
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'),
                    e);
        }
    }
}
