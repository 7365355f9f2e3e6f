package dev.weft.woven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the stack traces of exceptions, and of threads that run fibers, logical: a method that was
 * resumed has its callers in saved frames, where the JVM does not see them.
 *
 * <p>An exception that leaves a resumed method passes {@link Stack#resumeFrames()}. There, once for
 * each stack, the part of its trace that is this loop is replaced by the methods and lines of the
 * saved frames, so the trace reads as if nothing had ever been suspended. That costs some
 * microseconds for such an exception, and nothing for code that throws none, or whose exceptions
 * are caught in the method that was resumed or what that calls. {@code -Dweft.traces=false} leaves
 * all of this out.
 *
 * <p>What must not happen is that an exception gets the callers of another stack than the one it
 * was thrown on: it may have been made anywhere and passed on. So the element above the loop must
 * be the very method that was resumed; else the trace stays as it is.
 *
 * <p>Nothing that goes wrong here replaces the exception itself.
 */
public final class StackTraces {
    /** As the JDK limits its own. */
    private static final int LIMIT = 1024;

    private static final boolean ON = !"false".equals(System.getProperty("weft.traces"));
    private static final String LOOP = Stack.class.getName();
    private static final String RUNTIME = "dev.weft.";
    private static final String NESTED = "dev.weft.continuation.NestedStack";
    private static final String RESUMED = "$resume$";

    private StackTraces() {}

    /**
     * An exception has left a method that was resumed: adds its callers.
     *
     * @param thrown the exception
     * @param resumed the frame of that method, linked to its callers'
     */
    static void complete(Throwable thrown, Frame resumed) {
        if (!ON || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            StackTraceElement[] seen = thrown.getStackTrace();
            StackTraceElement[] whole = merge(seen, resumed);
            if (whole != seen) {
                thrown.setStackTrace(whole);
            }
        } catch (RuntimeException | Error e) {
            // no memory, or an exception with methods of its own that fail: it stays as it was
        }
    }

    /**
     * An exception goes to a coroutine from the one that it had delegated to: adds its frames.
     *
     * @param thrown the exception
     * @param callers the frames of the coroutine that gets it, innermost first
     */
    public static void delegated(Throwable thrown, List<StackTraceElement> callers) {
        if (!ON || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            StackTraceElement[] seen = thrown.getStackTrace();
            for (int i = 0; i < seen.length; i++) {
                if (seen[i].getClassName().equals(NESTED)) {
                    thrown.setStackTrace(insert(seen, i, callers, i));
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            // as above
        }
    }

    /**
     * An exception that the runtime has made to end a wait arrives where that wait was: it gets the
     * stack of who waited instead of the one of whoever ended the wait. One that others have made
     * keeps its own.
     *
     * @param thrown the exception, about to be thrown by the innermost saved frame
     * @param waiter the stack that waited; null for the calling thread
     */
    public static void arrive(Throwable thrown, Stack waiter) {
        if (!ON || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            StackTraceElement[] seen = thrown.getStackTrace();
            if (seen.length > 0 && seen[0].getClassName().startsWith(RUNTIME)) {
                thrown.setStackTrace(
                        waiter == null
                                ? ofThread(new Throwable().getStackTrace())
                                : waiter.trace(LIMIT).toArray(new StackTraceElement[0]));
            }
        } catch (RuntimeException | Error e) {
            // as above
        }
    }

    /** Without this class. */
    private static StackTraceElement[] ofThread(StackTraceElement[] own) {
        return Arrays.copyOfRange(own, Math.min(1, own.length), own.length);
    }

    /**
     * A trace with the callers of a resumed method.
     *
     * @return {@code seen} itself when {@code resumed} was not found in it
     */
    static StackTraceElement[] merge(StackTraceElement[] seen, Frame resumed) {
        FrameInfo info = FrameInfo.of(resumed);
        for (int i = 1; i < seen.length; i++) {
            if (!isLoop(seen[i])) {
                continue;
            }
            int above = isLambda(seen[i - 1]) && i > 1 ? i - 2 : i - 1;
            if (isResumed(seen[above], info)) {
                if (info != null) {
                    seen[above] = info.named(seen[above]);
                }
                int rest = i;
                while (rest < seen.length && seen[rest].getClassName().equals(LOOP)) {
                    rest++;
                }
                return insert(seen, above + 1, FrameInfo.trace(resumed.parent, LIMIT), rest);
            }
        }
        return seen;
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
        String name = element.getMethodName();
        return info == null
                ? element.getClassName().startsWith(RUNTIME)
                : name.startsWith(RESUMED, info.name().length()) && info.isMethodOf(element);
    }

    private static StackTraceElement[] insert(
            StackTraceElement[] seen, int at, List<StackTraceElement> between, int rest) {
        List<StackTraceElement> whole = new ArrayList<>(seen.length + between.size());
        whole.addAll(Arrays.asList(seen).subList(0, at));
        whole.addAll(between);
        whole.addAll(Arrays.asList(seen).subList(rest, seen.length));
        return whole.toArray(new StackTraceElement[0]);
    }
}
