package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Generator;
import dev.weft.generator.Yielder;

/**
 * Program 17 at work on the text of programs 9 to 12: two loops, over lines and over a line's
 * characters, give the events; the inner one inline, or a generator that is delegated to.
 */
public final class PairCounters {
    private static final int LINE = 100;

    private PairCounters() {}

    /**
     * Both loops in one generator.
     *
     * @param text the events
     * @return the counts
     */
    public static String inline(String text) {
        return count(Generator.of(y -> lines(text, y)));
    }

    /**
     * A generator for each line.
     *
     * @param text the events
     * @return the counts
     */
    public static String delegated(String text) {
        return count(Generator.of(y -> delegatedLines(text, y)));
    }

    private static String count(Generator<Character> events) {
        long[] counts = new long[3];
        while (events.hasNext()) {
            counts[EventText.kind(events.next())]++;
        }
        return EventText.report(counts);
    }

    @Suspendable
    private static void lines(String text, Yielder<Character> y) {
        for (int line = 0; line < text.length(); line += LINE) {
            int end = Math.min(text.length(), line + LINE);
            for (int i = line; i < end; i++) {
                y.yield(text.charAt(i));
            }
        }
    }

    @Suspendable
    private static void delegatedLines(String text, Yielder<Character> y) {
        for (int line = 0; line < text.length(); line += LINE) {
            int begin = line;
            y.yieldAll(Generator.<Character>of(inner -> subloop(text, begin, inner)));
        }
    }

    @Suspendable
    private static void subloop(String text, int begin, Yielder<Character> y) {
        int end = Math.min(text.length(), begin + LINE);
        for (int i = begin; i < end; i++) {
            y.yield(text.charAt(i));
        }
    }
}
