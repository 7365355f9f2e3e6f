package dev.weft.examples;

import java.util.function.IntConsumer;

/** Program 9: counts the events of a text by calling out to a handler for each kind. */
public final class SerialCounter {
    private SerialCounter() {}

    /**
     * Counts.
     *
     * @param text the events
     * @return the counts
     */
    public static String run(String text) {
        long[] counts = new long[3];
        IntConsumer[] handlers = {c -> counts[0]++, c -> counts[1]++, c -> counts[2]++};
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            handlers[EventText.kind(c)].accept(c);
        }
        return EventText.report(counts);
    }
}
