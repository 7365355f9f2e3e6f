package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.*;

/** Issues of other weavers and coroutine compilers, each by its number there; see also Regressions. */
class PeerIssues {
    /** The interface between caller and callee is not marked: what stands before the call ran twice. */
    static class Quasar104UnmarkedInterface {
        interface Sums {
            int sum(int a, int b);
        }

        static class Adder implements Sums {
            @Suspendable
            @Override
            public int sum(int a, int b) {
                Trace.add("sum of " + a + " and " + b);
                return i(a) + i(b);
            }
        }

        /** Two leaves pin, as the call goes to the method that is not marked. */
        @Suspendable
        @Pins(2)
        static class Unmarked {
            static int next;

            static Object run() {
                next = 40;
                Sums sums = new Adder();
                int a = ++next;
                Trace.add("a is " + a);
                int b = ++next;
                Trace.add("b is " + b);
                return a + " + " + b + " = " + sums.sum(a, b);
            }
        }
    }

    /** The call is the last instruction of the try block: an empty range. */
    @Suspendable
    static class Quasar211CallBeforeCatch {
        static Object run() {
            String s = "";
            try {
                v();
            } catch (IllegalStateException e) {
                s += "WRONG";
            }
            try {
                fail(new IllegalStateException("a"));
            } catch (IllegalStateException e) {
                s += str(e.getMessage());
            }
            return s;
        }
    }

    /** The argument of a constructor is a suspending call of the same object. */
    @Suspendable
    static class Kilim16NewOfOwnBytes {
        byte[] bytes() {
            return str("bytes").getBytes();
        }

        Object make() {
            new String(bytes());
            return new String(bytes(), i(1), i(3));
        }

        static Object run() {
            return new Kilim16NewOfOwnBytes().make();
        }
    }

    /** After a pause in the block the more general of two handlers was taken. */
    @Suspendable
    static class Kilim55WhichHandler {
        static class Special extends RuntimeException {}

        static Object run() {
            int two = i(2);
            try {
                v();
                throw new Special();
            } catch (Special e) {
                return "special " + two;
            } catch (Exception e) {
                return "general " + two;
            }
        }
    }

    /** try, catch and finally inside a handler, which itself has a finally. */
    @Suspendable
    static class KilimFork13NestedInHandler {
        static String go(boolean first, boolean second) {
            StringBuilder s = new StringBuilder();
            try {
                s.append(first ? (Object) fail(new IllegalStateException("1")) : str("A"));
            } catch (IllegalStateException e) {
                try {
                    s.append(second ? (Object) fail(new IllegalStateException("2")) : str("C"));
                } catch (IllegalStateException f) {
                    s.append(str("D"));
                } finally {
                    s.append(str("E"));
                }
            } finally {
                s.append(str("B"));
            }
            return s.toString();
        }

        static Object run() {
            return go(false, false) + "," + go(true, false) + "," + go(true, true);
        }
    }

    /** One slot has a map in one branch and another class in the next, both dead at the call. */
    @Suspendable
    static class Offbynull76BranchesReuseSlot {
        static String go(int which) {
            Object kept = "k" + which;
            if (which == 0) {
                Map<Integer, Integer> map = new HashMap<>();
                map.put(1, i(which));
                kept = map;
            } else {
                if (which == 1) {
                    StringBuilder b = new StringBuilder();
                    b.append(i(which));
                    kept = b;
                } else {
                    throw new IllegalArgumentException(str("e" + which));
                }
            }
            return kept + str(";");
        }

        static Object run() {
            String s = go(0) + go(1);
            try {
                return s + go(2);
            } catch (IllegalArgumentException e) {
                return s + e.getMessage();
            }
        }
    }

    /** A caught exception is captured by a lambda that is made and called in the handler. */
    @Suspendable
    static class Kotlinx2041CaughtIsCaptured {
        static Object run() throws Exception {
            List<Object> seen = new ArrayList<>();
            try {
                fail(new UncheckedIOException(new IOException("io")));
            } catch (UncheckedIOException e) {
                Callable<String> inner = () -> str(e.getMessage()) + i(1);
                seen.add(inner.call());
                throw wrap(e, seen);
            } finally {
                seen.add(i(2));
                Trace.add(seen.toString());
            }
            return "WRONG";
        }

        static Exception wrap(UncheckedIOException e, List<Object> seen) {
            Supplier<Exception> s =
                    () -> {
                        throw new IllegalStateException(str("wrapped"), o(e));
                    };
            return s.get();
        }
    }

    /** The same on one of several paths, behind which the exception is needed. */
    @Suspendable
    static class Kotlinx2049CaughtIsKept {
        static Object run() {
            Exception last = null;
            for (int k = 0; k < 3; k++) {
                try {
                    v();
                    if (k != 1) {
                        fail(new IllegalStateException("k" + k));
                    }
                } catch (IllegalStateException e) {
                    int at = k;
                    Supplier<String> s = () -> str(e.getMessage()) + at;
                    last = new Exception(s.get(), e);
                }
            }
            return last.getMessage() + last.getCause().getMessage();
        }
    }

    /** Loop variables captured by lambdas of a nested loop. */
    @Suspendable
    static class Kotlinx2168LoopVariableCaptured {
        static Object run() {
            List<Supplier<String>> later = new ArrayList<>();
            for (List<String> batch : Arrays.asList(Arrays.asList("a", "b"), Arrays.asList("c"))) {
                Supplier<Integer> size = () -> i(batch.size());
                for (String item : batch) {
                    later.add(() -> str(item) + batch.size() + size.get());
                }
                size.get();
            }
            StringBuilder s = new StringBuilder();
            for (Supplier<String> l : later) {
                s.append(l.get());
            }
            return s.toString();
        }
    }

    /** A suspension in the finally block of a lambda within a lambda, with captures of both. */
    @Suspendable
    static class Kotlinx1175FinallyInNestedLambda {
        static Object run() {
            List<Object> seen = new ArrayList<>();
            IntFunction<Supplier<String>> subscribe = channel -> () -> {
                List<String> messages = Arrays.asList("x", str("y"));
                try {
                    messages.forEach(m -> seen.add(str(m)));
                    return "m" + messages.size();
                } finally {
                    Runnable last = () -> seen.add(i(channel));
                    last.run();
                }
            };
            return subscribe.apply(7).get() + seen;
        }
    }

    /** The same under a lock that the lambda takes again in its finally block. */
    @Suspendable
    static class Kotlinx2113FinallyUnderLock {
        static final ReentrantLock LOCK = new ReentrantLock();
        static Supplier<String> job;

        static Object run() {
            LOCK.lock();
            try {
                job = () -> {
                    try {
                        return str("work");
                    } finally {
                        Runnable done = () -> v();
                        done.run();
                        LOCK.lock();
                        try {
                            job = null;
                        } finally {
                            LOCK.unlock();
                        }
                    }
                };
            } finally {
                LOCK.unlock();
            }
            return job.get() + (job == null) + LOCK.isLocked();
        }
    }

    /** A function reference and other operands are on the stack when an argument suspends. */
    @Suspendable
    static class Kotlinx2779OperandsBelowCall {
        static String emit(String a, Function<List<String>, Object> f, List<String> list, long wide) {
            return a + f.apply(list) + wide;
        }

        static Object run() {
            return emit("a", List::size, Arrays.asList("b", str("c")), l(3)) + emit(str("d"), x -> i(x.size()), new ArrayList<>(), 1L << i(40));
        }
    }

    /** A local function that refers to itself from a lambda in it. */
    @Suspendable
    static class Kt24780RecursiveLocalFunction {
        static Object run() {
            @Suspendable
            class Local {
                int left = 3;

                String again(String s) {
                    List<Callable<String>> callbacks = new ArrayList<>();
                    callbacks.add(() -> left-- > 0 ? str(s) + again(s + left) : "end");
                    try {
                        return callbacks.get(0).call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            return new Local().again("s");
        }
    }

    /** A suspending function that always throws, inside a try block: nothing follows its call. */
    @Suspendable
    static class Kt15017CalleeAlwaysThrows {
        static String never(String message) {
            throw new IllegalStateException(str(message));
        }

        static Object run() {
            String s;
            try {
                s = never("OK");
            } catch (IllegalStateException e) {
                s = e.getMessage();
            }
            try {
                fail(new IllegalArgumentException(s));
                return "WRONG";
            } catch (IllegalArgumentException e) {
                return e.getMessage() + i(1);
            }
        }
    }

    /** The local that holds the stack has another number in each path, as arguments of all sizes come before it. */
    @Suspendable
    static class Kt44347ManyLocalsBeforeStack {
        static double sum(long a, int b, double c, String d, float e, long... more) {
            long local = l(a);
            for (long m : more) {
                long inLoop = m;
                local += l(inLoop) + i(b);
            }
            String s = b > 0 ? str(d) : d;
            return local + c + s.length() + f(e);
        }

        static Object run() {
            return sum(1, 2, 3, "four", 5, 6, 7) + ":" + sum(1, -2, 3, "four", 5);
        }
    }

    /** A private method of an inner class, called through an accessor by compilers before 11. */
    @Suspendable
    static class Quasar60Accessors {
        private int secret = 1;

        private int next(int x) {
            return i(x) + secret;
        }

        @Suspendable
        class Inner {
            private int own(int x) {
                return next(i(x)) + secret;
            }
        }

        static Object run() {
            Quasar60Accessors outer = new Quasar60Accessors();
            return outer.new Inner().own(3) + outer.next(4);
        }
    }
}
