package golden;

import dev.weft.Suspendable;
import java.lang.invoke.MethodHandle;

/** What options change, and a call of a method handle. */
@Suspendable
public class Options {
    static int leaf(int i) {
        return i;
    }

    static int handleCall(MethodHandle handle, String s) throws Throwable {
        return (int) handle.invokeExact(s, 1) + s.length();
    }

    static long several(int a, long b, String s, Object o) {
        long sum = b + leaf(a);
        for (int i = 0; i < a; i++) {
            sum += leaf(i) * leaf(a - i);
        }
        return sum + leaf(s.length()) + leaf(o.hashCode());
    }

    static int tail(int n) {
        return n == 0 ? 0 : tail(n - 1);
    }

    static int locked(Object lock, int n) {
        synchronized (lock) {
            n += leaf(n);
        }
        return n;
    }

    static int spins(int n) {
        int i = 0;
        while (i < n) {
            i += n / 2;
        }
        return i;
    }
}
