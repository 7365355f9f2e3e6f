package dev.weft.it;

import dev.weft.woven.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The frames of a program's own code in a stack trace, for comparison with other runs. */
final class OwnFrames {
    /** Behind frames whose callers are not known, which is right where code ran pinned. */
    private static final String CUT = "\n  at ...";

    private static final String LOOP = Stack.class.getName();

    private OwnFrames() {}

    /**
     * Innermost first: class, method and line of each. Of several of one method in a row the
     * innermost: a pinned method's bridge is one more. Without lambdas' bodies, which may keep no
     * frame, and the weaver's own methods in interfaces (docs/limits.md).
     */
    static String of(Throwable thrown, Predicate<String> own) {
        List<String> frames = new ArrayList<>();
        String before = "";
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (own.test(frame.getClassName()) && isShown(frame)) {
                String method = method(frame);
                if (!method.equals(before)) {
                    frames.add(method + ":" + frame.getLineNumber());
                }
                before = method;
            }
        }
        return String.join("\n  at ", frames);
    }

    /**
     * As above, of an exception that is caught. In code that runs pinned, those up to the method
     * that was resumed, marked as such.
     */
    static String ofCaught(Throwable thrown, Predicate<String> own) {
        StackTraceElement[] trace = thrown.getStackTrace();
        int loop = 0;
        while (loop < trace.length && !trace[loop].getClassName().equals(LOOP)) {
            loop++;
        }
        if (loop == trace.length || !isPinned(trace, loop, own)) {
            return of(thrown, own);
        }
        StackTraceElement[] known = new StackTraceElement[loop];
        System.arraycopy(trace, 0, known, 0, loop);
        Throwable cut = new Throwable();
        cut.setStackTrace(known);
        return of(cut, own) + CUT;
    }

    /** Whether it is what another run has, or the beginning of that in code that runs pinned. */
    static boolean agree(String expected, String actual) {
        return actual.endsWith(CUT)
                ? expected.startsWith(actual.substring(0, actual.length() - CUT.length()))
                : actual.equals(expected);
    }

    /**
     * Whether what was called last by the method that was resumed had no stack: it was reached
     * through a bridge, which shows as the same method twice, or is not woven.
     */
    private static boolean isPinned(StackTraceElement[] trace, int loop, Predicate<String> own) {
        String before = "";
        for (int i = 0; i < loop; i++) {
            if (!own.test(trace[i].getClassName())) {
                continue;
            }
            String method = method(trace[i]);
            if (method.equals(before) || isNeverWoven(trace[i])) {
                return true;
            }
            before = method;
        }
        return false;
    }

    private static boolean isNeverWoven(StackTraceElement frame) {
        return frame.getMethodName().startsWith("<");
    }

    private static String method(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName().replaceFirst("\\$resume.*", "");
    }

    private static boolean isShown(StackTraceElement frame) {
        String name = frame.getMethodName();
        return !name.startsWith("lambda$") && !name.endsWith("$call");
    }
}
