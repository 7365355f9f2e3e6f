package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Loops, labels, switches, conditions. */
class ControlFlow {
    @Suspendable
    static class AllLoops {
        static Object run() {
            int sum = 0;
            for (int k = 0; k < i(3); k++) {
                sum += i(k);
            }
            int w = 3;
            while (w-- > i(0)) {
                sum = sum * 2 + i(w);
            }
            do {
                sum += i(5);
                w++;
            } while (w < i(2));
            for (String s : Arrays.asList("a", str("bb"), "ccc")) {
                sum += s.length() + i(1);
            }
            for (long x : new long[] {l(1), 2, l(3)}) {
                sum += l(x);
            }
            for (; ; ) {
                if (i(sum++) > 80) {
                    break;
                }
            }
            return sum;
        }
    }

    @Suspendable
    static class NestedLoops {
        static Object run() {
            long sum = 0;
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    for (int c = b; c < 3; c++) {
                        sum = sum * 3 + i(a) - i(b) * i(c);
                    }
                    sum ^= a;
                }
                v();
            }
            return sum;
        }
    }

    @Suspendable
    static class InnerLoopWithoutCall {
        static Object run() {
            double sum = 0;
            double[] xs = {1, 2, 3, 4};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < xs.length; b++) {
                    sum += xs[b] * a;
                }
                sum += d(0.5);
                for (int b = xs.length; --b >= 0; ) {
                    xs[b] -= a;
                }
            }
            return sum;
        }
    }

    @Suspendable
    static class Labels {
        static Object run() {
            StringBuilder log = new StringBuilder();
            outer:
            for (int a = 0; ; a++) {
                inner:
                while (true) {
                    log.append(i(a));
                    block:
                    {
                        if (a == 1) {
                            break block;
                        }
                        if (a == 3) {
                            break outer;
                        }
                        if (z(a % 2 == 0)) {
                            continue outer;
                        }
                        log.append("!");
                        break inner;
                    }
                    log.append("b").append(i(a));
                    continue outer;
                }
                log.append("i");
            }
            return log.toString();
        }
    }

    @Suspendable
    static class IntSwitch {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = -2; k < 6; k++) {
                switch (i(k)) {
                    case -1:
                        log.append("m");
                        break;
                    case 0:
                        log.append(str("zero"));
                    case 1:
                        log.append("one").append(i(1));
                        break;
                    case 3: {
                        int x = i(3);
                        log.append(x);
                        continue;
                    }
                    default:
                        v();
                        log.append("d");
                    case 1000000:
                        log.append("big");
                }
                log.append(';');
            }
            return log.toString();
        }
    }

    /** offbynull 87. */
    @Suspendable
    static class NestedSwitch {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    switch (i(a)) {
                        case 0:
                            switch (i(b)) {
                                case 0:
                                    log.append("00");
                                    break;
                                case 1:
                                    log.append("01").append(i(1));
                                default:
                                    log.append("0d");
                            }
                            break;
                        case 1:
                            switch (str("k" + b)) {
                                case "k0":
                                    v();
                                    log.append("1k0");
                                    break;
                                case "k2":
                                    log.append("1k2").append(i(2));
                                    break;
                                default:
                            }
                        default:
                            log.append(i(a)).append(b);
                    }
                }
            }
            return log.toString();
        }
    }

    @Suspendable
    static class StringAndEnumSwitch {
        enum E {
            A,
            B,
            C
        }

        static Object run() {
            StringBuilder log = new StringBuilder();
            for (E e : E.values()) {
                switch (o(e)) {
                    case A:
                        log.append("a").append(i(1));
                        break;
                    case B:
                        log.append("b");
                    default:
                        v();
                        log.append("x");
                }
                switch (str(e + "a")) {
                    case "Aa":
                    case "BB":
                        log.append("coll").append(i(1));
                        break;
                    case "C#":
                        log.append("WRONG");
                        break;
                    case "Ba":
                        v();
                        log.append("Ba");
                }
            }
            return log.toString();
        }
    }

    @Suspendable
    static class Conditions {
        static int calls;

        static boolean t(boolean v) {
            calls++;
            return z(v);
        }

        static Object run() {
            calls = 0;
            StringBuilder log = new StringBuilder();
            for (int m = 0; m < 8; m++) {
                boolean a = (m & 1) != 0;
                boolean b = (m & 2) != 0;
                boolean c = (m & 4) != 0;
                if (t(a) && t(b) || !t(c) && (t(b) ^ t(a))) {
                    log.append(m);
                }
                log.append(t(a) ? t(b) ? i(1) : i(2) : t(c) ? 3 : i(4));
                boolean d = t(a) | t(b) & t(c);
                log.append(d);
                int x = i(m) > 3 == c ? 1 : 0;
                log.append(x);
            }
            return log.toString() + calls;
        }
    }

    @Suspendable
    static class TernaryOperands {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                log.append(mix(k, k > 1 ? i(k) : -k, z(k == 2) ? "two" : str(null), k == 3 ? l(3) : 4L));
                Object o = k == 0 ? o("s") : k == 1 ? Integer.valueOf(i(1)) : k == 2 ? new int[] {i(1)}.length : null;
                log.append(o);
            }
            return log.toString();
        }

        static String mix(int a, int b, String c, long d) {
            return "" + a + b + c + d;
        }
    }

    @Suspendable
    static class IncrementsAndCompound {
        static Object run() {
            int x = 1;
            x = x++ + i(x) + ++x;
            x += x++ * i(x) - --x;
            int[] a = {5, 6};
            int k = 0;
            a[k++] += i(k) + a[k];
            a[k] = k = i(0);
            long y = 3;
            y <<= i(2);
            y ^= l(y++);
            return x + "," + a[0] + "," + a[1] + "," + k + "," + y;
        }
    }

    /** Slot reuse with other types (offbynull 84, ea-async's LocalVars). */
    @Suspendable
    static class SlotReuse {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (int k = 0; k < 2; k++) {
                {
                    int a = i(1);
                    String b = str("b");
                    v();
                    log.append(a).append(b);
                }
                {
                    long a = l(2);
                    v();
                    log.append(a);
                }
                {
                    String a = str("s");
                    double b = d(2.5);
                    v();
                    log.append(a).append(b);
                }
                {
                    float a = f(1);
                    byte[] b = {1};
                    Object c = null;
                    v();
                    log.append(a).append(b.length).append(c);
                }
                if (k == 0) {
                    int x = i(7);
                    log.append(x + i(1));
                } else {
                    Object x = o("x");
                    v();
                    log.append(x);
                }
                v();
            }
            return log.toString();
        }
    }

    @Suspendable
    static class DefinitelyAssignedLater {
        static Object run() {
            String s;
            long l;
            int[] a;
            if (z(true)) {
                v();
                s = "x";
            } else {
                s = str("y");
            }
            v();
            l = l(4);
            v();
            a = new int[] {i(1)};
            v();
            return s + l + a[0];
        }
    }

    @Suspendable
    static class UnreachableEnd {
        static Object run() {
            int n = 0;
            while (true) {
                n++;
                v();
                if (n > 3) {
                    return i(n);
                }
            }
        }
    }

    @Suspendable
    static class FirstInstructionLoop {
        static int go(int n) {
            while (n < 5) {
                n = i(n) + 1;
            }
            return n;
        }

        static int spin(int n) {
            do {
                n--;
                if (n == 2) {
                    v();
                }
            } while (n > 0);
            return n;
        }

        static Object run() {
            return go(0) + go(7) + spin(4);
        }
    }

    /** Arguments carried around a loop, a two-way merge of types at the header. */
    @Suspendable
    static class MergedTypes {
        interface Named {
            String name();
        }

        static class A implements Named, Comparable<A> {
            public String name() {
                return "A";
            }

            public int compareTo(A o) {
                return 0;
            }
        }

        static class B implements Comparable<B>, Named {
            public String name() {
                return "B";
            }

            public int compareTo(B o) {
                return 0;
            }
        }

        static Object run() {
            StringBuilder log = new StringBuilder();
            Named n = new A();
            for (int k = 0; k < 4; k++) {
                Named next = z(k % 2 == 0) ? new B() : new A();
                v();
                log.append(n.name()).append(next.name());
                n = next;
            }
            Comparable<?> c = k(log) ? new A() : new B();
            v();
            return log.append(((Named) c).name()).toString();
        }

        static boolean k(StringBuilder log) {
            return z(log.length() > 3);
        }
    }

    @Suspendable
    static class Assertions {
        static Object run() {
            assert i(1) == 1 : str("no");
            v();
            return "ok";
        }
    }

    @Suspendable
    static class GoldenSieve {
        static Object run() {
            boolean[] composite = new boolean[60];
            StringBuilder primes = new StringBuilder();
            for (int n = 2; n < 60; n++) {
                if (composite[n]) {
                    continue;
                }
                primes.append(i(n)).append(' ');
                for (int m = n * n; m < 60; m += n) {
                    composite[m] = z(true);
                }
            }
            return primes.toString();
        }
    }
}
