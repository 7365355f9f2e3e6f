package dev.weft.weaver.io;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.WeaveException;
import java.util.ArrayList;
import java.util.List;

/** Weaves one class after the other and collects what is said of them. Not thread-safe. */
final class Batch {
    private final Weaver weaver;
    private final List<ClassReport> reports = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int classes;

    Batch(Weaver weaver) {
        this.weaver = weaver;
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
            return result.changed() ? result.bytes() : bytes;
        } catch (WeaveException e) {
            failures.add(path + ": " + e.getMessage());
        } catch (RuntimeException e) {
            failures.add(
                    path + ": not a class file that Weft can read, or a bug in Weft: " + trace(e));
        }
        return bytes;
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
