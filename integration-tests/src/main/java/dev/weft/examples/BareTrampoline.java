package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.generator.Generator;
import dev.weft.generator.Yielder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;

/** Program 13: generators as tasks; a trampoline resumes them in turn. Prints {@code A C B D}. */
public final class BareTrampoline {
    private BareTrampoline() {}

    /**
     * Runs both tasks.
     *
     * @return what they print
     */
    public static String run() {
        StringJoiner out = new StringJoiner(" ");
        Deque<Generator<Object>> ready =
                new ArrayDeque<>(
                        List.of(
                                Generator.of(y -> task(out, "A", "B", y)),
                                Generator.of(y -> task(out, "C", "D", y))));
        while (!ready.isEmpty()) {
            Generator<Object> task = ready.remove();
            if (task.hasNext()) {
                task.next();
                ready.add(task);
            }
        }
        return out.toString();
    }

    @Suspendable
    private static void task(StringJoiner out, String first, String second, Yielder<Object> y) {
        out.add(first);
        y.yield(null);
        out.add(second);
    }
}
