package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.examples.NamedCocalls.Cocall;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import dev.weft.generator.Generator;
import dev.weft.generator.SymmetricCoroutine;
import dev.weft.generator.Yielder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs 13 to 15 at work on the text of programs 9 to 12: one coroutine reads, others count, and
 * what they have in common is how they hand on control.
 */
public final class TrampolineCounters {
    private static final String[] KINDS = {"vowels", "consonants", "others"};

    private TrampolineCounters() {}

    /**
     * Program 13: a reader and a counter that share a variable, resumed in turn.
     *
     * @param text the events
     * @return the counts
     */
    public static String bare(String text) {
        Desk desk = new Desk();
        Deque<Generator<Object>> ready =
                new ArrayDeque<>(
                        List.of(
                                Generator.of(y -> read(text, desk, y)),
                                Generator.of(y -> count(desk, y))));
        while (!ready.isEmpty()) {
            Generator<Object> task = ready.remove();
            if (task.hasNext()) {
                task.next();
                ready.add(task);
            }
        }
        return EventText.report(desk.counts);
    }

    @Suspendable
    private static void read(String text, Desk desk, Yielder<Object> y) {
        for (int i = 0; i < text.length(); i++) {
            desk.event = text.charAt(i);
            y.yield(null);
        }
        desk.closed = true;
    }

    @Suspendable
    private static void count(Desk desk, Yielder<Object> y) {
        while (!desk.closed) {
            desk.counts[EventText.kind(desk.event)]++;
            y.yield(null);
        }
    }

    private static final class Desk {
        final long[] counts = new long[KINDS.length];
        char event;
        boolean closed;
    }

    /**
     * Program 14: the reader switches to the counter of the event's kind, which switches back.
     *
     * @param text the events
     * @return the counts
     */
    public static String symmetric(String text) {
        long[] counts = new long[KINDS.length];
        List<SymmetricCoroutine<Character>> counters = new ArrayList<>();
        SymmetricCoroutine<Character> reader =
                SymmetricCoroutine.of(
                        first -> {
                            for (int i = 0; i < text.length(); i++) {
                                char c = text.charAt(i);
                                counters.get(EventText.kind(c)).switchTo(c);
                            }
                            for (int k = 0; k < KINDS.length; k++) {
                                counters.get(k).switchTo(null);
                            }
                            return null;
                        });
        for (int k = 0; k < KINDS.length; k++) {
            int kind = k;
            counters.add(SymmetricCoroutine.of(first -> tally(counts, kind, first, reader)));
        }
        reader.switchTo(null);
        return EventText.report(counts);
    }

    @Suspendable
    private static Character tally(
            long[] counts, int kind, Character first, SymmetricCoroutine<Character> reader) {
        long n = 0;
        for (Character c = first; c != null; c = reader.switchTo(null)) {
            n++;
        }
        counts[kind] = n;
        return reader.switchTo(null);
    }

    /**
     * Program 14 with a trampoline: a coroutine yields whom to resume with what.
     *
     * @param text the events
     * @return the counts
     */
    public static String trampoline(String text) {
        long[] counts = new long[KINDS.length];
        List<Coroutine<Character, Call>> all = new ArrayList<>();
        for (int k = 0; k < KINDS.length; k++) {
            int kind = k;
            all.add(Coroutine.of((c, first) -> answer(counts, kind, all, c)));
        }
        all.add(Coroutine.of((c, first) -> call(text, all, c)));
        Call call = new Call(all.get(KINDS.length), null);
        while (call != null) {
            call = call.target.resume(call.data);
        }
        all.forEach(Coroutine::close);
        return EventText.report(counts);
    }

    @Suspendable
    private static Call call(
            String text,
            List<Coroutine<Character, Call>> all,
            CoroutineContext<Character, Call> context) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            context.yield(new Call(all.get(EventText.kind(c)), c));
        }
        return null;
    }

    @Suspendable
    private static Call answer(
            long[] counts,
            int kind,
            List<Coroutine<Character, Call>> all,
            CoroutineContext<Character, Call> context) {
        long n = 0;
        try {
            for (; ; ) {
                n++;
                context.yield(new Call(all.get(KINDS.length), null));
            }
        } finally {
            counts[kind] = n;
        }
    }

    private static final class Call {
        final Coroutine<Character, Call> target;
        final Character data;

        Call(Coroutine<Character, Call> target, Character data) {
            this.target = target;
            this.data = data;
        }
    }

    /**
     * Program 15: reader and counters call each other by name; each call is followed at once.
     *
     * @param text the events
     * @return the counts
     */
    public static String cocalls(String text) {
        long[] counts = new long[KINDS.length];
        NamedCocalls.follow(named(text, counts), ' ');
        return EventText.report(counts);
    }

    /**
     * Program 15 with a scheduler: who has data is resumed when its turn comes.
     *
     * @param text the events
     * @return the counts
     */
    public static String scheduled(String text) {
        long[] counts = new long[KINDS.length];
        NamedCocalls.inTurn(named(text, counts), ' ');
        return EventText.report(counts);
    }

    private static Map<String, Coroutine<Character, Cocall<Character>>> named(
            String text, long[] counts) {
        Map<String, Coroutine<Character, Cocall<Character>>> stages = new LinkedHashMap<>();
        stages.put("start", Coroutine.of((c, first) -> start(text, c)));
        for (int k = 0; k < KINDS.length; k++) {
            int kind = k;
            stages.put(KINDS[k], Coroutine.of((c, first) -> stage(counts, kind, c, first)));
        }
        return stages;
    }

    @Suspendable
    private static Cocall<Character> start(
            String text, CoroutineContext<Character, Cocall<Character>> context) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            context.yield(new Cocall<>(KINDS[EventText.kind(c)], c));
        }
        return null;
    }

    @Suspendable
    private static Cocall<Character> stage(
            long[] counts,
            int kind,
            CoroutineContext<Character, Cocall<Character>> context,
            Character first) {
        long n = 0;
        Character data = first;
        try {
            for (; ; ) {
                n++;
                data = context.yield(new Cocall<>("start", data));
            }
        } finally {
            counts[kind] = n;
        }
    }
}
