package dev.weft.fiber;

import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds out from a thread's stack which frame keeps a fiber from being unwound.
 *
 * <p>From the wait outwards: woven bodies (their last parameter is a {@code Stack}) and resume
 * bodies could be unwound; a plain method under its own woven body is a bridge, so its caller did
 * not hand on a stack. The first frame that is neither is to blame. When a bridge or a leaf's plain
 * form was called from a woven body, that body did it on purpose: inside {@code synchronized}.
 */
final class PinSearch {
    private static final StackWalker WALKER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int MOST_FRAMES = 1024;
    private static final String STACK = "dev.weft.woven.Stack";

    private PinSearch() {}

    /** The calling thread's frames outside of the runtime's innermost ones and its own. */
    static List<StackFrame> frames() {
        return WALKER.walk(s -> s.limit(MOST_FRAMES).collect(Collectors.toList()));
    }

    /** The innermost frame outside of the runtime. */
    static StackTraceElement caller() {
        return WALKER.walk(
                s ->
                        s.filter(f -> !isRuntime(f))
                                .map(StackFrame::toStackTraceElement)
                                .findFirst()
                                .orElse(null));
    }

    static PinSite site(List<StackFrame> frames, boolean bound) {
        int first = 0;
        while (first < frames.size() - 1 && isRuntime(frames.get(first))) {
            first++;
        }
        StackTraceElement at = element(frames.get(first));
        if (bound) {
            return new PinSite(at, at, PinReason.BOUND);
        }
        boolean plain = first > 0 && !isWovenBody(frames.get(first - 1));
        for (int i = first; i < frames.size(); i++) {
            StackFrame frame = frames.get(i);
            if (isWovenBody(frame)) {
                if (plain) {
                    return new PinSite(element(frame), at, PinReason.SYNCHRONIZED);
                }
            } else if (isLambda(frame) || i > first && isBridge(frame, frames.get(i - 1))) {
                plain = true;
            } else {
                return new PinSite(element(frame), at, reason(frame));
            }
        }
        return new PinSite(at, at, PinReason.NOT_WOVEN);
    }

    /** The site of a long turn: the innermost frame, and the innermost of the program's own. */
    static PinSite ofLongTurn(StackTraceElement[] stack) {
        StackTraceElement at =
                stack.length == 0
                        ? new StackTraceElement("?", "?", null, -1)
                        : Dumps.withoutLoader(stack[0]);
        for (StackTraceElement element : stack) {
            String name = element.getClassName();
            boolean platform =
                    name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
            if (!platform) {
                return new PinSite(Dumps.withoutLoader(element), at, PinReason.LONG_TURN);
            }
        }
        return new PinSite(at, at, PinReason.LONG_TURN);
    }

    private static PinReason reason(StackFrame frame) {
        String method = frame.getMethodName();
        if (method.equals("<init>")) {
            return PinReason.CONSTRUCTOR;
        }
        if (method.equals("<clinit>")) {
            return PinReason.STATIC_INITIALISER;
        }
        Class<?> owner = frame.getDeclaringClass();
        if (isPlatform(owner)) {
            return PinReason.JDK_FRAME;
        }
        if (isSynchronized(frame)) {
            return PinReason.SYNCHRONIZED;
        }
        return isWoven(owner) ? PinReason.NOT_SUSPENDABLE : PinReason.NOT_WOVEN;
    }

    private static boolean isWovenBody(StackFrame frame) {
        MethodType type = frame.getMethodType();
        int n = type.parameterCount();
        return n > 0 && type.parameterType(n - 1).getName().equals(STACK);
    }

    private static boolean isBridge(StackFrame frame, StackFrame inner) {
        return isWovenBody(inner)
                && inner.getDeclaringClass() == frame.getDeclaringClass()
                && inner.getMethodName().equals(frame.getMethodName());
    }

    /** The object of a lambda, whose plain method calls the plain body: not what the user wrote. */
    private static boolean isLambda(StackFrame frame) {
        String name = frame.getClassName();
        return name.contains("$$Weft$") || name.contains("$$Lambda");
    }

    private static boolean isSynchronized(StackFrame frame) {
        try {
            Method method =
                    frame.getDeclaringClass()
                            .getDeclaredMethod(
                                    frame.getMethodName(), frame.getMethodType().parameterArray());
            return Modifier.isSynchronized(method.getModifiers());
        } catch (NoSuchMethodException | LinkageError hidden) {
            return false;
        }
    }

    private static boolean isWoven(Class<?> owner) {
        try {
            owner.getDeclaredField("$weft");
            return true;
        } catch (NoSuchFieldException | LinkageError no) {
            return false;
        }
    }

    private static boolean isPlatform(Class<?> owner) {
        ClassLoader loader = owner.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** A class of Weft's own; told by where it was loaded from, as tests share its packages. */
    private static boolean isRuntime(StackFrame frame) {
        Class<?> owner = frame.getDeclaringClass();
        return owner.getName().startsWith("dev.weft.")
                        && owner.getProtectionDomain().getCodeSource()
                                == Weft.class.getProtectionDomain().getCodeSource()
                || isPlatform(owner) && owner.getName().startsWith("java.lang.StackS");
    }

    private static StackTraceElement element(StackFrame frame) {
        return frame.toStackTraceElement();
    }
}
