package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Program 15: coroutines that call each other by name, with data. {@link #trampoline} follows each
 * call at once and ends with the first coroutine that finishes; {@link #scheduler} resumes them in
 * turn, and data waits until its consumer's turn comes.
 */
public final class NamedCocalls {
    private NamedCocalls() {}

    /**
     * Runs the stages with a trampoline.
     *
     * @return what the stages saw
     */
    public static String trampoline() {
        List<String> log = new ArrayList<>();
        follow(stages(log), "go");
        return String.join(" ", log);
    }

    /**
     * Follows each call at once, until one finishes.
     *
     * @param stages by name; closed at the end
     * @param first what the one called start gets
     * @param <T> the data
     */
    static <T> void follow(Map<String, Coroutine<T, Cocall<T>>> stages, T first) {
        Cocall<T> call = new Cocall<>("start", first);
        for (; ; ) {
            Coroutine<T, Cocall<T>> stage = stages.get(call.target);
            call = stage.resume(call.data);
            if (stage.isDone()) {
                stages.values().forEach(Coroutine::close);
                return;
            }
        }
    }

    /**
     * Runs the stages in turn.
     *
     * @return what the stages saw
     */
    public static String scheduler() {
        List<String> log = new ArrayList<>();
        inTurn(stages(log), "go");
        return String.join(" ", log);
    }

    /**
     * Resumes in turn who has data, until one finishes.
     *
     * @param stages by name, in order; closed at the end
     * @param first what the one called start gets
     * @param <T> the data
     */
    static <T> void inTurn(Map<String, Coroutine<T, Cocall<T>>> stages, T first) {
        Map<String, Deque<T>> inboxes = new LinkedHashMap<>();
        stages.keySet().forEach(name -> inboxes.put(name, new ArrayDeque<>()));
        inboxes.get("start").add(first);
        for (; ; ) {
            for (Map.Entry<String, Coroutine<T, Cocall<T>>> e : stages.entrySet()) {
                T data = inboxes.get(e.getKey()).poll();
                if (data == null) {
                    continue;
                }
                Cocall<T> call = e.getValue().resume(data);
                if (e.getValue().isDone()) {
                    stages.values().forEach(Coroutine::close);
                    return;
                }
                inboxes.get(call.target).add(call.data);
            }
        }
    }

    private static Map<String, Coroutine<String, Cocall<String>>> stages(List<String> log) {
        Map<String, Coroutine<String, Cocall<String>>> stages = new LinkedHashMap<>();
        stages.put("start", Coroutine.of((c, first) -> start(log, c, first)));
        stages.put("stage1", Coroutine.of((c, first) -> stage(log, "stage1", "stage2", c, first)));
        stages.put("stage2", Coroutine.of((c, first) -> stage(log, "stage2", "start", c, first)));
        return stages;
    }

    @Suspendable
    private static Cocall<String> start(
            List<String> log, CoroutineContext<String, Cocall<String>> c, String first) {
        log.add("start:" + first);
        for (int i = 1; i <= 3; i++) {
            String back = c.yield(new Cocall<>("stage1", "d" + i));
            log.add("start:" + back);
        }
        return null;
    }

    @Suspendable
    private static Cocall<String> stage(
            List<String> log,
            String name,
            String next,
            CoroutineContext<String, Cocall<String>> c,
            String first) {
        String data = first;
        for (; ; ) {
            log.add(name + ":" + data);
            data = c.yield(new Cocall<>(next, data + "'"));
        }
    }

    /**
     * Who is called, with what.
     *
     * @param <T> the data
     */
    static final class Cocall<T> {
        final String target;
        final T data;

        Cocall(String target, T data) {
            this.target = target;
            this.data = data;
        }
    }
}
