package golden;

import dev.weft.Suspendable;

/** More of them: switches, handlers, construction, values of every kind, members of interfaces. */
@Suspendable
public class MoreConstructs extends Constructs {
    static final int START = leaf(1);

    private final String name;

    MoreConstructs(int a) {
        name = text(a);
    }

    static int tableSwitch(int a) {
        switch (a) {
            case 1:
                return leaf(a);
            case 2:
                nothing();
            case 3:
                return 3;
            default:
                return leaf(0);
        }
    }

    static int lookupSwitch(int a) {
        int result = 0;
        switch (leaf(a)) {
            case -1_000_000:
                result = leaf(1);
                break;
            case 1_000_000:
                result = 2;
                break;
            default:
        }
        return result + a;
    }

    static String enumSwitch(Thread.State state) {
        switch (state) {
            case NEW:
                return text("new");
            default:
                return text(state);
        }
    }

    static int conditionalOperands(boolean b, int a) {
        return a + (b && leaf(a) > 0 ? leaf(1) : 2);
    }

    static int continueAndBreak(int n) {
        int sum = 0;
        outer:
        for (int i = 0; i < n; i++) {
            do {
                if (leaf(i) == 3) {
                    continue outer;
                }
                sum += i;
            } while (leaf(sum) < 100);
            break;
        }
        return sum;
    }

    static int nestedHandlers(int a) {
        int state = a;
        try {
            try {
                state = leaf(1);
            } catch (IllegalStateException e) {
                state += leaf(2);
                throw e;
            } finally {
                nothing();
            }
        } catch (RuntimeException e) {
            return leaf(state);
        }
        return state;
    }

    static int resources(AutoCloseable c) throws Exception {
        try (AutoCloseable kept = c) {
            return leaf(1);
        }
    }

    static int nestedMonitors(Object a, Object b) {
        synchronized (a) {
            synchronized (b) {
                nothing();
            }
            nothing();
        }
        return leaf(1);
    }

    static Object nestedNew(boolean b, Object o) {
        return new StringBuilder(text(new StringBuilder(b ? text(o) : "none")));
    }

    static String newInLoop(int n) {
        String s = "";
        for (int i = 0; i < n; i++) {
            s = new String(i % 2 == 0 ? text(s) : text(i));
        }
        return s;
    }

    static String nullValues(Object o) {
        String s = null;
        text(o);
        s = s == null ? text(s) : s;
        return s;
    }

    static double wideValues(long a, double b) {
        long c = a << 2;
        double d = b * leaf(1);
        nothing();
        return a + b + c + d * leaf((int) a);
    }

    static boolean narrowValues(boolean a, byte b, char c, short d) {
        nothing();
        return a && b + c + d > leaf(1);
    }

    static int arrayElement(int[] array, int i) {
        array[i] += leaf(i);
        return array[leaf(i)]++;
    }

    static String concatenation(int a, String s) {
        return "a" + leaf(a) + s + leaf(1);
    }

    static Task boundReference(String s) {
        return text(s)::concat;
    }

    static Object reflectively(java.lang.reflect.Method m, Object o) throws Exception {
        return m.invoke(o, leaf(1));
    }

    static int throwsOnly(int a) {
        throw new IllegalStateException(text(a));
    }

    native int nativeMethod(int a);

    @Override
    public long virtual(int a) {
        return super.virtual(a) + name.length();
    }

    /** Every kind of method that an interface may have. */
    @Suspendable
    interface Shape<T> extends Task {
        T scaled(T by);

        default String run(String s) {
            return text(scaled(null)) + hidden(s);
        }

        private String hidden(String s) {
            return text(s);
        }

        static int fixed(int a) {
            return leaf(a);
        }
    }

    /** Its methods have bridges. */
    @Suspendable
    static final class Square implements Shape<Integer> {
        @Override
        public Integer scaled(Integer by) {
            return leaf(by);
        }
    }
}
