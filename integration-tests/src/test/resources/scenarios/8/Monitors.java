package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.function.*;

/** Monitors: pinned inside, free outside. */
class Monitors {
    @Suspendable
    @Pins(2)
    static class Block {
        static Object run() {
            Object lock = new Object();
            int n = i(1);
            synchronized (lock) {
                n += i(2);
                n *= i(3);
                Trace.add(Thread.holdsLock(lock));
            }
            n += i(4);
            Trace.add(Thread.holdsLock(lock));
            return n;
        }
    }

    /** quasar 288: the class's other methods stay woven. */
    @Suspendable
    @Pins(2)
    static class Methods {
        int n;

        synchronized int locked(int x) {
            n += i(x);
            Trace.add(Thread.holdsLock(this));
            return n;
        }

        static synchronized int lockedStatic(int x) {
            return i(x) + 1;
        }

        int free(int x) {
            return i(x);
        }

        static Object run() {
            Methods m = new Methods();
            int sum = m.locked(5) + lockedStatic(6) + m.free(7);
            return sum + i(1) + (Thread.holdsLock(m) ? " WRONG" : " free");
        }
    }

    @Suspendable
    @Pins(3)
    static class NestedAndReentrant {
        static Object run() {
            Object a = new Object();
            Object b = "lock";
            StringBuilder log = new StringBuilder();
            synchronized (a) {
                log.append(i(1));
                synchronized (b) {
                    log.append(i(2));
                    synchronized (a) {
                        log.append(i(3));
                    }
                }
            }
            v();
            return log.toString() + Thread.holdsLock(a) + Thread.holdsLock(b);
        }
    }

    @Suspendable
    @Pins(1)
    static class ExceptionReleases {
        static Object run() {
            Object lock = new Object();
            try {
                synchronized (lock) {
                    fail(new IllegalStateException("inside"));
                }
            } catch (IllegalStateException e) {
                v();
                return e.getMessage() + Thread.holdsLock(lock);
            }
            return "WRONG";
        }
    }

    @Suspendable
    @Pins(3)
    static class LoopWithMonitor {
        static Object run() {
            int n = 0;
            Object lock = new Object();
            for (int k = 0; k < 5; k++) {
                v();
                synchronized (lock) {
                    if (k == 1) {
                        continue;
                    }
                    if (k == 4) {
                        break;
                    }
                    n += i(k);
                }
                v();
            }
            return n + "" + Thread.holdsLock(lock);
        }
    }

    @Suspendable
    @Pins(1)
    static class ReturnFromMonitor {
        final Object lock = new Object();

        int f(int x) {
            synchronized (lock) {
                return i(x) + 1;
            }
        }

        static Object run() {
            ReturnFromMonitor r = new ReturnFromMonitor();
            return r.f(2) + i(1) + "" + Thread.holdsLock(r.lock);
        }
    }

    @Suspendable
    @Pins(1)
    static class NotifyProvesOwnership {
        static Object run() {
            Object lock = new Object();
            v();
            synchronized (lock) {
                v();
                lock.notifyAll();
            }
            try {
                v();
                lock.notifyAll();
                return "WRONG";
            } catch (IllegalMonitorStateException e) {
                return "ok";
            }
        }
    }

    @Suspendable
    @Pins(1)
    static class SynchronizedOverride {
        @Suspendable
        static class A {
            int f(int x) {
                return i(x);
            }
        }

        @Suspendable
        static class B extends A {
            @Override
            synchronized int f(int x) {
                return super.f(x) + 1;
            }
        }

        static Object run() {
            A a = new B();
            return a.f(1) + new A().f(2);
        }
    }
}
