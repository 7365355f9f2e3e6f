package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Every kind of call. */
class Calls {
    @Suspendable
    static class OneSuspend {
        static Object run() {
            Trace.add("before");
            v();
            Trace.add("after");
            return "done";
        }
    }

    @Suspendable
    static class NeverSuspends {
        static Object run() {
            return helper(3);
        }

        static int helper(int n) {
            return n * 2;
        }
    }

    @Suspendable
    static class StaticCalls {
        static Object run() {
            int n = 0;
            while (n < 10) {
                n = step(n);
                Trace.add(n);
            }
            return n;
        }

        static int step(int n) {
            v();
            return n + 1;
        }
    }

    @Suspendable
    static class InstanceCalls {
        int n;

        static Object run() {
            InstanceCalls self = new InstanceCalls();
            for (int i = 0; i < 10; i++) {
                self.step();
            }
            return self.n;
        }

        void step() {
            n += i(1);
        }
    }

    @Suspendable
    static class PrivateCalls {
        private int n = 5;

        static Object run() {
            return new PrivateCalls().twice() + twiceStatic(4);
        }

        private int twice() {
            return i(n) + n;
        }

        private static int twiceStatic(int n) {
            return n + i(n);
        }
    }

    @Suspendable
    static class InnerPrivateAccess {
        private int hidden = 7;

        private int get(int add) {
            return i(hidden) + add;
        }

        @Suspendable
        class Inner {
            int ask() {
                return get(1) + i(hidden);
            }
        }

        static Object run() {
            return new InnerPrivateAccess().new Inner().ask();
        }
    }

    @Suspendable
    static class SuperChain {
        static Object run() {
            return new C().f(1);
        }

        @Suspendable
        static class A {
            int f(int n) {
                Trace.add("A" + n);
                return i(n) + 1;
            }
        }

        @Suspendable
        static class B extends A {
            @Override
            int f(int n) {
                Trace.add("B" + n);
                return super.f(n + 1) + i(10);
            }
        }

        @Suspendable
        static class C extends B {
            @Override
            int f(int n) {
                Trace.add("C" + n);
                return super.f(i(n) + 1) + i(100);
            }
        }
    }

    static class OverrideWithoutAnnotation {
        @Suspendable
        static Object run() {
            A a = new B();
            return a.f() + new A().f();
        }

        static class A {
            @Suspendable
            int f() {
                return i(1);
            }
        }

        static class B extends A {
            @Override
            int f() {
                return i(2) + super.f();
            }
        }
    }

    @Suspendable
    static class AbstractDispatch {
        static Object run() {
            Shape[] shapes = {new Square(3), new Circle(2)};
            int sum = 0;
            for (Shape s : shapes) {
                sum += s.area() + s.twice();
            }
            return sum;
        }

        @Suspendable
        abstract static class Shape {
            abstract int area();

            int twice() {
                return area() + area();
            }
        }

        @Suspendable
        static class Square extends Shape {
            final int side;

            Square(int side) {
                this.side = side;
            }

            @Override
            int area() {
                return i(side) * i(side);
            }
        }

        static class Circle extends Shape {
            final int r;

            Circle(int r) {
                this.r = r;
            }

            @Override
            int area() {
                return 3 * i(r) * r;
            }
        }
    }

    @Suspendable
    static class Recursive {
        static Object run() {
            return fact(15) + "," + count(50) + "," + even(21);
        }

        static long fact(int n) {
            return n <= 1 ? l(1) : n * fact(n - 1);
        }

        static int count(int n) {
            return n == 0 ? i(0) : 1 + count(n - 1);
        }

        static boolean even(int n) {
            return n == 0 ? z(true) : odd(n - 1);
        }

        static boolean odd(int n) {
            return n == 0 ? z(false) : even(n - 1);
        }
    }

    @Suspendable
    static class Ackermann {
        static Object run() {
            return ack(2, 3);
        }

        static int ack(int m, int n) {
            if (m == 0) {
                return i(n + 1);
            }
            return n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
        }
    }

    @Suspendable
    static class Varargs {
        static Object run() {
            return sum() + sum(i(1)) + sum(i(2), i(3), 4);
        }

        static int sum(int... ns) {
            int sum = 0;
            for (int n : ns) {
                sum += i(n);
            }
            return sum;
        }
    }

    @Suspendable
    static class Overloads {
        static Object run() {
            return f(1) + f(1L) + f("s") + f((Object) "o") + f('c') + f(1, 2);
        }

        static String f(int x) {
            return "int" + i(x);
        }

        static String f(long x) {
            return "long" + l(x);
        }

        static String f(String x) {
            return "str" + str(x);
        }

        static String f(Object x) {
            return "obj" + o(x);
        }

        static String f(char x) {
            return "char" + c(x);
        }

        static String f(int x, int y) {
            return f(x) + f(y);
        }
    }

    @Suspendable
    static class ArgumentOrder {
        static int next;

        static Object run() {
            next = 0;
            return join(step("a"), step("b"), join(step("c"), step("d"), "e")) + next;
        }

        static String step(String s) {
            Trace.add(s + next);
            v();
            return s + next++;
        }

        static String join(String a, String b, String c) {
            return str(a + "/" + b + "/" + c);
        }
    }

    @Suspendable
    static class ReceiverAndArgumentsBeneath {
        final String name = "me";

        static Object run() {
            return new ReceiverAndArgumentsBeneath().go(1, 2L, 3f, 4d, "five", i(6));
        }

        String go(int a, long b, float c, double d, String e, int f) {
            return name + a + b + c + d + e + f + i(7);
        }
    }

    @Suspendable
    static class NullReceiver {
        static Object run() {
            InstanceCalls none = null;
            try {
                v();
                none.step();
                return "WRONG";
            } catch (NullPointerException e) {
                return "npe" + i(1);
            }
        }
    }

    @Suspendable
    static class UnusedResults {
        static Object run() {
            i(1);
            l(2);
            d(3);
            o("x");
            str("y").length();
            new UnusedResults().toString();
            return "ok";
        }
    }

    /** Calls that end a method: nothing is live behind them. */
    @Suspendable
    static class TailCalls {
        static Object run() {
            return a(3);
        }

        static Object a(int n) {
            return n == 0 ? b("end") : a(n - 1);
        }

        static Object b(Object x) {
            return o(x);
        }
    }

    @Suspendable
    static class VoidTailCalls {
        static final List<String> LOG = new ArrayList<>();

        static Object run() {
            LOG.clear();
            a(3);
            return LOG.toString();
        }

        static void a(int n) {
            LOG.add("a" + n);
            if (n > 0) {
                a(n - 1);
            } else {
                v();
            }
        }
    }

    @Suspendable
    static class ManyArguments {
        static Object run() {
            return f(i(1), 2, l(3), 4, d(5), 6, "7", (byte) 8, (short) 9, 'a', true, 12f, i(13), l(14));
        }

        static String f(int a, int b, long c, long d, double e, double g, String h, byte k, short m, char n, boolean p,
                float q, int r, long s) {
            v();
            return "" + a + b + c + d + e + g + h + k + m + n + p + q + r + s + i(a);
        }
    }

    /** A frame that was not woven between woven ones: pins, never corrupts (tascalate 12). */
    @Pins(2)
    static class UnwovenInTheMiddle {
        @Suspendable
        static Object run() {
            return "" + i(0) + middle();
        }

        static int middle() {
            return leaf() + i(1);
        }

        @Suspendable
        static int leaf() {
            return i(41);
        }
    }
}
