package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Java 12 to 17: switch expressions, records, sealed types, patterns of instanceof, text blocks. */
class Java17 {
    @Suspendable
    sealed interface Expr permits Num, Add, Neg {
        default int eval() {
            if (this instanceof Num n) {
                return i(n.value());
            }
            if (this instanceof Add a && a.left() instanceof Num l) {
                return l.eval() + a.right().eval();
            }
            return this instanceof Neg n ? -n.of().eval() : fail(new IllegalStateException("none"));
        }
    }

    record Num(int value) implements Expr {}

    record Add(Expr left, Expr right) implements Expr {}

    record Neg(Expr of) implements Expr {}

    @Suspendable
    static class SealedRecords {
        static Object run() {
            Expr e = new Add(new Num(i(1)), new Neg(new Add(new Num(2), new Num(i(3)))));
            return e.eval() + " " + e + e.equals(o(e));
        }
    }

    @Suspendable
    record Point(int x, long y) {
        Point {
            if (x < 0) {
                throw new IllegalArgumentException("x");
            }
        }

        int sum() {
            return i(x) + (int) l(y);
        }

        static Point of(int n) {
            return new Point(i(n), l(n + 1));
        }
    }

    static class Records {
        @Suspendable
        static Object run() {
            Point p = Point.of(3);
            v();
            return p + "" + p.sum() + p.hashCode();
        }
    }

    @Suspendable
    static class SwitchExpressions {
        enum Day {
            MON,
            TUE,
            SUN
        }

        static Object run() {
            StringBuilder log = new StringBuilder();
            for (Day d : Day.values()) {
                int n = 10 + switch (o(d)) {
                    case MON -> i(1);
                    case TUE -> {
                        int x = i(2);
                        yield x * i(3);
                    }
                    case SUN -> {
                        try {
                            yield fail(new IllegalStateException("sun"));
                        } catch (IllegalStateException e) {
                            yield str(e.getMessage()).length();
                        } finally {
                            v();
                        }
                    }
                };
                log.append(n).append(join("a", switch (str("s" + n)) {
                    case "s11" -> l(1);
                    case "s16" -> 2L;
                    default -> {
                        v();
                        yield 3L;
                    }
                }, i(4)));
            }
            return log.toString();
        }

        static String join(String a, long b, int c) {
            return a + b + c;
        }
    }

    @Suspendable
    static class InstanceofPatterns {
        static Object run() {
            StringBuilder log = new StringBuilder();
            for (Object x : new Object[] {"str", 5, 6L, null, new int[] {1}}) {
                if (o(x) instanceof String s && s.length() == i(3)) {
                    log.append("S").append(s);
                } else if (x instanceof Integer n && i(n) > 2) {
                    log.append("I").append(n + 1);
                } else if (!(x instanceof int[] a)) {
                    log.append("?").append(str("" + x));
                } else {
                    v();
                    log.append(a[0]);
                }
            }
            return log.toString();
        }
    }

    @Suspendable
    static class TextBlocks {
        static Object run() {
            return """
                    a %d
                      b\
                    """.formatted(i(1)) + str("c");
        }
    }

    @Suspendable
    static class LocalRecordsAndEnums {
        static Object run() {
            record P(String a, int b) {}
            enum E {
                X,
                Y
            }
            List<P> ps = new ArrayList<>();
            for (E e : E.values()) {
                ps.add(new P(str(e.name()), i(e.ordinal())));
            }
            return ps.toString();
        }
    }

    @Suspendable
    static class MapMulti {
        static Object run() {
            java.util.List<Integer> numbers = java.util.List.of(1, 2, 3);
            java.util.stream.Stream<Object> multiplied = numbers.stream().mapMulti((x, to) -> {
                for (int k = 0; k < x; k++) {
                    to.accept(i(x * 10 + k));
                }
            });
            return multiplied.limit(4).toList().toString();
        }
    }
}
