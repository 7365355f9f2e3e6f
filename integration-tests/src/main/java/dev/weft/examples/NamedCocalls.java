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
        Map<String, Coroutine<String, Cocall>> stages = stages(log);
        Cocall call = new Cocall("start", "go");
        for (; ; ) {
            Coroutine<String, Cocall> stage = stages.get(call.target);
            call = stage.resume(call.data);
            if (stage.isDone()) {
                stages.values().forEach(Coroutine::close);
                return String.join(" ", log);
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
        Map<String, Coroutine<String, Cocall>> stages = stages(log);
        Map<String, Deque<String>> inboxes = new LinkedHashMap<>();
        stages.keySet().forEach(name -> inboxes.put(name, new ArrayDeque<>()));
        inboxes.get("start").add("go");
        for (; ; ) {
            for (Map.Entry<String, Coroutine<String, Cocall>> e : stages.entrySet()) {
                String data = inboxes.get(e.getKey()).poll();
                if (data == null) {
                    continue;
                }
                Cocall call = e.getValue().resume(data);
                if (e.getValue().isDone()) {
                    stages.values().forEach(Coroutine::close);
                    return String.join(" ", log);
                }
                inboxes.get(call.target).add(call.data);
            }
        }
    }

    private static Map<String, Coroutine<String, Cocall>> stages(List<String> log) {
        Map<String, Coroutine<String, Cocall>> stages = new LinkedHashMap<>();
        stages.put("start", Coroutine.of((c, first) -> start(log, c, first)));
        stages.put("stage1", Coroutine.of((c, first) -> stage(log, "stage1", "stage2", c, first)));
        stages.put("stage2", Coroutine.of((c, first) -> stage(log, "stage2", "start", c, first)));
        return stages;
    }

    @Suspendable
    private static Cocall start(
            List<String> log, CoroutineContext<String, Cocall> c, String first) {
        log.add("start:" + first);
        for (int i = 1; i <= 3; i++) {
            String back = c.yield(new Cocall("stage1", "d" + i));
            log.add("start:" + back);
        }
        return null;
    }

    @Suspendable
    private static Cocall stage(
            List<String> log,
            String name,
            String next,
            CoroutineContext<String, Cocall> c,
            String first) {
        String data = first;
        for (; ; ) {
            log.add(name + ":" + data);
            data = c.yield(new Cocall(next, data + "'"));
        }
    }

    private static final class Cocall {
        final String target;
        final String data;

        Cocall(String target, String data) {
            this.target = target;
            this.data = data;
        }
    }
}
