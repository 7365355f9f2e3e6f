package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import java.util.ArrayList;
import java.util.List;

/** Program 16: a primed coroutine for each kind of event; each event is sent to one. */
public final class WeightlessCounter {
    private WeightlessCounter() {}

    /**
     * Counts.
     *
     * @param text the events
     * @return the counts
     */
    public static String run(String text) {
        long[] counts = new long[3];
        List<Coroutine<Object, Object>> counters = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int kind = k;
            counters.add(Coroutine.primed((c, first) -> count(counts, kind, c)));
        }
        Object event = new Object();
        for (int i = 0; i < text.length(); i++) {
            counters.get(EventText.kind(text.charAt(i))).resume(event);
        }
        counters.forEach(Coroutine::close);
        return EventText.report(counts);
    }

    @Suspendable
    private static Object count(long[] counts, int kind, CoroutineContext<Object, Object> c) {
        long count = 0;
        try {
            for (; ; ) {
                c.yield(null);
                count++;
            }
        } finally {
            counts[kind] = count;
        }
    }
}
