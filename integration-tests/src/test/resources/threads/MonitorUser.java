package m;

import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Code with synchronized, wait and notify; run in fibers where it is woven. */
public class MonitorUser {
    interface Scenario {
        String run() throws Exception;
    }

    public static String run(String name) throws Exception {
        switch (name) {
            case "shapes":
                return Weft.run(() -> shapes());
            case "exceptions":
                return Weft.run(() -> exceptions());
            case "exclusion":
                return Weft.run(() -> exclusion());
            case "waiting":
                return Weft.run(() -> waiting());
            case "timedWaiting":
                return Weft.run(() -> timedWaiting());
            case "bounded":
                return Weft.run(() -> bounded());
            case "initialisers":
                return Weft.run(() -> new MonitorUser(3).text + Early.TEXT);
            case "unowned":
                return Weft.run(() -> unowned());
            case "othersGoOn":
                return Weft.run(Scheduler.singleThreaded(), () -> othersGoOn());
            case "interrupted":
                return Weft.run(() -> interrupted());
            case "waitingHandsOff":
                return Weft.run(Scheduler.workStealing(1), () -> waitingHandsOff());
            default:
                throw new IllegalArgumentException(name);
        }
    }

    static final Object LOCK = new Object();
    final Object own = new Object();
    String text = "";
    int count;

    MonitorUser(int n) {
        synchronized (own) {
            synchronized (this) {
                text += n;
            }
        }
    }

    static class Early {
        static final String TEXT;

        static {
            synchronized (LOCK) {
                TEXT = "early";
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized int anInt(int x) { pause(); return x + 1; }
    synchronized long aLong(long x, double d) { pause(); return x + (long) d; }
    synchronized double aDouble(double x) { return x * 2; }
    synchronized String aString(String s) { pause(); return twice(s); }
    synchronized String twice(String s) { return s + s; }
    static synchronized boolean isStatic() { pause(); return Thread.holdsLock(MonitorUser.class); }

    synchronized int branching(int n) {
        for (int i = 0; i < n; i++) {
            if (i == 3) { return i; }
            pause();
        }
        try {
            if (n == 2) { throw new IllegalStateException("two"); }
            return -n;
        } catch (IllegalStateException e) {
            return 22;
        } finally {
            count++;
        }
    }

    static String shapes() {
        MonitorUser u = new MonitorUser(1);
        String s = u.anInt(1) + " " + u.aLong(2L, 3.0) + " " + u.aDouble(1.5) + u.aString("x") + isStatic();
        s += u.branching(9) + " " + u.branching(2) + u.branching(1) + u.count;
        int n = 0;
        for (int i = 0; i < 3; i++) {
            synchronized (u.own) {
                if (i == 1) { continue; }
                pause();
                synchronized (u.own) { n += i; pause(); }
                if (i == 2) { break; }
            }
        }
        return s + n + Thread.holdsLock(u) + Thread.holdsLock(u.own);
    }

    synchronized void failing() { pause(); throw new IllegalArgumentException("failed"); }

    static String exceptions() {
        MonitorUser u = new MonitorUser(1);
        String s = "";
        try { u.failing(); } catch (IllegalArgumentException e) { s += e.getMessage() + Thread.holdsLock(u); }
        try {
            synchronized (u) { pause(); throw new IllegalStateException("inside"); }
        } catch (IllegalStateException e) { s += e.getMessage() + Thread.holdsLock(u); }
        try {
            synchronized (nothing()) { s += "no"; }
        } catch (NullPointerException e) { s += "null"; }
        return s;
    }

    static Object nothing() { return null; }

    static String exclusion() {
        MonitorUser u = new MonitorUser(1);
        int[] inside = {0};
        List<Fiber<Void>> fibers = new ArrayList<>();
        for (int f = 0; f < 8; f++) {
            fibers.add(Weft.go(() -> {
                for (int i = 0; i < 20; i++) {
                    synchronized (u) {
                        if (++inside[0] != 1) { u.text = "broken"; }
                        if (i % 5 == 0) { pause(); }
                        u.count++;
                        inside[0]--;
                    }
                }
            }));
        }
        for (Fiber<Void> f : fibers) { f.join(); }
        synchronized (u) { return u.text + u.count; }
    }

    static String waiting() throws Exception {
        Object lock = new Object();
        int[] state = {0};
        Fiber<String> waiter = Weft.go(() -> {
            synchronized (lock) {
                synchronized (lock) {
                    while (state[0] == 0) { lock.wait(); }
                }
                state[0]++;
                lock.notifyAll();
                return "woken" + Thread.holdsLock(lock);
            }
        });
        pause();
        synchronized (lock) { state[0] = 1; lock.notify(); }
        synchronized (lock) { while (state[0] != 2) { lock.wait(1000, 5); } }
        return waiter.join() + state[0];
    }

    static String timedWaiting() throws Exception {
        Object lock = new Object();
        long start = System.nanoTime();
        synchronized (lock) { lock.wait(20); TimeUnit.MILLISECONDS.timedWait(lock, 10); }
        boolean waited = System.nanoTime() - start >= 29_000_000;
        String s = "";
        try { synchronized (lock) { lock.wait(-1); } } catch (IllegalArgumentException e) { s = "negative"; }
        return waited + s;
    }

    static class Buffer {
        private final Deque<Integer> items = new ArrayDeque<>();

        synchronized void put(int x) throws InterruptedException {
            while (items.size() == 2) { wait(); }
            items.add(x);
            notifyAll();
        }

        synchronized int take() throws InterruptedException {
            while (items.isEmpty()) { wait(); }
            notifyAll();
            return items.remove();
        }
    }

    static String bounded() {
        Buffer buffer = new Buffer();
        List<Fiber<Integer>> takers = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            takers.add(Weft.go(() -> { int s = 0; for (int i = 0; i < 20; i++) { s += buffer.take(); } return s; }));
        }
        for (int p = 0; p < 2; p++) {
            Weft.go(() -> { for (int i = 0; i < 30; i++) { buffer.put(i); } return null; });
        }
        int sum = 0;
        for (Fiber<Integer> t : takers) { sum += t.join(); }
        return "" + sum;
    }

    static String unowned() throws Exception {
        Object lock = new Object();
        String s = "";
        try { lock.notify(); } catch (IllegalMonitorStateException e) { s += e.getMessage().replaceAll(" [^ ]*$", "; "); }
        try { lock.wait(1); } catch (IllegalMonitorStateException e) { s += e.getMessage().replaceAll(" [^ ]*$", ""); }
        return s;
    }

    /** One thread: a fiber that sleeps inside must not stop the others. */
    static String othersGoOn() throws Exception {
        Thread thread = carrier();
        List<String> order = new ArrayList<>();
        Fiber<Void> sleeper = Weft.go(() -> { synchronized (LOCK) { Weft.sleep(30); order.add("sleeper" + (carrier() == thread)); } });
        Fiber<Void> second = Weft.go(() -> { synchronized (LOCK) { order.add("second"); } });
        Fiber<Void> other = Weft.go(() -> { order.add("other"); });
        sleeper.join();
        second.join();
        other.join();
        return order.equals(List.of("other", "sleepertrue", "second")) ? "ok" : order.toString();
    }

    static Thread carrier() { return Thread.currentThread(); }

    static String interrupted() throws Exception {
        Object lock = new Object();
        Fiber<String> waiter = Weft.go(() -> {
            synchronized (lock) {
                try { lock.wait(); return "woken"; }
                catch (InterruptedException e) { return Thread.holdsLock(lock) ? "ok" : "not held"; }
            }
        });
        while (waiter.state() != Fiber.State.WAITING) { pause(); }
        waiter.interrupt();
        return waiter.join();
    }

    static String waitingHandsOff() throws Exception {
        Object lock = new Object();
        boolean[] go = {false};
        Fiber<Void> waiter = Weft.go(() -> { synchronized (lock) { while (!go[0]) { lock.wait(); } } });
        Fiber<Void> holder = Weft.go(() -> { synchronized (LOCK) { Thread.sleep(5); } });
        holder.join();
        synchronized (lock) { go[0] = true; lock.notifyAll(); }
        waiter.join();
        return "ok";
    }
}
