package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Java 21: pattern switches, deconstruction. */
class Java21 {
    sealed interface Shape permits Circle, Box, Group {}

    record Circle(double r) implements Shape {}

    record Box(int w, long h) implements Shape {}

    record Group(Shape a, Shape b) implements Shape {}

    @Suspendable
    static class PatternSwitch {
        static double area(Shape s) {
            return switch (s) {
                case Circle c -> d(c.r()) * 3;
                case Box(int w, long h) when i(w) > 2 -> w * l(h);
                case Box b -> -i(b.w());
                case Group(Circle(var r), Box(var w, var h)) -> d(r) + w + l(h);
                case Group(var a, var b) -> area(a) + area(b);
            };
        }

        static Object run() {
            return area(new Circle(1)) + area(new Box(3, 4)) + area(new Box(1, 1))
                    + area(new Group(new Circle(2), new Box(5, 6)))
                    + area(new Group(new Box(3, 3), new Group(new Circle(1), new Circle(2))));
        }
    }

    @Suspendable
    static class MixedPatterns {
        enum E {
            A,
            B
        }

        static String f(Object o) {
            return switch (o) {
                case null -> "null" + i(0);
                case String s when s.length() > i(3) -> "long " + str(s);
                case String s -> "short " + str(s);
                case Integer n when n > 5 && z(true) -> "big" + i(n);
                case Integer n -> "int" + n;
                case E.A -> "A" + i(1);
                case E e -> "E" + str(e.name());
                case int[] a -> "ints" + i(a.length);
                default -> throw new IllegalStateException("other " + i(9));
            };
        }

        static Object run() {
            StringBuilder log = new StringBuilder();
            for (Object x : new Object[] {null, "abcd", "ab", 7, 3, E.A, E.B, new int[2], 4.5}) {
                try {
                    log.append(f(o(x))).append(';');
                } catch (IllegalStateException e) {
                    log.append(e.getMessage());
                }
            }
            return log.toString();
        }
    }

    record Throwing(int x) {
        @Override
        public int x() {
            throw new IllegalStateException("accessor");
        }
    }

    @Suspendable
    static class ThrowingAccessor {
        static Object run() {
            try {
                Object o = new Throwing(i(1));
                if (o(o) instanceof Throwing(int x) && x > i(0)) {
                    return "WRONG";
                }
            } catch (MatchException e) {
                v();
                return e.getCause().getMessage();
            }
            return "WRONG";
        }
    }
}
