package dev.weft.it;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.List;

/**
 * The leaf of the differential tests, one method a kind of result. Unwoven or pinned it gives its
 * argument at once; under a {@link DriverStack} that asks for it, it suspends first. Counts both.
 */
public final class SuspendingCall {
    private static final ThreadLocal<int[]> COUNTS = ThreadLocal.withInitial(() -> new int[2]);

    private SuspendingCall() {}

    static int suspended() {
        return COUNTS.get()[0];
    }

    static int pinned() {
        return COUNTS.get()[1];
    }

    static void reset() {
        COUNTS.remove();
    }

    /** Whether to suspend now. */
    static boolean leaves(Stack stack) {
        boolean suspends = stack instanceof DriverStack && ((DriverStack) stack).suspendsLeaves();
        COUNTS.get()[suspends ? 0 : 1]++;
        return suspends;
    }

    static void leave(Stack stack, Object ref, long prim) {
        ((DriverStack) stack).leave(ref, prim);
    }

    @Suspendable
    public static boolean z(boolean v) {
        return z(v, Stack.PINNED);
    }

    public static boolean z(boolean v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, v ? 1 : 0);
        return false;
    }

    @Suspendable
    public static byte b(byte v) {
        return b(v, Stack.PINNED);
    }

    public static byte b(byte v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, v);
        return 0;
    }

    @Suspendable
    public static short s(short v) {
        return s(v, Stack.PINNED);
    }

    public static short s(short v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, v);
        return 0;
    }

    @Suspendable
    public static char c(char v) {
        return c(v, Stack.PINNED);
    }

    public static char c(char v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, v);
        return 0;
    }

    @Suspendable
    public static int i(int v) {
        return i(v, Stack.PINNED);
    }

    public static int i(int v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, v);
        return 0;
    }

    @Suspendable
    public static long l(long v) {
        return l(v, Stack.PINNED);
    }

    public static long l(long v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, v);
        return 0;
    }

    @Suspendable
    public static float f(float v) {
        return f(v, Stack.PINNED);
    }

    public static float f(float v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, Float.floatToRawIntBits(v));
        return 0;
    }

    @Suspendable
    public static double d(double v) {
        return d(v, Stack.PINNED);
    }

    public static double d(double v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, null, Double.doubleToRawLongBits(v));
        return 0;
    }

    @Suspendable
    public static <T> T o(T v) {
        return o(v, Stack.PINNED);
    }

    public static <T> T o(T v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, v, 0);
        return null;
    }

    @Suspendable
    public static String str(String v) {
        return str(v, Stack.PINNED);
    }

    public static String str(String v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, v, 0);
        return null;
    }

    @Suspendable
    public static int[] ints(int[] v) {
        return ints(v, Stack.PINNED);
    }

    public static int[] ints(int[] v, Stack stack) {
        if (!leaves(stack)) {
            return v;
        }
        leave(stack, v, 0);
        return null;
    }

    @Suspendable
    public static void v() {
        v(Stack.PINNED);
    }

    public static void v(Stack stack) {
        if (leaves(stack)) {
            leave(stack, null, 0);
        }
    }

    /**
     * Throws after having suspended. The exception shows where it is thrown, not where it was made:
     * a program may have made it in the very method that had been resumed, and there the callers
     * are not known to it (docs/limits.md).
     */
    @Suspendable
    public static int fail(RuntimeException failure) {
        return fail(failure, Stack.PINNED);
    }

    /** Throws after having suspended. */
    public static int fail(RuntimeException failure, Stack stack) {
        failure.fillInStackTrace();
        if (!leaves(stack)) {
            throw failure;
        }
        List<StackTraceElement> logical = stack.trace(failure.getStackTrace());
        failure.setStackTrace(logical.toArray(new StackTraceElement[0]));
        ((DriverStack) stack).leaveFailing(failure);
        return 0;
    }
}
