package dev.weft.blocking;

/**
 * Keeps the JVM alive while a {@link FiberThread} that is no daemon runs, as a thread would: one
 * thread, not a daemon, waits as long as there are any.
 */
final class KeepAlive {
    private static final Object LOCK = new Object();
    private static int count;

    private KeepAlive() {}

    static void enter() {
        synchronized (LOCK) {
            if (count++ == 0) {
                Thread keeper = new Thread(null, KeepAlive::await, "weft-keep-alive", 0, false);
                keeper.setDaemon(false);
                keeper.start();
            }
        }
    }

    static void exit() {
        synchronized (LOCK) {
            if (--count == 0) {
                LOCK.notifyAll();
            }
        }
    }

    private static void await() {
        synchronized (LOCK) {
            while (count > 0) {
                try {
                    LOCK.wait();
                } catch (InterruptedException e) {
                    // nobody has a reason to; the count decides
                }
            }
        }
    }
}
