package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.function.*;

/** Functions of the JDK's interfaces that suspend, though the method that makes them can't. */
class MadeElsewhere {
    @Suspendable
    static class InInitialisers {
        static final Supplier<Integer> SUPPLIER = () -> i(4);
        static final Callable<String> REFERENCE = InInitialisers::text;
        static final List<Function<Integer, Integer>> ALL = Arrays.asList(x -> i(x) + 1, x -> x + 2, x -> i(i(x)));

        static final Runnable LATER;
        static int count;

        static {
            Runnable r = () -> count += i(1);
            LATER = r;
        }

        private String seen = "";
        private final Consumer<String> consumer = s -> seen += str(s);
        private final Runnable loop;

        InInitialisers(List<String> items) {
            loop = () -> items.forEach(s -> seen += str(s));
        }

        static String text() {
            return str("t");
        }

        static Object run() throws Exception {
            count = 0;
            InInitialisers made = new InInitialisers(Arrays.asList("a", "b"));
            made.consumer.accept("c");
            made.loop.run();
            LATER.run();
            int sum = SUPPLIER.get();
            for (Function<Integer, Integer> f : ALL) {
                sum += f.apply(sum);
            }
            return made.seen + sum + count + REFERENCE.call();
        }
    }

    /** Some method of the class is suspendable, not the one that makes the function. */
    static class InPlainMethod {
        static Supplier<Integer> make(int x) {
            return () -> i(x) + i(1);
        }

        static Function<Integer, Supplier<Integer>> nested(int x) {
            return y -> () -> i(x) * y;
        }

        @Suspendable
        static Object run() {
            return make(3).get() + ":" + nested(4).apply(5).get();
        }
    }

    /** A lambda that calls nothing suspendable makes one that does. */
    @Suspendable
    static class InLambda {
        static Object run() {
            IntFunction<Supplier<Function<Integer, String>>> f = a -> () -> b -> str("s" + a + b);
            return f.apply(1).get().apply(2);
        }
    }

    static class NoMarks {
        static final Supplier<Integer> S = () -> i(5);
    }

    /** Nothing in the class that makes it says that it has to do with fibers. */
    @Suspendable
    @Pins(1)
    static class InUnmarkedClass {
        static Object run() {
            return NoMarks.S.get() + i(1);
        }
    }
}
