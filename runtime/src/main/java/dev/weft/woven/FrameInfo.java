package dev.weft.woven;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What a dump says of a woven method's frames. Kept beside the resumers, not in the frames, so that
 * it costs nothing while code runs.
 */
final class FrameInfo {
    private static final Map<Resumer, FrameInfo> BY_RESUMER =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final String className;
    private final String method;
    private final String body;
    private final String source;
    private final String lines;

    FrameInfo(String className, String method, String body, String source, String lines) {
        this.className = className;
        this.method = method;
        this.body = body;
        this.source = source;
        this.lines = lines;
    }

    static void register(Resumer resumer, FrameInfo info) {
        BY_RESUMER.put(resumer, info);
    }

    /** Of a woven method's frame; null for one of the runtime's own. */
    static FrameInfo of(Frame frame) {
        return BY_RESUMER.get(frame.resumer);
    }

    /**
     * The logical stack from {@code frame} outwards, innermost first; about {@code limit} elements
     * of it at most.
     */
    static List<StackTraceElement> trace(Frame frame, int limit) {
        List<StackTraceElement> trace = new ArrayList<>();
        for (Frame f = frame; f != null && trace.size() < limit; f = f.parent) {
            trace.addAll(f.driven());
            if (f instanceof FrameChain) {
                FrameChain chain = (FrameChain) f;
                for (int i = 0; i < chain.size(); i++) {
                    add(trace, chain.resumerAt(i), chain.pointAt(i));
                }
            } else {
                add(trace, f.resumer, f.point);
            }
        }
        return trace;
    }

    private String name() {
        return method.substring(0, method.indexOf('('));
    }

    /** Whether an element of a stack trace is of the method's second body. */
    boolean isResumed(StackTraceElement element) {
        return element.getMethodName().equals(body) && element.getClassName().equals(className);
    }

    /** An element of the method's second body as one of the method. */
    StackTraceElement named(StackTraceElement element) {
        return new StackTraceElement(
                className, name(), element.getFileName(), element.getLineNumber());
    }

    private static void add(List<StackTraceElement> trace, Resumer resumer, int point) {
        FrameInfo info = BY_RESUMER.get(resumer);
        if (info != null) {
            trace.add(info.element(point));
        }
    }

    private StackTraceElement element(int point) {
        int line = point > 0 && point <= lines.length() ? lines.charAt(point - 1) : 0;
        return new StackTraceElement(
                className, name(), source.isEmpty() ? null : source, line == 0 ? -1 : line);
    }
}
