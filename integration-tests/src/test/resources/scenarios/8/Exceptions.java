package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Suspensions in try, catch and finally; exceptions over suspended frames. */
class Exceptions {
    static class Checked extends Exception {
        final int code;

        Checked(int code) {
            super("checked " + code);
            this.code = code;
        }
    }

    @Suspendable
    static class InTryCatchFinally {
        static Object run() {
            String log = "";
            for (int k = 0; k < 3; k++) {
                try {
                    log += "t" + i(k);
                    if (k == 1) {
                        throw new IllegalStateException("k" + i(k));
                    }
                    if (k == 2) {
                        fail(new IllegalArgumentException("leaf"));
                    }
                    log += "e";
                } catch (IllegalStateException e) {
                    log += "c" + str(e.getMessage());
                } catch (IllegalArgumentException e) {
                    v();
                    log += "d" + e.getMessage();
                } finally {
                    log += "f" + i(k);
                    Trace.add(log);
                }
            }
            return log;
        }
    }

    @Suspendable
    static class ThrownThroughFrames {
        static Object run() {
            try {
                return a(5);
            } catch (Checked e) {
                return e.code + i(1);
            }
        }

        static int a(int n) throws Checked {
            if (n == 0) {
                v();
                throw new Checked(i(42));
            }
            try {
                return 1 + a(n - 1);
            } finally {
                Trace.add("leaving " + i(n));
            }
        }
    }

    @Suspendable
    static class Uncaught {
        static Object run() {
            v();
            return deeper();
        }

        static Object deeper() {
            v();
            throw new IllegalStateException("out");
        }
    }

    /** Found by the generator: the line's table entry stood before the call only. */
    @Suspendable
    static class LineOfThrowBehindCall {
        static Object run() {
            if (z(true)) throw new IllegalStateException("same line as the call");
            return null;
        }
    }

    @Suspendable
    static class UncaughtFromLeaf {
        static Object run() {
            int x = i(1);
            return x + fail(new UnsupportedOperationException("leaf"));
        }
    }

    @Suspendable
    static class ImplicitExceptions {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = 0; k < 6; k++) {
                try {
                    provoke(k);
                } catch (ArithmeticException e) {
                    log.append("A").append(i(k));
                } catch (ArrayIndexOutOfBoundsException e) {
                    log.append("I").append(str(e.getMessage()));
                } catch (ClassCastException | NegativeArraySizeException e) {
                    log.append("C").append(o(e.getClass().getSimpleName()));
                } catch (NullPointerException e) {
                    v();
                    log.append("N");
                } catch (RuntimeException e) {
                    log.append("R").append(str(e.getClass().getName()));
                }
            }
            return log.toString();
        }

        static void provoke(int k) {
            Object o = o("s");
            int[] a = ints(new int[1]);
            switch (k) {
                case 0:
                    Trace.add(1 / i(0));
                    break;
                case 1:
                    a[i(5)] = i(1);
                    break;
                case 2:
                    Trace.add((Integer) o);
                    break;
                case 3:
                    Trace.add(new int[i(-1)]);
                    break;
                case 4:
                    Trace.add(str(null).length());
                    break;
                default:
                    Object[] strings = new String[1];
                    strings[i(0)] = o(Integer.valueOf(1));
            }
        }
    }

    @Suspendable
    static class ReturnFromFinally {
        @SuppressWarnings("finally")
        static int f(int n) {
            try {
                if (n == 1) {
                    throw new RuntimeException("lost");
                }
                return i(n);
            } finally {
                if (n > 0) {
                    return i(100 + n);
                }
            }
        }

        static Object run() {
            return f(0) + "," + f(1) + "," + f(2);
        }
    }

    @Suspendable
    static class FinallyKeepsValue {
        static int n;

        static int f() {
            n = 1;
            try {
                return i(n) + n;
            } finally {
                n = i(50);
            }
        }

        static long g(long x) {
            try {
                return x * 2;
            } finally {
                v();
            }
        }

        static Object run() {
            return f() + "," + n + "," + g(21);
        }
    }

    @Suspendable
    static class NestedFinally {
        static Object run() {
            try {
                try {
                    try {
                        Trace.add("1");
                        fail(new IllegalStateException("a"));
                    } finally {
                        Trace.add("2" + i(2));
                        try {
                            fail(new IllegalArgumentException("b"));
                        } catch (IllegalArgumentException e) {
                            Trace.add("3" + str(e.getMessage()));
                        }
                    }
                } finally {
                    v();
                    Trace.add("4");
                }
            } catch (IllegalStateException e) {
                return str(e.getMessage()) + i(5);
            }
            return "WRONG";
        }
    }

    @Suspendable
    static class FinallyReplacesException {
        static Object run() {
            try {
                try {
                    fail(new IllegalStateException("first"));
                } finally {
                    fail(new IllegalArgumentException("second"));
                }
            } catch (RuntimeException e) {
                return str(e.getMessage());
            }
            return "WRONG";
        }
    }

    @Suspendable
    static class BreakAndContinueThroughFinally {
        static Object run() {
            StringBuilder log = new StringBuilder();
            outer:
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    try {
                        try {
                            log.append(i(a)).append(b).append(' ');
                            if (b == 1) {
                                continue outer;
                            }
                            if (a == 2) {
                                break outer;
                            }
                        } finally {
                            log.append("f").append(i(b));
                        }
                    } finally {
                        v();
                        log.append("g");
                    }
                }
            }
            return log.toString();
        }
    }

    @Suspendable
    static class Rethrow {
        static Object run() throws Exception {
            try {
                try {
                    v();
                    throw new Checked(i(3));
                } catch (Exception e) {
                    v();
                    throw e;
                }
            } catch (Checked e) {
                return "checked" + i(e.code);
            }
        }
    }

    @Suspendable
    static class Chained {
        static Object run() {
            try {
                try {
                    fail(new IllegalStateException("cause"));
                } catch (IllegalStateException e) {
                    RuntimeException x = new RuntimeException(str("outer"), e);
                    v();
                    throw x;
                }
            } catch (RuntimeException e) {
                v();
                return e;
            }
            return "WRONG";
        }
    }

    @Suspendable
    static class Resources {
        @Suspendable
        static class Resource implements AutoCloseable {
            final String name;
            final boolean fails;

            Resource(String name, boolean fails) {
                this.name = name;
                this.fails = fails;
                Trace.add("open " + name);
            }

            @Override
            public void close() {
                v();
                Trace.add("close " + name);
                if (fails) {
                    fail(new IllegalStateException("close " + name));
                }
            }
        }

        static Resource open(String name, boolean fails) {
            return new Resource(str(name), z(fails));
        }

        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                try (Resource a = open("a", k == 2);
                        Resource b = open("b", k >= 2);
                        Resource none = null) {
                    log.append(a.name).append(str(b.name)).append(none);
                    if (k % 2 == 1) {
                        fail(new IllegalArgumentException("body"));
                    }
                } catch (IllegalArgumentException | IllegalStateException e) {
                    log.append(o(e.getMessage())).append(e.getSuppressed().length);
                    Trace.add(e);
                } finally {
                    log.append(i(k));
                }
            }
            return log.toString();
        }
    }

    /** Kilim 49, 55: locals and handlers after a pause in a catch. */
    @Suspendable
    static class PauseInCatch {
        static Object run() {
            int a = 1;
            long b = 2;
            String s = "s";
            try {
                a = i(10);
                fail(new IllegalStateException("x"));
                a = 11;
            } catch (IllegalStateException e) {
                v();
                b += a;
                s += e.getMessage() + i(a);
                try {
                    fail(new IllegalStateException("y"));
                } catch (IllegalStateException f) {
                    v();
                    s += f.getMessage() + e.getMessage();
                }
                v();
                s += e.getMessage();
            }
            v();
            return s + a + b;
        }
    }

    /** Locals assigned inside the try, read in the handler: the value at the throw counts. */
    @Suspendable
    static class LocalsSeenByHandler {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                int at = 0;
                double d = -0.0;
                try {
                    at = 1;
                    step(k, 0);
                    at = 2;
                    d = 2.5;
                    step(k, 1);
                    at = 3;
                    step(k, 2);
                    at = 4;
                } catch (IllegalStateException e) {
                    log.append(e.getMessage()).append(at).append(d).append(i(k)).append(at);
                }
            }
            return log.toString();
        }

        static void step(int k, int n) {
            v();
            if (k == n) {
                throw new IllegalStateException("s" + n);
            }
        }
    }

    @Suspendable
    static class ThrowOnlyMethod {
        static Object run() {
            try {
                never();
            } catch (Error e) {
                return str(e.getMessage());
            }
            return "WRONG";
        }

        static int never() {
            v();
            throw new AssertionError("never " + i(1), null);
        }
    }

    /** 16 combinations of throw and pause (Kilim's TryThrow). */
    @Suspendable
    static class ThrowPauseCombinations {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int mask = 0; mask < 16; mask++) {
                log.append(one(mask)).append(' ');
            }
            return log.toString();
        }

        static String one(int mask) {
            String s = "" + mask;
            double keep = mask / 2.0;
            try {
                if ((mask & 1) != 0) {
                    v();
                }
                s += "t";
                if ((mask & 2) != 0) {
                    throw new RuntimeException("m" + mask);
                }
                s += "n";
            } catch (RuntimeException e) {
                if ((mask & 4) != 0) {
                    v();
                }
                s += e.getMessage();
            } finally {
                if ((mask & 8) != 0) {
                    v();
                }
                s += "f" + keep;
            }
            return s;
        }
    }

    /** The code behind the branches has the last branch's line, which the resumed method does not run. */
    @Suspendable
    static class LineOfThrowBehindBranches {
        int value = 1;

        static Object run() {
            LineOfThrowBehindBranches none = null;
            return (none == null
                    ? o(none)
                    : new LineOfThrowBehindBranches()).value;
        }
    }
}
