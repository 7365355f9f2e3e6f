package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.*;

/** Frames in the middle that no weaver saw: the result is right, pinned. */
class Unwoven {
    @Suspendable
    interface Service {
        int ask(int x);

        default int twice(int x) {
            return ask(x) + ask(i(x));
        }
    }

    @Suspendable
    static class Target implements Service {
        @Override
        public int ask(int x) {
            Trace.add("ask " + x);
            return i(x) + 1;
        }

        static int statically(int x) {
            return i(x) * 2;
        }
    }

    @Suspendable
    static class JdkIteration {
        static Object run() {
            Map<String, Integer> map = new TreeMap<>();
            Arrays.asList("a", "b").forEach(s -> map.put(s, i(s.length())));
            map.replaceAll((k, n) -> n + i(1));
            return map.toString() + i(0);
        }
    }

    @Suspendable
    static class Reflection {
        static Object run() throws Exception {
            Method ask = Target.class.getMethod("ask", int.class);
            Method statically = Target.class.getDeclaredMethod("statically", int.class);
            int a = (Integer) ask.invoke(new Target(), i(1));
            int b = (Integer) statically.invoke(null, i(2));
            return a + b;
        }
    }

    /** A JDK proxy sees the plain method only, and its handler runs below an unwoven frame. */
    @Suspendable
    @Pins(4)
    static class JdkProxy {
        static Object run() {
            List<String> seen = new ArrayList<>();
            Target target = new Target();
            InvocationHandler handler = (proxy, method, arguments) -> {
                seen.add(method.getName() + Arrays.toString(method.getParameterTypes()) + arguments.length);
                return method.invoke(target, arguments);
            };
            Service proxy = (Service)
                    Proxy.newProxyInstance(Unwoven.class.getClassLoader(), new Class<?>[] {Service.class}, handler);
            int sum = proxy.ask(i(1)) + proxy.twice(2);
            return sum + seen.toString();
        }
    }

    /** The lambda's interface is the JDK's; the other thread has no stack of ours (and counts for itself). */
    @Suspendable
    static class OtherThread {
        static Object run() throws Exception {
            int[] box = {0};
            Thread thread = new Thread(() -> box[0] = new Target().ask(1));
            thread.start();
            thread.join();
            return box[0] + i(1);
        }
    }
}
