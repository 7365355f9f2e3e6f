package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import java.util.*;

/** Calls through method handles. */
class Handles {
    static final Lookup LOOKUP = MethodHandles.lookup();

    @Suspendable
    interface Asked {
        int ask(int x);

        default String twice(String s) {
            return s + str(s) + ask(1);
        }
    }

    @Suspendable
    static class Target implements Asked {
        final int base;

        Target(int base) {
            this.base = base;
        }

        @Override
        public int ask(int x) {
            return i(x) + base;
        }

        static long wide(byte b, double d) {
            return b(b) + (long) d(d);
        }

        static String text(String a, Object b) {
            return str(a) + b;
        }

        static void nothing(List<String> to) {
            v();
            to.add(str("added"));
        }

        static int sum(int... xs) {
            int sum = 0;
            for (int x : xs) {
                sum += i(x);
            }
            return sum;
        }

        static boolean truth(char c) {
            return z(c == 'x');
        }

        private float own(float f) {
            return f(f) + base;
        }

        static int fails(int x) {
            v();
            throw new IllegalArgumentException("failed " + x);
        }

        static MethodHandle ownHandle() throws Exception {
            return LOOKUP.findVirtual(Target.class, "own", MethodType.methodType(float.class, float.class));
        }
    }

    static class Sub extends Target {
        Sub() {
            super(100);
        }

        @Override
        public int ask(int x) {
            return -super.ask(x);
        }
    }

    static MethodHandle find(String name, Class<?> result, Class<?>... parameters) throws Exception {
        return LOOKUP.findStatic(Target.class, name, MethodType.methodType(result, parameters));
    }

    static MethodHandle ask() throws Exception {
        return LOOKUP.findVirtual(Target.class, "ask", MethodType.methodType(int.class, int.class));
    }

    @Suspendable
    static class Exact {
        static Object run() throws Throwable {
            long wide = (long) find("wide", long.class, byte.class, double.class).invokeExact((byte) -2, 3.5);
            String text = (String) find("text", String.class, String.class, Object.class).invokeExact("a", (Object) 1);
            List<String> to = new ArrayList<>();
            find("nothing", void.class, List.class).invokeExact(to);
            int virtual = (int) ask().invokeExact((Target) new Sub(), 1);
            boolean truth = (boolean) find("truth", boolean.class, char.class).invokeExact('x');
            return wide + text + to + virtual + truth;
        }
    }

    @Suspendable
    static class SameSite {
        static Object run() throws Throwable {
            MethodHandle[] handles = {ask(), ask(), MethodHandles.identity(int.class)};
            int sum = 0;
            for (int k = 0; k < 6; k++) {
                MethodHandle h = handles[k % 2];
                sum += (int) h.invokeExact(new Target(k), i(k));
            }
            return sum;
        }
    }

    @Suspendable
    static class Converted {
        static Object run() throws Throwable {
            Object boxed = ask().invoke(new Target(1), (Integer) i(5));
            long widened = (long) ask().invoke(new Target(2), (short) 6);
            Object none = find("nothing", void.class, List.class).invoke(new ArrayList<String>());
            Object truth = find("truth", boolean.class, char.class).invoke('y');
            ask().invoke(new Target(1), 1);
            CharSequence chars = (CharSequence) find("text", String.class, String.class, Object.class).invoke("p", 'q');
            double d = (double) Target.ownHandle().invoke(new Target(3), 1.5f);
            return boxed + "," + widened + none + truth + chars + d + boxed.getClass();
        }
    }

    @Suspendable
    static class VariableArity {
        static Object run() throws Throwable {
            MethodHandle sum = find("sum", int.class, int[].class);
            int none = (int) sum.invoke();
            int three = (int) sum.invoke(1, i(2), 3);
            int array = (int) sum.invoke(new int[] {4, 5});
            int exact = (int) sum.invokeExact(new int[] {6});
            Object many = sum.invokeWithArguments(7, 8, 9);
            return none + ":" + three + ":" + array + ":" + exact + ":" + many;
        }
    }

    @Suspendable
    static class WithArguments {
        static Object run() throws Throwable {
            Object sum = ask().invokeWithArguments(new Target(1), i(2));
            Object list = ask().invokeWithArguments(Arrays.<Object>asList(new Sub(), 3));
            Object none = find("nothing", void.class, List.class).invokeWithArguments(new ArrayList<String>());
            Object wide = find("wide", long.class, byte.class, double.class).invokeWithArguments((byte) 1, 2.0);
            return sum + ":" + list + none + wide + wide.getClass();
        }
    }

    @Suspendable
    static class Composed {
        static Object run() throws Throwable {
            MethodHandle bound = ask().bindTo(new Target(10));
            int a = (int) bound.invokeExact(i(1));
            MethodHandle typed = bound.asType(MethodType.methodType(Object.class, Integer.class));
            Object b = typed.invokeExact((Integer) 2);
            MethodHandle inserted = MethodHandles.insertArguments(ask(), 1, 3);
            int c = (int) inserted.invokeExact(new Target(20));
            MethodHandle dropped = MethodHandles.dropArguments(bound, 0, String.class);
            int d = (int) dropped.invokeExact("dropped", 4);
            return a + ":" + b + ":" + c + ":" + d;
        }
    }

    @Suspendable
    static class ThroughInterface {
        static Object run() throws Throwable {
            MethodHandle ask = LOOKUP.findVirtual(Asked.class, "ask", MethodType.methodType(int.class, int.class));
            MethodHandle twice =
                    LOOKUP.findVirtual(Asked.class, "twice", MethodType.methodType(String.class, String.class));
            Asked lambda = x -> i(x) * 7;
            int a = (int) ask.invokeExact((Asked) new Target(1), 1);
            int b = (int) ask.invokeExact(lambda, 2);
            return a + b + (String) twice.invokeExact(lambda, "t");
        }
    }

    @Suspendable
    static class Special {
        static Object run() throws Throwable {
            MethodHandle unreflected = LOOKUP.unreflect(Target.class.getDeclaredMethod("ask", int.class));
            return (int) unreflected.invokeExact(new Target(1), 2) + (float) Target.ownHandle().invokeExact(new Target(1), 2f);
        }
    }

    @Suspendable
    static class Throwing {
        static Object run() throws Throwable {
            String seen = "";
            MethodHandle fails = find("fails", int.class, int.class);
            try {
                int x = (int) fails.invokeExact(i(1));
                return "WRONG" + x;
            } catch (IllegalArgumentException e) {
                seen += e.getMessage() + i(2);
            }
            try {
                Object x = fails.invoke(i(3));
                return "WRONG" + x;
            } catch (IllegalArgumentException e) {
                seen += e.getMessage();
            }
            return seen;
        }
    }

    /** Types that don't fit are found by the JDK. */
    @Suspendable
    static class WrongTypes {
        static Object run() throws Throwable {
            String seen = "" + i(1);
            try {
                ask().invokeExact(new Target(1), 2);
                return "WRONG";
            } catch (WrongMethodTypeException e) {
                seen += e.getClass().getSimpleName();
            }
            try {
                ask().invoke("x");
                return "WRONG";
            } catch (WrongMethodTypeException e) {
                seen += e.getClass().getSimpleName();
            }
            try {
                ask().invokeWithArguments(1, 2, 3);
                return "WRONG";
            } catch (WrongMethodTypeException e) {
                seen += e.getClass().getSimpleName();
            }
            try {
                MethodHandle none = null;
                none.invoke(1);
                return "WRONG";
            } catch (NullPointerException e) {
                seen += "npe";
            }
            return seen;
        }
    }

    /** What another combinator makes can't be looked into. */
    @Suspendable
    @Pins(2)
    static class Pinned {
        static final MethodHandle BOUND_BEFORE = boundBefore();

        static MethodHandle boundBefore() {
            return null;
        }

        static Object run() throws Throwable {
            MethodHandle filtered = MethodHandles.filterReturnValue(ask(), MethodHandles.identity(int.class));
            MethodHandle caught = MethodHandles.catchException(
                    find("sum", int.class, int[].class).asFixedArity(),
                    RuntimeException.class,
                    MethodHandles.dropArguments(MethodHandles.constant(int.class, 1), 0, RuntimeException.class));
            return (int) filtered.invokeExact(new Target(1), 1) + (int) caught.invokeExact(new int[] {5});
        }
    }

    @Suspendable
    @Pins(1)
    static class ConstructorReflectively {
        static class Made {
            final int x;

            Made(int x) {
                this.x = i(x);
            }
        }

        static Object run() throws Throwable {
            return Made.class.getDeclaredConstructor(int.class).newInstance(i(3)).x;
        }
    }
}
