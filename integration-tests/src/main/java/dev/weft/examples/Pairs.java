package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Program 17: pairs from two loops, once written inline and once with the inner loop delegated to
 * (PEP 380's {@code yield from}). Both give the same sequence, and what is sent or thrown in, or a
 * close, reaches the inner loop.
 */
public final class Pairs {
    private static final int N = 3;

    private Pairs() {}

    /**
     * Runs both forms through the same script of sends, a throw and a close.
     *
     * @return the two logs, which are equal, parted by a bar
     */
    public static String run() {
        List<String> inlineLog = new ArrayList<>();
        List<String> delegatedLog = new ArrayList<>();
        Coroutine<String, String> inline = Coroutine.of((c, first) -> inline(c, inlineLog));
        Coroutine<String, String> delegated =
                Coroutine.of((c, first) -> delegated(c, delegatedLog));
        return play(inline, inlineLog) + "|" + play(delegated, delegatedLog);
    }

    private static String play(Coroutine<String, String> c, List<String> log) {
        log.add(c.resume(null));
        log.add(c.resume("s1"));
        log.add(c.throwIn(new IllegalArgumentException("t")));
        log.add(c.resume("s2"));
        log.add(c.resume("s3"));
        c.close();
        return String.join(" ", log);
    }

    @Suspendable
    private static String inline(CoroutineContext<String, String> c, List<String> log) {
        for (int i = 0; i < N; i++) {
            try {
                for (int j = 0; j < N; j++) {
                    pair(c, log, i, j);
                }
            } finally {
                log.add("end" + i);
            }
        }
        return "done";
    }

    @Suspendable
    private static String delegated(CoroutineContext<String, String> c, List<String> log) {
        for (int i = 0; i < N; i++) {
            int row = i;
            Coroutine<String, String> subloop =
                    Coroutine.of((inner, first) -> subloop(inner, log, row));
            c.delegate(subloop);
        }
        return "done";
    }

    @Suspendable
    private static String subloop(CoroutineContext<String, String> c, List<String> log, int i) {
        try {
            for (int j = 0; j < N; j++) {
                pair(c, log, i, j);
            }
        } finally {
            log.add("end" + i);
        }
        return null;
    }

    @Suspendable
    private static void pair(CoroutineContext<String, String> c, List<String> log, int i, int j) {
        try {
            String sent = c.yield(i + "," + j);
            log.add("got " + sent);
        } catch (IllegalArgumentException e) {
            log.add("caught " + e.getMessage());
        }
    }
}
