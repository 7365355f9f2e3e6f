package dev.weft.fiber;

import java.util.List;

/** What a dump says of one fiber: a picture of a moment. Immutable. */
public final class FiberInfo {
    private final long id;
    private final String name;
    private final Fiber.State state;
    private final String waitsFor;
    private final long waitingNanos;
    private final String scope;
    private final String carrier;
    private final List<StackTraceElement> stack;
    private final StackTraceElement spawnedAt;
    private final Priority priority;

    FiberInfo(Fiber<?> fiber, Thread thread, List<StackTraceElement> stack) {
        Extras extras = fiber.extrasOrNull();
        Object reason = fiber.waitsFor();
        id = fiber.id();
        name = fiber.name();
        state = fiber.state();
        waitsFor = reason == null ? null : text(reason);
        long since = extras == null || reason == null ? 0 : extras.since;
        waitingNanos = since == 0 ? -1 : System.nanoTime() - since;
        scope = extras == null || extras.parent == null ? null : extras.parent.toString();
        carrier = thread == null ? null : thread.getName();
        this.stack = List.copyOf(stack);
        spawnedAt = extras == null ? null : extras.spawned;
        priority = fiber.priority();
    }

    /**
     * The line that started it.
     *
     * @return null unless the JVM runs with {@code -Dweft.track.spawns=true} and it is tracked
     */
    public StackTraceElement spawnedAt() {
        return spawnedAt;
    }

    /**
     * Its priority.
     *
     * @return see {@link Fiber#priority()}
     */
    public Priority priority() {
        return priority;
    }

    /**
     * The fiber's number.
     *
     * @return see {@link Fiber#id()}
     */
    public long id() {
        return id;
    }

    /**
     * Its name.
     *
     * @return see {@link Fiber#name()}
     */
    public String name() {
        return name;
    }

    /**
     * Its state.
     *
     * @return see {@link Fiber#state()}
     */
    public Fiber.State state() {
        return state;
    }

    /**
     * What it waits for.
     *
     * @return the text of the channel, fiber, lock …; null when it doesn't wait
     */
    public String waitsFor() {
        return waitsFor;
    }

    /**
     * For how long it has been waiting.
     *
     * @return nanoseconds; -1 when it doesn't wait or the JVM runs without {@code
     *     -Dweft.track.waits=true}
     */
    public long waitingNanos() {
        return waitingNanos;
    }

    /**
     * The scope that it belongs to.
     *
     * @return its text; null for a detached fiber
     */
    public String scope() {
        return scope;
    }

    /**
     * The thread that runs it or that it blocks.
     *
     * @return the thread's name; null when it has none, or an executor's that is not known
     */
    public String carrier() {
        return carrier;
    }

    /**
     * The logical stack of a waiting fiber, the thread's stack of one that has a thread.
     *
     * @return innermost first; may be empty
     */
    public List<StackTraceElement> stack() {
        return stack;
    }

    /** Several lines: a heading and the stack. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder()
                        .append('"')
                        .append(name)
                        .append("\" #")
                        .append(id)
                        .append(' ')
                        .append(state);
        if (waitsFor != null) {
            text.append(", waits for ").append(waitsFor);
        }
        if (waitingNanos >= 0) {
            text.append(" for ").append(waitingNanos / 1_000_000).append(" ms");
        }
        if (scope != null) {
            text.append(", in ").append(scope);
        }
        if (carrier != null) {
            text.append(", on ").append(carrier);
        }
        if (priority != Priority.NORMAL) {
            text.append(", priority ").append(priority);
        }
        if (spawnedAt != null) {
            text.append(", started at ").append(spawnedAt);
        }
        for (StackTraceElement element : stack) {
            text.append("\n    at ").append(element);
        }
        return text.append('\n').toString();
    }

    private static String text(Object reason) {
        try {
            return reason.toString();
        } catch (RuntimeException broken) {
            return reason.getClass().getName();
        }
    }
}
