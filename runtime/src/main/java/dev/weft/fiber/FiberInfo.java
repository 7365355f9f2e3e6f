package dev.weft.fiber;

import java.util.List;

/** What a dump says of one fiber: a picture of a moment. Immutable. */
public final class FiberInfo {
    private final long id;
    private final String name;
    private final Fiber.State state;
    private final WaitInfo wait;
    private final String scope;
    private final String carrier;
    private final List<StackTraceElement> stack;
    private final StackTraceElement spawnedAt;
    private final Priority priority;

    FiberInfo(Fiber<?> fiber, Thread thread, List<StackTraceElement> stack) {
        Extras extras = fiber.extrasOrNull();
        wait = new WaitInfo(fiber);
        id = fiber.id();
        name = fiber.name();
        state = fiber.state();
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
        return wait.reason;
    }

    /**
     * For how long it has been waiting.
     *
     * @return nanoseconds; -1 when it doesn't wait or the JVM runs without {@code
     *     -Dweft.track.waits=true}
     */
    public long waitingNanos() {
        return wait.nanos;
    }

    /**
     * How long it will wait at most, if nothing else ends the wait: a sleep, a time limit of the
     * call itself (not of a scope around it).
     *
     * @return nanoseconds on its scheduler's clock; -1 when there is no limit, or it doesn't wait
     */
    public long timeoutNanos() {
        return wait.left;
    }

    /**
     * Whether its wait keeps a thread: it is below a frame that can't be unwound, or in a blocking
     * call.
     *
     * @return true for a fiber that waits so
     */
    public boolean isPinned() {
        return wait.pinned;
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
        if (wait.pinned) {
            text.append(", pinned");
        }
        if (wait.reason != null) {
            text.append(", waits for ").append(wait.reason);
        }
        appendMillis(text, " for ", wait.nanos, "");
        appendMillis(text, ", ", wait.left, " left");
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

    private static void appendMillis(StringBuilder text, String before, long nanos, String after) {
        if (nanos >= 0) {
            text.append(before).append(nanos / 1_000_000).append(" ms").append(after);
        }
    }
}
