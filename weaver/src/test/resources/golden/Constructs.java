package golden;

import dev.weft.Suspendable;

/** One method of each construct. */
@Suspendable
public class Constructs {
    private long total;

    public static int leaf(int i) {
        return i;
    }

    public static String text(Object o) {
        return "" + o;
    }

    public static void nothing() {}

    static int straight(int a) {
        int b = leaf(a);
        return b + a;
    }

    static int operandsBelow(int a, long b) {
        return (int) (b + a * leaf(a));
    }

    static double allKinds(int i, long j, float f, double d, Object o, int[] array) {
        nothing();
        return i + j + f + d + o.hashCode() + array[0];
    }

    static int loop(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += leaf(i);
        }
        return sum;
    }

    static int nestedLoops(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += leaf(j);
            }
            sum -= leaf(i);
        }
        return sum;
    }

    static String tryCatch(Object o) {
        try {
            return text(o);
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    static int tryFinally(int a) {
        try {
            return leaf(a);
        } finally {
            nothing();
        }
    }

    static int monitor(Object lock, int a) {
        int b;
        synchronized (lock) {
            b = leaf(a);
        }
        return leaf(b);
    }

    static synchronized int synchronizedMethod(int a) {
        return leaf(a);
    }

    static StringBuilder newWithArgument(Object o) {
        return new StringBuilder(text(o));
    }

    static String deadLocals(String kept, String dead) {
        String s = text(dead);
        return s + kept;
    }

    static int choice(String s) {
        switch (s) {
            case "a":
                return leaf(1);
            case "b":
                nothing();
                return 2;
            default:
                return 3;
        }
    }

    static void tail() {
        nothing();
    }

    public long virtual(int a) {
        total += leaf(a);
        return total;
    }

    static long callsVirtual(Constructs c) {
        return c.virtual(1);
    }

    static String callsInterface(Task t) {
        return t.run("x");
    }

    static Task lambda(String a) {
        return s -> text(a + s);
    }

    static Task methodReference() {
        return Constructs::text;
    }

    static Boxed convertedReference() {
        return Constructs::leaf;
    }

    static Boxed serializableLambda(int base) {
        return (Boxed & java.io.Serializable) a -> leaf(a + base);
    }

    @Suspendable
    interface Boxed {
        Object run(int a);
    }

    @Suspendable
    interface Task {
        String run(String s);
    }

    static long constantOperands(int a, double d) {
        return choose(1, 7_000_000_000L, "text", a, leaf(a)) + 2 * leaf(a) + (long) (d + 0.5 * leaf(a));
    }

    private static long choose(int a, long b, String c, int d, int e) {
        return a + b + c.length() + d + e;
    }
}
