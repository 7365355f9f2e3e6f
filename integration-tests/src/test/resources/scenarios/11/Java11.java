package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Java 9 to 11: private interface methods, var, effectively final resources, indy concatenation. */
class Java11 {
    @Suspendable
    interface WithPrivates {
        int base();

        private int helper(int x) {
            return base() + i(x);
        }

        private static int statically(int x) {
            return i(x) * 2;
        }

        default int ask() {
            return helper(1) + statically(2) + i(3);
        }
    }

    @Suspendable
    static class PrivateInterfaceMethods {
        static class Impl implements WithPrivates {
            @Override
            public int base() {
                return i(10);
            }
        }

        static Object run() {
            WithPrivates lambda = () -> i(20);
            return new Impl().ask() + lambda.ask();
        }
    }

    @Suspendable
    static class Concatenation {
        static Object run() {
            var s = "a" + i(1) + l(2) + c('c') + "\u0001" + str("x\u0002") + z(true) + f(-0f) + d(1e300) + o(null);
            s += s.length() + i(3);
            var local = new Object() {
                int n = 4;

                @Override
                public String toString() {
                    return "n" + n;
                }
            };
            v();
            local.n++;
            return s + local + i(local.n);
        }
    }

    @Suspendable
    static class EffectivelyFinalResource {
        @Suspendable
        static class R implements AutoCloseable {
            @Override
            public void close() {
                v();
                Trace.add("closed");
            }
        }

        static Object run() {
            R r = new R();
            v();
            try (r) {
                return i(1);
            }
        }
    }

    @Suspendable
    static class NestMates {
        private int secret = 1;

        private int get() {
            return i(secret++);
        }

        @Suspendable
        private static class Friend {
            private int peek(NestMates n) {
                return n.get() + n.secret + i(n.get());
            }
        }

        static Object run() {
            return new Friend().peek(new NestMates());
        }
    }

    @Suspendable
    static class VarInLambda {
        @Suspendable
        interface Op {
            int apply(int a, int b);
        }

        static Object run() {
            Op op = (var a, var b) -> i(a) - i(b);
            return op.apply(i(5), 3);
        }
    }
}
