package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Java 22 to 25: unnamed variables, statements before super(). */
class Java25 {
    @Suspendable
    static class Unnamed {
        record P(int a, Object b) {}

        static Object run() {
            int n = 0;
            for (var _ : new int[3]) {
                n += i(2);
            }
            try {
                fail(new IllegalStateException());
            } catch (IllegalStateException _) {
                v();
                n++;
            }
            return new P(i(n), "x") instanceof P(var a, _) ? a + i(1) : -1;
        }
    }

    @Suspendable
    @Pins(2)
    static class BeforeSuper {
        static class Base {
            final int n;

            Base(int n) {
                this.n = n;
            }
        }

        @Suspendable
        static class Derived extends Base {
            Derived(int x) {
                int y = i(x);
                if (y > 3) {
                    y = i(0);
                }
                super(y);
            }
        }

        static Object run() {
            return new Derived(i(5)).n;
        }
    }
}
