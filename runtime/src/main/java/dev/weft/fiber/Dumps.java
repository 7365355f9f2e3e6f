package dev.weft.fiber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes dumps: text for people, JSON for programs. Stops nothing: each fiber is looked at by
 * itself.
 */
final class Dumps {
    private Dumps() {}

    /** What is known of some fibers. From any thread. */
    static List<FiberInfo> of(List<Fiber<?>> fibers) {
        Map<Fiber<?>, Thread> running = running();
        List<FiberInfo> infos = new ArrayList<>();
        for (Fiber<?> fiber : fibers) {
            infos.add(info(fiber, running.get(fiber)));
        }
        return infos;
    }

    static String text(List<FiberInfo> infos) {
        StringBuilder text = new StringBuilder();
        text.append(infos.size()).append(infos.size() == 1 ? " fiber\n" : " fibers\n");
        infos.forEach(text::append);
        return text.toString();
    }

    /** As {@link #text}, of all that are tracked; says when that is not all. */
    static String ofAll(List<FiberInfo> infos) {
        return text(infos)
                + (Tracking.all
                        ? ""
                        : "Fibers of work-stealing schedulers and executors are listed only when they"
                                + " are tracked: -Dweft.track=true, or Weft.track(true) before they"
                                + " start.\n");
    }

    static String json(List<FiberInfo> infos) {
        StringBuilder json = new StringBuilder("[");
        for (FiberInfo info : infos) {
            json.append(json.length() == 1 ? "\n" : ",\n");
            append(json, info);
        }
        return json.append("\n]\n").toString();
    }

    private static void append(StringBuilder json, FiberInfo info) {
        json.append("{\"id\": ").append(info.id());
        member(json, "name", info.name());
        member(json, "state", info.state().name());
        member(json, "waitsFor", info.waitsFor());
        json.append(", \"waitingNanos\": ")
                .append(info.waitingNanos() < 0 ? "null" : info.waitingNanos())
                .append(", \"timeoutNanos\": ")
                .append(info.timeoutNanos() < 0 ? "null" : info.timeoutNanos())
                .append(", \"pinned\": ")
                .append(info.isPinned());
        member(json, "scope", info.scope());
        member(json, "carrier", info.carrier());
        member(json, "priority", info.priority().name());
        member(json, "startedAt", info.spawnedAt() == null ? null : info.spawnedAt().toString());
        json.append(", \"stack\": [");
        for (int i = 0; i < info.stack().size(); i++) {
            quote(json.append(i == 0 ? "" : ", "), info.stack().get(i).toString());
        }
        json.append("]}");
    }

    private static void member(StringBuilder json, String key, String value) {
        quote(json.append(", "), key);
        json.append(": ");
        if (value == null) {
            json.append("null");
        } else {
            quote(json, value);
        }
    }

    private static void quote(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static FiberInfo info(Fiber<?> fiber, Thread carrier) {
        Extras extras = fiber.extrasOrNull();
        Waiter pinned = extras == null ? null : extras.pinned;
        Thread thread = carrier;
        if (pinned != null) {
            thread = (Thread) pinned.owner;
        } else if ((fiber.flags & Parking.BLOCKED) != 0) {
            thread = extras.seat.thread;
        }
        List<StackTraceElement> stack =
                thread == null
                        ? fiber.scheduler.traceOf(fiber)
                        : ofThread(fiber, thread.getStackTrace());
        return new FiberInfo(fiber, thread, stack);
    }

    /** How many fibers block a carrier's thread at the moment in a pinned wait. */
    static int pinnedNow() {
        int n = 0;
        for (Fiber<?> fiber : running().keySet()) {
            Extras extras = fiber.extrasOrNull();
            n += extras != null && extras.pinned != null ? 1 : 0;
        }
        return n;
    }

    /** Without what drives the fiber, which is the same for all. */
    private static List<StackTraceElement> ofThread(Fiber<?> fiber, StackTraceElement[] thread) {
        List<StackTraceElement> stack = new ArrayList<>(fiber.trace(thread));
        for (int i = stack.size() - 1; i >= 0; i--) {
            String method = stack.get(i).getMethodName();
            if (stack.get(i).getClassName().equals(Fiber.class.getName())
                    && (method.equals("step") || method.equals("begin"))) {
                stack.subList(i, stack.size()).clear();
            }
        }
        stack.replaceAll(Dumps::withoutLoader);
        return stack;
    }

    /** Without the prefix of the class loader that the JVM shows for other threads only. */
    static StackTraceElement withoutLoader(StackTraceElement e) {
        return "app".equals(e.getClassLoaderName())
                ? new StackTraceElement(
                        e.getClassName(), e.getMethodName(), e.getFileName(), e.getLineNumber())
                : e;
    }

    /** The fibers that carriers run, as far as they can be known without slowing these down. */
    private static Map<Fiber<?>, Thread> running() {
        Map<Fiber<?>, Thread> running = new HashMap<>();
        Thread[] threads = new Thread[Thread.activeCount() + 64];
        int n = Thread.enumerate(threads);
        for (int i = 0; i < n; i++) {
            Fiber<?> fiber =
                    threads[i] instanceof CarrierThread
                            ? ((CarrierThread) threads[i]).context.current
                            : null;
            if (fiber != null) {
                running.put(fiber, threads[i]);
            }
        }
        return running;
    }
}
