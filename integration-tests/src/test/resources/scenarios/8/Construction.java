package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Suspensions around the making of objects. */
class Construction {
    static class Pair {
        final Object a;
        final Object b;

        Pair(Object a, Object b) {
            Trace.add("Pair");
            this.a = a;
            this.b = b;
        }

        @Override
        public String toString() {
            return "(" + a + " " + b + ")";
        }
    }

    @Suspendable
    static class ArgumentSuspends {
        static Object run() {
            return new Pair(str("a"), i(1)).toString();
        }
    }

    @Suspendable
    static class Nested {
        static Object run() {
            Pair p = new Pair(new Pair(i(1), new Pair("x", str("y"))), new Pair(null, l(3)));
            v();
            return p.toString();
        }
    }

    @Suspendable
    static class InLoopsAndBranches {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = 0; k < 3; k++) {
                Object o = new Pair(z(k == 1) ? i(k) : str("s" + k), k == 2 ? new Pair(i(1), 2) : (Object) d(0.5));
                log.append(o);
            }
            return log.toString();
        }
    }

    @Suspendable
    static class WithOperandsBeneath {
        static Object run() {
            String s = "a" + i(1) + new Pair(i(2), 3L + l(4)) + 'c' + i(5);
            return join(i(9), new Pair(s, f(1.5f)), 8L, new Pair(b((byte) 1), c('q')));
        }

        static String join(int a, Pair b, long c, Pair d) {
            return a + "" + b + c + d;
        }
    }

    static class Thrower {
        Thrower(int n) {
            if (n > 0) {
                throw new IllegalArgumentException("constructor " + n);
            }
        }
    }

    @Suspendable
    static class ConstructorThrows {
        static Object run() {
            try {
                new Thrower(i(0));
                Trace.add("made");
                new Thrower(i(1));
                return "WRONG";
            } catch (IllegalArgumentException e) {
                return e.getMessage() + i(1);
            }
        }
    }

    @Suspendable
    static class ArgumentThrows {
        static Object run() {
            try {
                return new Pair(i(1), fail(new IllegalStateException("argument")));
            } catch (IllegalStateException e) {
                return str(e.getMessage());
            }
        }
    }

    static class Noisy {
        static {
            Trace.add("Noisy is initialised");
        }

        final int n;

        Noisy(int n) {
            this.n = n;
            Trace.add("Noisy " + n);
        }
    }

    /** NEW initialises the class before the arguments are evaluated. */
    @Suspendable
    static class InitialisationOrder {
        static int argument() {
            Trace.add("argument");
            return i(4);
        }

        static Object run() {
            return new Noisy(argument()).n;
        }
    }

    @Suspendable
    static class NewArraysAndBoxes {
        static Object run() {
            Object[] os = {new Pair(i(1), 2), new int[] {i(3), i(4)}, new String(str("five"))};
            return os[0] + "" + ((int[]) os[1])[1] + os[2] + new StringBuilder(i(16)).append(i(1)).toString();
        }
    }

    @Suspendable
    static class InnerClassCreation {
        final int base = 10;

        @Suspendable
        class Inner {
            final int n;

            Inner(int n) {
                this.n = n + base;
            }

            int get() {
                return n + i(base);
            }
        }

        static Object run() {
            InnerClassCreation outer = new InnerClassCreation();
            return outer.new Inner(i(1)).get() + outer.make().get();
        }

        Inner make() {
            return new Inner(i(2));
        }
    }

    @Suspendable
    static class AnonymousClass {
        @Suspendable
        interface Op {
            int apply(int x);
        }

        static Object run() {
            int base = i(5);
            String s = str("cap");
            Op op = new Op() {
                int calls;

                @Override
                public int apply(int x) {
                    return base + i(x) + s.length() + calls++;
                }
            };
            return op.apply(1) + op.apply(i(2));
        }
    }

    @Suspendable
    static class ThrowNew {
        static Object run() {
            try {
                throw new IllegalStateException(str("made ") + i(1));
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }
    }

    /** A call in a constructor pins, with super and this constructor arguments too. */
    @Suspendable
    @Pins(4)
    static class CallsInConstructors {
        static class Base {
            final int n;

            Base(int n) {
                this.n = n;
            }
        }

        @Suspendable
        static class Derived extends Base {
            final int m = i(1);

            Derived() {
                this(i(2));
            }

            Derived(int x) {
                super(x + i(3));
                v();
            }
        }

        static Object run() {
            Derived d = new Derived();
            return d.n + d.m + i(100);
        }
    }

    @Suspendable
    @Pins(2)
    static class CallInStaticInitialiser {
        @Suspendable
        static class Holder {
            static final int N = i(5);
            static final String S;

            static {
                String s = "";
                for (int k = 0; k < 1; k++) {
                    s += i(k);
                }
                S = s;
            }
        }

        static Object run() {
            return i(1) + Holder.N + Holder.S;
        }
    }

    @Suspendable
    static class NewInTryInArguments {
        static Object run() {
            List<Object> made = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                try {
                    made.add(new Pair(i(k), k == 1 ? fail(new IllegalStateException("k")) : i(-k)));
                } catch (IllegalStateException e) {
                    made.add(new Pair("caught", str(e.getMessage())));
                } finally {
                    made.add(new StringBuilder(str("f")).append(i(k)).toString());
                }
            }
            return made.toString();
        }
    }

    /** The frame at the loop's head and the creation behind it have one offset. */
    @Suspendable
    static class NewWithBranchesAtLoopHead {
        static Object run() {
            int rounds = 0;
            do {
                Trace.add(new Pair(rounds > 0 ? "b" : "a", rounds > 1 ? "d" : "c").toString());
            } while (i(++rounds) < 3);
            return rounds;
        }
    }
}
