package dev.weft.woven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stack trace that the JVM has made, and what saved frames add to it: from the innermost stack of
 * a chain of drivers outwards, each behind the part of the one before.
 *
 * <p>Of a stack whose innermost frame was resumed the JVM has seen:
 *
 * <pre>
 *   what the method called
 *   the method, as its second body
 *   the loop of {@link Stack} that resumes frames     replaced by the callers in saved frames
 *   {@code NestedStack.run} or the like               before it: those that delegate to this stack
 *   the driver's part
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class LogicalTrace {
    /** As the JDK limits its own. */
    static final int LIMIT = 1024;

    private static final String LOOP = Stack.class.getName();
    private static final String RUNTIME = "dev.weft.";
    private static final String NESTED = "dev.weft.continuation.NestedStack";

    private StackTraceElement[] seen;

    /** Where the part of the next stack begins. */
    private int from;

    private boolean changed;

    /**
     * Takes a trace.
     *
     * @param seen is changed
     */
    LogicalTrace(StackTraceElement[] seen) {
        this.seen = seen;
    }

    /** Initialises this class. */
    static void prepare() {}

    /** The trace, with all that was added. */
    StackTraceElement[] elements() {
        return seen;
    }

    /** Whether anything was added. */
    boolean isChanged() {
        return changed;
    }

    /**
     * Adds what a stack and those that drive it know.
     *
     * @param innermost the stack that the trace is of; may be null
     */
    void addChain(Stack innermost) {
        for (Stack s = innermost; s != null; s = s.driver()) {
            addCallers(s.resumed());
            addDelegators(s.delegators());
        }
    }

    /**
     * Adds the callers of a resumed method, if the trace is of one that it called.
     *
     * @param resumed the method's frame, linked to its callers'; may be null
     */
    void addCallers(Frame resumed) {
        if (resumed == null) {
            return;
        }
        FrameInfo info = FrameInfo.of(resumed);
        for (int i = from + 1; i < seen.length; i++) {
            if (!isLoop(seen[i])) {
                continue;
            }
            int above = isLambda(seen[i - 1]) && i > from + 1 ? i - 2 : i - 1;
            if (isResumed(seen[above], info)) {
                replaceLoop(above, i, resumed, info);
                return;
            }
        }
    }

    private void replaceLoop(int above, int loop, Frame resumed, FrameInfo info) {
        if (info != null) {
            seen[above] = info.named(seen[above]);
        }
        int rest = loop;
        while (rest < seen.length && seen[rest].getClassName().equals(LOOP)) {
            rest++;
        }
        List<StackTraceElement> callers = FrameInfo.trace(resumed.parent, LIMIT);
        insert(above + 1, callers, rest);
        from = above + 1 + callers.size();
    }

    /**
     * Adds the frames of those that delegate to a stack where that one's part ends, unless they are
     * there.
     *
     * @param callers innermost first; may be empty
     */
    void addDelegators(List<StackTraceElement> callers) {
        int end = from;
        while (end < seen.length && !seen[end].getClassName().equals(NESTED)) {
            end++;
        }
        if (end == seen.length) {
            return;
        }
        if (!callers.isEmpty() && !isBefore(end, callers)) {
            insert(end, callers, end);
            end += callers.size();
        }
        while (end < seen.length && seen[end].getClassName().equals(NESTED)) {
            end++;
        }
        from = end;
    }

    /**
     * Whether the frames of those that delegate to a stack were added before.
     *
     * @param callers not empty
     */
    boolean hasDelegators(List<StackTraceElement> callers) {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i].getClassName().equals(NESTED) && isBefore(i, callers)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBefore(int end, List<StackTraceElement> callers) {
        int start = end - callers.size();
        return start >= 0 && Arrays.asList(seen).subList(start, end).equals(callers);
    }

    /** The resumer itself: shown where the JVM shows hidden frames. */
    private static boolean isLambda(StackTraceElement element) {
        return element.getClassName().contains("$$Lambda");
    }

    private static boolean isLoop(StackTraceElement element) {
        return element.getClassName().equals(LOOP) && element.getMethodName().startsWith("resume");
    }

    /** Whether the element is the resumed method; one without info is the runtime's own. */
    private static boolean isResumed(StackTraceElement element, FrameInfo info) {
        return info == null ? element.getClassName().startsWith(RUNTIME) : info.isResumed(element);
    }

    private void insert(int at, List<StackTraceElement> between, int rest) {
        List<StackTraceElement> whole = new ArrayList<>(seen.length + between.size());
        whole.addAll(Arrays.asList(seen).subList(0, at));
        whole.addAll(between);
        whole.addAll(Arrays.asList(seen).subList(rest, seen.length));
        seen = whole.toArray(new StackTraceElement[0]);
        changed = true;
    }
}
