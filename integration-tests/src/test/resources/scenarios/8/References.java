package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import java.io.*;
import java.util.*;
import java.util.function.*;

/** Method references with conversions; lambdas that are serializable or have markers or bridges. */
class References {
    @Suspendable
    interface IntToLong {
        long apply(int x);
    }

    @Suspendable
    interface ToObject<T> {
        Object apply(T x);
    }

    @Suspendable
    interface Taker<T> {
        void take(T x);
    }

    @Suspendable
    interface ToDouble {
        double apply(float x, Character c);
    }

    @Suspendable
    interface Maker<T> {
        T make();
    }

    @Suspendable
    static class Targets {
        final String name;

        Targets(String name) {
            this.name = name;
        }

        static int twice(int x) {
            return 2 * i(x);
        }

        static Integer boxed(Integer x) {
            return i(x) + 1;
        }

        static byte small(byte x) {
            return b(x);
        }

        static char letter(char c) {
            return c(c);
        }

        static float sum(double f, int c) {
            return f((float) f) + i(c);
        }

        static boolean negate(boolean x) {
            return !z(x);
        }

        long len(String s) {
            return l(s.length() + name.length());
        }

        private short own(short x) {
            return (short) (s(x) + name.length());
        }

        IntToLong privately() {
            return x -> own((short) x);
        }

        Function<Short, Short> privateReference() {
            return this::own;
        }

        static int fails(int x) {
            v();
            throw new IllegalStateException("at " + x);
        }
    }

    @Suspendable
    static class Boxed {
        static Object run() {
            ToObject<Integer> box = Targets::twice;
            ToObject<Byte> widened = Targets::small;
            ToObject<Character> letter = Targets::letter;
            ToObject<Boolean> bool = Targets::negate;
            return box.apply(i(2)) + "" + widened.apply((byte) -3) + letter.apply('x') + bool.apply(true)
                    + box.apply(i(5)).getClass() + widened.apply((byte) 1).getClass();
        }
    }

    @Suspendable
    static class Unboxed {
        static Object run() {
            IntUnaryOperator jdk = Targets::boxed;
            IntToLong widened = Targets::boxed;
            IntToLong wide = Targets::twice;
            return jdk.applyAsInt(i(1)) + "," + widened.apply(2) + "," + wide.apply(3);
        }
    }

    @Suspendable
    static class Widened {
        static Object run() {
            ToDouble d = Targets::sum;
            ToLongFunction<Integer> l = Targets::twice;
            ToDoubleFunction<Integer> e = Targets::boxed;
            return d.apply(1.5f, 'a') + l.applyAsLong(4) + e.applyAsDouble(5);
        }
    }

    @Suspendable
    static class BoundAndUnbound {
        static Object run() {
            Targets t = new Targets("name");
            Function<String, Long> bound = t::len;
            BiFunction<Targets, String, Object> unbound = Targets::len;
            Taker<String> dropped = t::len;
            dropped.take("dropped");
            return bound.apply(str("b")) + ":" + unbound.apply(t, "unbound") + ":" + t.privately().apply(3)
                    + t.privateReference().apply((short) 4);
        }
    }

    @Suspendable
    static class Throwing {
        static Object run() {
            ToObject<Integer> f = Targets::fails;
            try {
                return f.apply(i(7));
            } catch (IllegalStateException e) {
                return e.getMessage() + i(1);
            }
        }
    }

    @Suspendable
    static class NullReceiver {
        static Object run() {
            Targets t = i(1) == 1 ? null : new Targets("");
            try {
                Function<String, Long> f = t::len;
                return "WRONG " + f;
            } catch (NullPointerException e) {
                return "npe" + i(1);
            }
        }
    }

    @Suspendable
    static class NullUnboxed {
        static Object run() {
            Maker<Integer> none = () -> o(null);
            IntSupplier s = none::make;
            try {
                return "WRONG " + s.getAsInt();
            } catch (NullPointerException e) {
                return "npe" + i(1);
            }
        }
    }

    /** References to methods of the JDK that have a stand-in. */
    @Suspendable
    static class StandIns {
        static Object run() {
            Function<Integer, Integer> inc = x -> i(x) + 1;
            ToObject<Integer> apply = inc::apply;
            BiFunction<Function<Integer, Integer>, Integer, Integer> unbound = Function::apply;
            Supplier<String> s = () -> str("s");
            Maker<String> make = s::get;
            List<Object> seen = new ArrayList<>();
            Taker<Consumer<Integer>> each = Arrays.asList(1, 2)::forEach;
            each.take(x -> seen.add(i(x)));
            Callable2 call = s::get;
            return apply.apply(1) + "" + unbound.apply(inc, 2) + make.make() + seen + call.call();
        }
    }

    @Suspendable
    interface Callable2 {
        Object call();
    }

    interface Marker {}

    @Suspendable
    static class Markers {
        static Object run() {
            int base = i(10);
            Supplier<Integer> s = (Supplier<Integer> & Marker) () -> i(base);
            ToObject<Integer> t = (ToObject<Integer> & Marker) x -> i(x) + base;
            return s.get() + ":" + t.apply(1) + (s instanceof Marker) + (t instanceof Marker)
                    + (s instanceof Serializable);
        }
    }

    interface StringMaker extends Maker<String> {
        @Override
        String make();
    }

    @Suspendable
    interface Texts<T> {
        Object of(T x);
    }

    interface Strings extends Texts<String> {
        @Override
        String of(String x);
    }

    @Suspendable
    interface Both extends Strings, Function<String, String> {
        @Override
        String of(String x);

        @Override
        default String apply(String x) {
            return of(x) + "a";
        }
    }

    @Suspendable
    static class BridgedInterfaces {
        static Object run() {
            StringMaker s = (StringMaker & Marker) () -> str("bridged");
            Maker<String> m = s;
            Both both = (Both & Marker) x -> str(x) + "!";
            Texts<String> t = both;
            Function<String, String> f = both;
            return s.make() + m.make() + t.of("t") + f.apply("f") + both.of("o");
        }
    }

    @Suspendable
    interface SerialOp extends Serializable {
        int apply(int a, long b);
    }

    static byte[] write(Object o) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(o);
        }
        return bytes.toByteArray();
    }

    static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        ClassLoader loader = References.class.getClassLoader();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass c) throws IOException, ClassNotFoundException {
                try {
                    return Class.forName(c.getName(), false, loader);
                } catch (ClassNotFoundException e) {
                    return super.resolveClass(c);
                }
            }
        }) {
            return in.readObject();
        }
    }

    @Suspendable
    static class SerializedLambdas {
        static Object run() throws Exception {
            byte captured = (byte) i(5);
            long wide = l(1L << 40);
            String text = str("text");
            SerialOp op = (a, b) -> i(a) + (int) b + captured + text.length() + (int) (wide >> 38);
            SerialOp copy = (SerialOp) read(write(op));
            return op.apply(1, 2) + ":" + copy.apply(3, l(4)) + (copy instanceof Serializable);
        }
    }

    @Suspendable
    static class SerializedReferences {
        static class Holder implements Serializable {
            final int base;

            Holder(int base) {
                this.base = base;
            }

            @Suspendable
            int add(int a, long b) {
                return i(base) + a + (int) b;
            }
        }

        static int plus(int a, long b) {
            return i(a) + (int) l(b);
        }

        static Object run() throws Exception {
            SerialOp bound = new Holder(i(7))::add;
            SerialOp direct = SerializedReferences::plus;
            Function<Integer, Object> boxing = (Function<Integer, Object> & Serializable) Targets::twice;
            SerialOp copy = (SerialOp) read(write(bound));
            SerialOp again = (SerialOp) read(write(read(write(direct))));
            @SuppressWarnings("unchecked")
            Function<Integer, Object> boxed = (Function<Integer, Object>) read(write(boxing));
            return copy.apply(1, 2) + ":" + again.apply(3, 4) + ":" + boxed.apply(i(6)) + boxing.apply(1);
        }
    }

    /** The bytes are those of the lambda as it is without Weft: they are a part of the trace. */
    @Suspendable
    static class SerialForm {
        static Object run() throws Exception {
            String captured = str("c");
            SerialOp op = (a, b) -> captured.length() + i(a);
            Supplier<Object> jdk = (Supplier<Object> & Serializable) () -> str(captured);
            return Arrays.hashCode(write(op)) + ":" + Arrays.hashCode(write(jdk)) + op.apply(1, 2) + jdk.get();
        }
    }

    @Suspendable
    static class SerializableJdkInterface {
        static Object run() throws Exception {
            Comparator<String> c = (Comparator<String> & Serializable) (a, b) -> i(a.length() - b.length());
            @SuppressWarnings("unchecked")
            Comparator<String> copy = (Comparator<String>) read(write(c));
            return c.compare("a", "bb") + copy.compare("ccc", "d");
        }
    }
}
