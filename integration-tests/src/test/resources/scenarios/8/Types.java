package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Every type, in locals, on the stack, as argument and result. */
class Types {
    @Suspendable
    static class Primitives {
        static Object run() {
            boolean z = true;
            byte b = -1;
            short s = -2;
            char c = '\uffff';
            int i = Integer.MIN_VALUE;
            long l = Long.MIN_VALUE;
            float f = -0.0f;
            double d = -0.0;
            Object o = "o";
            int[] a = {1};
            v();
            Trace.add("" + z + b + s + (int) c + i + l + o + a[0]);
            Trace.add(f);
            Trace.add(d);
            z = !z(z);
            b = b(b);
            s = s(s);
            c = c(c);
            i = i(i);
            l = l(l);
            f = f(f);
            d = d(d);
            Trace.add(f);
            Trace.add(d);
            return "" + z + b + s + (int) c + i + l + (1 / d);
        }
    }

    @Suspendable
    static class Results {
        static boolean z1() {
            return z(true);
        }

        static byte b1() {
            return b((byte) 200);
        }

        static short s1() {
            return s((short) 40000);
        }

        static char c1() {
            return c((char) -1);
        }

        static float f1() {
            return f(1.5f);
        }

        static double d1() {
            return d(Math.PI);
        }

        static long l1() {
            return l(1L << 40);
        }

        static int[] a1() {
            return ints(new int[] {1, 2});
        }

        static Object run() {
            Trace.add(z1());
            Trace.add(b1());
            Trace.add(s1());
            Trace.add(c1());
            Trace.add(f1());
            Trace.add(d1());
            Trace.add(l1());
            Trace.add(a1());
            return b1() + s1() + c1() + (z1() ? 1 : 0) + f1() + d1() + l1() + a1()[1];
        }
    }

    @Suspendable
    static class FloatBits {
        static Object run() {
            float[] fs = {-0.0f, 0f, Float.NaN, Float.intBitsToFloat(0x7fc12345), Float.NEGATIVE_INFINITY};
            double[] ds = {-0.0, 0.0, Double.NaN, Double.longBitsToDouble(0x7ff8123456789abcL), Double.MIN_VALUE};
            for (float x : fs) {
                float y = x;
                Trace.add(f(x));
                v();
                Trace.add(y);
            }
            for (double x : ds) {
                double y = x;
                Trace.add(d(x));
                v();
                Trace.add(y);
            }
            return "ok";
        }
    }

    @Suspendable
    static class OperandsBeneath {
        static Object run() {
            int a = 1 + i(2) * (3 - i(4));
            long b = 5L * l(6) - (7L + l(8));
            double c = 1.5 / d(2.5) + d(-0.5) % d(3);
            float e = f(1f) + (f(2f) - f(3f)) * f(4f);
            boolean z = z(true) & !z(false) ^ z(true);
            String s = "x" + i(1) + "y" + l(2) + 'z' + d(3) + f(4) + z(true) + c('c') + str(null);
            return a + "," + b + "," + c + "," + e + "," + z + "," + s;
        }
    }

    @Suspendable
    static class WideBeneath {
        static Object run() {
            return mix(1L, 2.0, i(3), 4L, d(5), 6f, l(7));
        }

        static String mix(long a, double b, int c, long d, double e, float f, long g) {
            return a + ":" + b + ":" + c + ":" + d + ":" + e + ":" + f + ":" + g + ":" + l(a);
        }
    }

    @Suspendable
    static class ArrayStores {
        static Object run() {
            int[] a = new int[3];
            a[i(0)] = i(10);
            a[1] += i(5);
            a[i(1)] *= i(2) + a[i(0)];
            a[2]++;
            long[] l = new long[2];
            l[i(1)] = l(9);
            l[1] <<= i(3);
            Object[] o = new Object[2];
            o[i(0)] = o("zero");
            String[] s = {str("a"), str("b"), null};
            s[2] = s[i(0)] + s[i(1)];
            byte[] b = {b((byte) 1), (byte) i(300)};
            boolean[] z = {z(true), !z(true)};
            double[][] d = new double[i(2)][i(3)];
            d[i(1)][i(2)] = d(2.5);
            d[1][2] /= d(2);
            char[] c = {'a'};
            c[0] += i(1);
            for (int k = 0; k < a.length; k++) {
                a[k] = a[k] + i(k);
            }
            return Arrays.toString(a) + Arrays.toString(l) + Arrays.toString(o) + Arrays.toString(s)
                    + Arrays.toString(b) + Arrays.toString(z) + Arrays.deepToString(d) + Arrays.toString(c);
        }
    }

    @Suspendable
    static class ArrayLocals {
        static Object run() {
            int[] none = null;
            String[][] grid = {{"a"}, {"b", "c"}};
            Object[] any = z(true) ? grid : new Integer[] {1};
            v();
            if (z(false)) {
                none = new int[1];
            }
            v();
            return (none == null) + any[1].getClass().getSimpleName() + grid[i(1)][i(1)] + grid.length;
        }
    }

    @Suspendable
    static class NullLocals {
        static Object run() {
            Object nothing = null;
            String none = null;
            v();
            Trace.add(nothing);
            if (nothing == none) {
                v();
                nothing = "set";
            }
            v();
            return nothing + none;
        }
    }

    @Suspendable
    static class NullOperands {
        static Object run() {
            return join(null, i(1), null, str(null));
        }

        static String join(Object a, int b, String c, Object d) {
            return "" + a + b + c + d;
        }
    }

    /** ea-async's NullThenBasicValue: null merged with something later. */
    @Suspendable
    static class NullThenValue {
        static Object run() {
            CharSequence s = null;
            for (int k = 0; k < 3; k++) {
                v();
                s = s == null ? "first" : new StringBuilder(s).append(k);
                v();
            }
            return s.toString();
        }
    }

    @Suspendable
    static class Fields {
        static int count;
        static long wide;
        int mine;
        double real;
        String text = "";

        static Object run() {
            count = 1;
            wide = 2;
            count += i(2);
            wide *= l(3);
            count = count++ + i(count);
            Fields f = new Fields();
            f.mine = i(4);
            f.mine += i(5);
            f.real -= d(1.25);
            f.text += str("t") + i(1);
            f.text += f.mine++ + i(f.mine);
            return count + "," + wide + "," + f.mine + "," + f.real + "," + f.text;
        }
    }

    @Suspendable
    static class Casts {
        static Object run() {
            Object o = o("text");
            String s = (String) o(o);
            byte b = (byte) i(300);
            char c = (char) i(70000);
            short sh = (short) l(1 << 20 | 7);
            int i = (int) d(1e20);
            long l = (long) f(1e30f);
            Number n = o(5);
            boolean is = o("x") instanceof String;
            return s + b + (int) c + sh + i + l + n.intValue() + is;
        }
    }

    @Suspendable
    static class Boxing {
        static Object run() {
            Integer a = i(1);
            int b = o(Integer.valueOf(2));
            Long c = l(3);
            a += i(1000);
            Character d = c('d');
            Boolean e = z(true);
            Double f = o(1.5) + d(1);
            Object g = z(true) ? i(1) : l(2);
            return "" + a + b + c + d + e + f + g;
        }
    }

    /** A char, byte, short, boolean local whose width must survive. */
    @Suspendable
    static class NarrowLocals {
        static Object run() {
            byte b = (byte) i(128);
            short s = (short) i(32768);
            char c = (char) i(-1);
            boolean z = i(1) == 1;
            v();
            b++;
            s--;
            c++;
            v();
            b >>= i(1);
            c += c('b');
            return b + "," + s + "," + (int) c + "," + z;
        }
    }

    @Suspendable
    static class ObjectKinds {
        enum Color {
            RED,
            GREEN
        }

        static Object run() {
            List<String> list = o(new ArrayList<>());
            list.add(str("a"));
            Map<String, List<Integer>> map = new TreeMap<>();
            map.computeIfAbsent(str("k"), k -> new ArrayList<>()).add(i(3));
            Color color = o(Color.GREEN);
            Class<?> type = o(int[].class);
            Runnable none = null;
            v();
            return "" + list + map + color + type + none + Color.valueOf(str("RED")).ordinal();
        }
    }
}
