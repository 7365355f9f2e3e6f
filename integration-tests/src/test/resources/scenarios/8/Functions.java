package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Lambdas, method references, interfaces, generics. */
class Functions {
    @Suspendable
    interface Op<T, R> {
        R apply(T t);
    }

    @Suspendable
    interface IntOp {
        int apply(int a, long b);
    }

    @Suspendable
    interface Action {
        void go();
    }

    @Suspendable
    interface Maker {
        Object make(String s);
    }

    @Suspendable
    static class Lambdas {
        static Object run() {
            Op<String, Integer> length = s -> i(s.length());
            IntOp add = (a, b) -> i(a) + (int) l(b);
            int[] count = {0};
            Action act = () -> {
                v();
                count[0] += i(5);
            };
            act.go();
            act.go();
            return length.apply(str("four")) + add.apply(1, 2L) + count[0];
        }
    }

    @Suspendable
    static class Captures {
        final int field = 3;

        Op<Integer, String> maker(byte b, long l, String s, double d, char c) {
            return x -> {
                v();
                return "" + b + l + s + d + c + field + i(x);
            };
        }

        static Object run() {
            Captures self = new Captures();
            Op<Integer, String> op = self.maker((byte) -1, 1L << 33, str("cap"), -0.0, 'x');
            return op.apply(1) + op.apply(i(2));
        }
    }

    @Suspendable
    static class MethodReferences {
        final String p = "p";

        static int twice(int a, long b) {
            return i(a) * (int) b;
        }

        String instance(String s) {
            return p + str(s);
        }

        static String concat(MethodReferences self, String s) {
            return self.p + str(s) + "c";
        }

        static class Box {
            final Object o;

            Box(String o) {
                this.o = o;
            }
        }

        static Object run() {
            IntOp stat = MethodReferences::twice;
            MethodReferences self = new MethodReferences();
            Op<String, String> bound = self::instance;
            Maker constructor = Box::new;
            Op<MethodReferences, String> unbound = MethodReferences::describe;
            Op<String, Integer> jdk = String::length;
            return stat.apply(2, 3) + bound.apply("b") + ((Box) constructor.make(str("k"))).o + unbound.apply(self)
                    + jdk.apply(str("len"));
        }

        String describe() {
            return "d" + str(p);
        }
    }

    @Suspendable
    static class LambdaThrows {
        static Object run() {
            Action a = () -> {
                v();
                throw new IllegalStateException(str("lambda"));
            };
            try {
                a.go();
            } catch (IllegalStateException e) {
                return e.getMessage() + i(1);
            }
            return "WRONG";
        }
    }

    @Suspendable
    static class HigherOrder {
        static <A, B, C> Op<A, C> then(Op<A, B> f, Op<? super B, ? extends C> g) {
            return x -> g.apply(f.apply(x));
        }

        static Object run() {
            Op<Integer, Integer> inc = x -> i(x) + 1;
            Op<Integer, String> show = then(inc, then(inc, x -> "n" + i(x)));
            Op<Integer, Op<Integer, Integer>> curried = a -> b -> i(a) * i(b);
            return show.apply(1) + curried.apply(3).apply(4);
        }
    }

    @Suspendable
    static class RecursiveLambda {
        static Op<Integer, Integer> fib;

        static Object run() {
            fib = n -> n < 2 ? i(n) : fib.apply(n - 1) + fib.apply(n - 2);
            return fib.apply(8);
        }
    }

    /** A JDK functional interface is not woven, but its lambdas suspend when woven code calls them. */
    @Suspendable
    static class JdkFunctionalInterface {
        static Object run() {
            Supplier<Integer> s = () -> i(3);
            Function<Integer, Integer> f = x -> i(x) + 1;
            return s.get() + f.apply(1) + i(5);
        }
    }

    @Suspendable
    static class JdkForEach {
        static Object run() {
            List<Integer> out = new ArrayList<>();
            Arrays.asList(1, 2, 3).forEach(x -> out.add(i(x) * 2));
            v();
            return out.toString();
        }
    }

    @Suspendable
    interface Greeter {
        String name();

        default String greet() {
            return "hello " + name() + i(1);
        }

        static String both(Greeter a, Greeter b) {
            return a.greet() + " and " + b.greet() + i(2);
        }
    }

    @Suspendable
    static class DefaultMethods {
        static class Plain implements Greeter {
            @Override
            public String name() {
                return str("plain");
            }
        }

        static Object run() {
            Greeter lambda = () -> str("lambda");
            return Greeter.both(new Plain(), lambda) + new Own2().greet();
        }

        static class Own2 implements Greeter {
            @Override
            public String name() {
                return "own2";
            }

            @Override
            public String greet() {
                return "<" + Greeter.super.greet() + ">" + i(3);
            }
        }
    }

    @Suspendable
    interface Left {
        default int f() {
            return i(1);
        }
    }

    @Suspendable
    interface Right {
        default int f() {
            return i(2);
        }
    }

    @Suspendable
    static class Diamond implements Left, Right {
        @Override
        public int f() {
            return Left.super.f() * 10 + Right.super.f();
        }

        static Object run() {
            Left l = new Diamond();
            Right r = new Diamond();
            return l.f() + r.f();
        }
    }

    @Suspendable
    static class InheritedImplementation {
        @Suspendable
        static class Base {
            public int f() {
                return i(7);
            }
        }

        static class Both extends Base implements Left {}

        static Object run() {
            Left l = new Both();
            return l.f() + new Both().f();
        }
    }

    @Suspendable
    static class GenericBridges {
        @Suspendable
        abstract static class Node<T extends Comparable<T>> {
            T value;

            abstract T get(T or);

            Object raw() {
                return get(null);
            }
        }

        @Suspendable
        static class StringNode extends Node<String> {
            @Override
            String get(String or) {
                return value == null ? str(or) : str(value);
            }

            @Override
            String raw() {
                return "s" + super.raw();
            }
        }

        static <T extends Comparable<T>> T ask(Node<T> n, T or) {
            return n.get(or);
        }

        static Object run() {
            StringNode s = new StringNode();
            String a = ask(s, "or");
            s.value = str("v");
            Node<String> n = s;
            return a + ask(n, "or") + n.raw() + s.raw();
        }
    }

    @Suspendable
    static class CovariantReturn {
        @Suspendable
        static class A implements Cloneable {
            A self() {
                v();
                return this;
            }

            String name() {
                return "A" + i(1);
            }
        }

        @Suspendable
        static class B extends A {
            @Override
            B self() {
                super.self();
                return this;
            }

            @Override
            String name() {
                return "B" + i(2);
            }

            int only() {
                return i(9);
            }
        }

        static Object run() {
            A a = new B();
            return a.self().name() + new B().self().only() + new A().self().name();
        }
    }

    @Suspendable
    static class GenericInterface {
        @Suspendable
        interface Source<T> {
            T next(T prev) throws Exception;
        }

        static class Ints implements Source<Integer> {
            @Override
            public Integer next(Integer prev) {
                return i(prev) + 1;
            }
        }

        static Object run() throws Exception {
            Source<Integer> s = new Ints();
            Source<String> t = p -> p + str("x");
            return s.next(1) + s.next(s.next(5)) + t.next(t.next("a"));
        }
    }

    @Suspendable
    static class Iterators implements Iterable<Integer> {
        @Override
        public Iterator<Integer> iterator() {
            return Arrays.asList(1, 2, 3).iterator();
        }

        static Object run() {
            int sum = 0;
            for (int x : new Iterators()) {
                sum = sum * 10 + i(x);
            }
            return sum;
        }
    }

    @Suspendable
    static class LocalClassCaptures {
        static Object run() {
            int base = i(3);
            String s = str("l");

            @Suspendable
            class Local {
                final int own;

                Local(int own) {
                    this.own = own;
                }

                String get() {
                    return s + base + i(own);
                }

                Local next() {
                    return new Local(i(own) + base);
                }
            }
            return new Local(1).next().get() + new Local(i(2)).get();
        }
    }

    @Suspendable
    static class EnumMethods {
        @Suspendable
        enum Op2 {
            PLUS {
                @Override
                int apply(int a, int b) {
                    return i(a) + b;
                }
            },
            TIMES {
                @Override
                int apply(int a, int b) {
                    return a * i(b);
                }
            };

            abstract int apply(int a, int b);

            int twice(int a) {
                return apply(apply(a, a), a);
            }
        }

        static Object run() {
            String s = "";
            for (Op2 op : Op2.values()) {
                s += op + "" + op.apply(2, 3) + op.twice(i(2));
            }
            return s;
        }
    }

    @Suspendable
    static class ComparatorFromJdk {
        static Object run() {
            List<String> xs = new ArrayList<>(Arrays.asList("bb", "a"));
            xs.sort((a, b) -> i(a.length() - b.length()));
            return xs.toString() + i(1);
        }
    }

    static class NotAnnotatedImplementor {
        static class Impl implements IntOp {
            @Override
            public int apply(int a, long b) {
                return i(a) - (int) l(b);
            }
        }

        @Suspendable
        static Object run() {
            IntOp op = new Impl();
            return op.apply(i(1), 2) + new Impl().apply(3, 4);
        }
    }

    @Suspendable
    static class Nodes {
        final Nodes left;
        final Nodes right;
        final int value;

        Nodes(Nodes left, int value, Nodes right) {
            this.left = left;
            this.value = value;
            this.right = right;
        }

        static Nodes tree(int lo, int hi) {
            if (lo > hi) {
                return null;
            }
            int mid = i(lo + hi) / 2;
            return new Nodes(tree(lo, mid - 1), mid, tree(mid + 1, hi));
        }

        void walk(Op<Integer, Void> visit) {
            if (left != null) {
                left.walk(visit);
            }
            visit.apply(value);
            if (right != null) {
                right.walk(visit);
            }
        }

        static Object run() {
            StringBuilder out = new StringBuilder();
            tree(1, 15).walk(x -> {
                out.append(i(x)).append(' ');
                return null;
            });
            return out.toString();
        }
    }
}
