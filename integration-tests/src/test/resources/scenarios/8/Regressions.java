package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Bugs that other weavers had, each by its name there. */
class Regressions {
    /** One synchronized method lost the whole class. */
    @Suspendable
    @Pins(1)
    static class Quasar288 {
        static synchronized int locked(int x) {
            return i(x);
        }

        static int free(int x) {
            return i(x) + i(1);
        }

        static Object run() {
            return free(1) + locked(2) + free(3);
        }
    }

    /** Code before a suspension ran twice. */
    @Suspendable
    static class Quasar230DoubleExecution {
        static int calls;

        static int once(String what) {
            Trace.add(what + " " + ++calls);
            return calls;
        }

        static int middle(int x) {
            int before = once("before");
            try {
                return before * 10 + i(x) + once("behind");
            } finally {
                once("finally");
            }
        }

        static Object run() {
            calls = 0;
            return once("first") + middle(2) + once("between") + middle(3) + ":" + calls;
        }
    }

    /** An object under construction while its arguments suspend, in a loop, in a ternary, nested. */
    @Suspendable
    static class Quasar280UninitialisedNew {
        static Object run() {
            StringBuilder all = new StringBuilder();
            for (int k = 0; k < 3; k++) {
                all.append(new StringBuilder(str("a") + k).append(new String(k == 1 ? str("odd") : str("even").toCharArray().length == 4 ? "e" : "?")));
            }
            return new ArrayList<Object>(Arrays.asList(all.toString(), new Integer(i(3))));
        }
    }

    /** A method that only forwards was left out of the resumption, and its side effects were repeated. */
    @Suspendable
    static class QuasarForwarder {
        static final StringBuilder LOG = new StringBuilder();

        static int forward(int x) {
            return target(effect(x));
        }

        static int effect(int x) {
            LOG.append('e').append(x);
            return x + 1;
        }

        static int target(int x) {
            int y = i(x);
            LOG.append('t');
            return y;
        }

        static Object run() {
            LOG.setLength(0);
            return forward(1) + forward(forward(5)) + LOG.toString();
        }
    }

    /** finally ran when the method was suspended, not when it ended. */
    @Suspendable
    static class QuasarFinallyAtSuspension {
        static Object run() {
            List<String> log = new ArrayList<>();
            try {
                log.add("try" + i(1));
                try {
                    log.add("inner" + i(2));
                } finally {
                    log.add("f" + i(3));
                }
                log.add("behind" + i(4));
            } finally {
                log.add("g");
            }
            return log.toString();
        }
    }

    /** Locals were wrong after a pause in a catch block, and its handlers were lost. */
    @Suspendable
    static class Kilim49PauseInCatch {
        static Object run() {
            int a = i(1);
            String s = "";
            for (int k = 0; k < 3; k++) {
                long wide = l(5);
                try {
                    fail(new IllegalStateException("x" + k));
                } catch (IllegalStateException e) {
                    int inside = i(a) + k;
                    try {
                        fail(new IllegalArgumentException(e.getMessage() + str("y")));
                    } catch (IllegalArgumentException f) {
                        s += f.getMessage() + inside + wide + i(k);
                        a++;
                    }
                }
            }
            return s + a;
        }
    }

    /** -0.0 came back as 0.0, NaN without its payload. */
    @Suspendable
    static class KilimMinusZero {
        static Object run() {
            double d = -0.0;
            float f = -0.0f;
            double nan = Double.longBitsToDouble(0x7ff8_dead_beef_0001L);
            float small = Float.intBitsToFloat(0x7fc0_1234);
            v();
            return Double.doubleToRawLongBits(d) + ":" + Float.floatToRawIntBits(f) + ":"
                    + Long.toHexString(Double.doubleToRawLongBits(nan)) + ":"
                    + Integer.toHexString(Float.floatToRawIntBits(small)) + 1 / d(d) + 1 / f(f);
        }
    }

    /** A switch within a switch. */
    @Suspendable
    static class Offbynull87NestedSwitch {
        static int f(int a, int b) {
            switch (i(a)) {
                case 1:
                    switch (i(b)) {
                        case 10:
                            return i(110);
                        case 20:
                            v();
                            break;
                        default:
                            return i(-1);
                    }
                    return 120 + i(0);
                case 2:
                    switch (i(b) % 3) {
                        case 0:
                            a += i(5);
                            // falls through
                        default:
                            a++;
                    }
                    // falls through
                default:
                    return a + i(b);
            }
        }

        static Object run() {
            return f(1, 10) + "," + f(1, 20) + "," + f(1, 30) + "," + f(2, 3) + "," + f(2, 4) + "," + f(9, 9);
        }
    }

    /** One slot, first an int, then a reference, then half of a long. */
    @Suspendable
    static class Offbynull84SlotReuse {
        static Object run() {
            String s = "";
            {
                int x = i(1);
                s += x + i(x);
            }
            {
                Object x = str("o");
                s += x + str("p");
            }
            {
                long x = l(1L << 40);
                s += x + l(x);
            }
            for (double d = d(0.5); d < 2; d += d(1)) {
                s += d;
            }
            return s;
        }
    }

    static class NotWoven {
        static int call(IntSupplier s) {
            return s.getAsInt() + 1;
        }
    }

    /** A caller that was not woven stood between woven ones, and was unwound. */
    @Suspendable
    @Pins(2)
    static class Tascalate12UnwovenBetween {
        static Object run() {
            int a = NotWoven.call(() -> i(1) + i(2));
            return a + i(10);
        }
    }

    /** for-each over an array whose elements are awaited. */
    @Suspendable
    static class EaAsync42ArrayForEach {
        static Object run() {
            int sum = 0;
            for (int[] row : new int[][] {{1, 2}, {3}, {}}) {
                for (int x : ints(row)) {
                    sum = sum * 10 + i(x);
                }
            }
            for (String s : new String[] {"a", str("b")}) {
                sum += str(s).length();
            }
            return sum;
        }
    }

    /** The order of class initialisation when the object is made again behind its arguments. */
    @Suspendable
    static class InitialisationOrderWhenNewMoves {
        static class First {
            static {
                Trace.add("First initialised");
            }

            final Object value;

            First(Object value) {
                Trace.add("First constructed");
                this.value = value;
            }
        }

        @Suspendable
        static class Second {
            static {
                Trace.add("Second initialised");
            }

            static int value() {
                return i(2);
            }
        }

        static Object run() {
            return new First(i(1) + Second.value()).value;
        }
    }
}
