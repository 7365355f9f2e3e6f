package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;

/**
 * Issues of which only the kind is known (double execution, uninitialised objects, nested switches
 * and reused slots, coroutines' code generation): what their own texts say could not be read.
 */
class PeerIssuesByKind {
    /** Double execution: callers that are not marked stand at several depths, in one expression. */
    static class Quasar59DoubleExecution {
        abstract static class Base {
            int calls;

            int unmarked(int a, int b) {
                calls++;
                Trace.add("unmarked " + calls);
                return marked(a) + marked(b);
            }

            @Suspendable
            abstract int marked(int a);
        }

        static class Derived extends Base {
            @Suspendable
            @Override
            int marked(int a) {
                Trace.add("marked " + a);
                return i(a) + i(1);
            }
        }

        /** Each of the two calls of what is not marked pins four leaves. */
        @Suspendable
        @Pins(8)
        static class Expression {
            static int n;

            static int next() {
                return ++n;
            }

            static Object run() {
                n = i(0);
                Derived d = new Derived();
                int sum = d.unmarked(next(), next()) * i(next()) + d.marked(next());
                sum += d.unmarked(next(), i(next()));
                return sum + " " + n + " " + d.calls;
            }
        }
    }

    /** Objects under construction while arguments wait, fail and are computed in branches. */
    @Suspendable
    static class Quasar164Construction {
        final String text;
        final Quasar164Construction inner;

        Quasar164Construction(String text, Quasar164Construction inner) {
            this.text = text;
            this.inner = inner;
            Trace.add("made " + text);
        }

        @Override
        public String toString() {
            return text + "(" + inner + ")";
        }

        static Quasar164Construction nested(int depth) {
            return depth == 0
                    ? null
                    : new Quasar164Construction(
                            z(depth % 2 == 0) ? str("even" + depth) : "odd" + i(depth),
                            nested(depth - 1));
        }

        static Quasar164Construction failing(boolean fails) {
            try {
                return new Quasar164Construction(
                        str("outer"),
                        new Quasar164Construction(
                                fails ? String.valueOf(fail(new IllegalStateException("arg"))) : "in",
                                nested(i(1))));
            } catch (IllegalStateException e) {
                return new Quasar164Construction(str(e.getMessage()), nested(2));
            }
        }

        static Object run() {
            return nested(3) + " " + failing(false) + " " + failing(true);
        }
    }

    /** Switches in switches in loops, whose cases reuse slots for other types. */
    @Suspendable
    static class Offbynull96SwitchesAndSlots {
        static String step(int k, String kind) {
            switch (i(k)) {
                case 0: {
                    long wide = l(k + 1L);
                    switch (str(kind)) {
                        case "a": {
                            double d = d(0.5);
                            return wide + " " + d;
                        }
                        case "b": {
                            String s = str("b");
                            int n = i(2);
                            return wide + s + n;
                        }
                        default:
                            break;
                    }
                    return "none" + i((int) wide);
                }
                case 1: {
                    String s = str(kind);
                    float f = i(3);
                    return s + f;
                }
                default: {
                    Object o = o(k);
                    for (int n = 0; n < 2; n++) {
                        switch (i(n)) {
                            case 0:
                                continue;
                            default:
                                o = o(o + "!" + str(kind));
                        }
                    }
                    return o.toString();
                }
            }
        }

        static Object run() {
            StringBuilder all = new StringBuilder();
            for (int k = 0; k < 3; k++) {
                for (String kind : new String[] {"a", "b", "c"}) {
                    all.append(step(k, kind)).append(' ');
                }
            }
            return all.toString();
        }
    }

    /** Waits whose results are dropped, returned from finally, or whose variables are dead or null. */
    @Suspendable
    static class Kt22694Results {
        static String last(int n) {
            String result = null;
            Object unused = o("unused");
            for (int k = 0; k < n; k++) {
                i(k);
                String read = k == 1 ? null : str("r" + k);
                unused = read;
                if (read == null) {
                    continue;
                }
                result = read;
            }
            return result;
        }

        static int overridden(boolean fails) {
            int n = i(1);
            try {
                if (fails) {
                    fail(new IllegalStateException("lost"));
                }
                return i(n + 1);
            } finally {
                n = i(10);
                if (fails) {
                    return n + i(5);
                }
            }
        }

        static Object run() {
            str("dropped");
            return last(0) + last(1) + last(2) + last(3) + overridden(false) + overridden(true);
        }
    }
}
