package dev.weft.weaver.io;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.WeaveException;
import java.util.ArrayList;
import java.util.List;

/** Weaves one class after the other and collects what is said of them. Not thread-safe. */
final class Batch {
    /** Compiled against by whoever uses Weft, and in the same jar as all that woven code calls. */
    private static final String RUNTIME = "dev/weft/Suspendable";

    private final Weaver weaver;
    private final ClassSource classPath;
    private final List<ClassReport> reports = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int classes;
    private Boolean runtimePresent;

    /**
     * Starts with nothing woven.
     *
     * @param classPath what the weaver reads: without the runtime no stand-in is known, and what is
     *     woven would lack them
     */
    Batch(Weaver weaver, ClassSource classPath) {
        this.weaver = weaver;
        this.classPath = classPath;
    }

    static boolean isClass(String path) {
        return path.endsWith(".class")
                && !path.endsWith("module-info.class")
                && !path.endsWith("package-info.class");
    }

    /** The woven bytes, or the given ones when nothing has to change. */
    byte[] weave(String path, byte[] bytes) {
        classes++;
        try {
            WeaveResult result = weaver.weave(bytes);
            reports.add(result.report());
            if (!result.changed() || !runtimePresent(path)) {
                return bytes;
            }
            return result.bytes();
        } catch (WeaveException e) {
            failures.add(path + ": " + e.getMessage());
        } catch (RuntimeException e) {
            failures.add(
                    path + ": not a class file that Weft can read, or a bug in Weft: " + trace(e));
        }
        return bytes;
    }

    private boolean runtimePresent(String path) {
        if (runtimePresent == null) {
            runtimePresent = classPath.find(RUNTIME) != null;
            if (!runtimePresent) {
                failures.add(
                        path
                                + ": has methods to weave, but the class path has no Weft runtime;"
                                + " add the dependency dev.weft:weft-runtime (scope compile or"
                                + " provided), or weft-runtime.jar behind -cp");
            }
        }
        return runtimePresent;
    }

    private static String trace(RuntimeException e) {
        StringBuilder text = new StringBuilder(e.toString());
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 8); i++) {
            text.append(System.lineSeparator()).append("    at ").append(trace[i]);
        }
        return text.toString();
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    WeaveSummary summary() {
        return WeaveSummary.of(classes, WeaveSummary.worthKeeping(reports), failures);
    }
}
