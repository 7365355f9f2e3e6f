package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Generator;
import dev.weft.generator.Yielder;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/**
 * Program 12: a generator that gives what a queue holds. A flush takes at most so many of its
 * values; on an empty queue it ends at once and never blocks.
 */
public final class FeedCounter {
    private static final int FLUSH_SIZE = 1000;

    private FeedCounter() {}

    /**
     * Counts in flushes.
     *
     * @param text the events
     * @return the counts
     */
    public static String run(String text) {
        Queue<Character> queue = new ArrayDeque<>();
        long[] counts = new long[3];
        for (int i = 0; i < text.length(); i++) {
            queue.add(text.charAt(i));
            if (queue.size() >= 2 * FLUSH_SIZE) {
                flush(queue, counts);
            }
        }
        while (flush(queue, counts) > 0) {
            // the last ones
        }
        return EventText.report(counts);
    }

    /**
     * Counts at most one flush.
     *
     * @param queue loses what is counted
     * @param counts by kind
     * @return how many there were
     */
    public static int flush(Queue<Character> queue, long[] counts) {
        int n = 0;
        Iterator<Character> events = Generator.of(y -> feed(queue, y));
        while (n < FLUSH_SIZE && events.hasNext()) {
            counts[EventText.kind(events.next())]++;
            n++;
        }
        return n;
    }

    @Suspendable
    private static void feed(Queue<Character> queue, Yielder<Character> y) {
        while (!queue.isEmpty()) {
            y.yield(queue.remove());
        }
    }
}
