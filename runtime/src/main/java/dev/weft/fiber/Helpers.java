package dev.weft.fiber;

import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that run turns of an {@link ExecutorScheduler}'s fibers while others of its fibers
 * block threads of the executor: one for each that blocks. They take from the same queue as the
 * executor, so nothing runs twice. Without them a pinned wait on the only thread of an event loop
 * for a fiber of the same loop would never end. The price: meanwhile a fiber may run beside the
 * executor's threads, which matters to code that relies on a certain thread (a user interface's,
 * say).
 *
 * <p>A helper ends when nothing blocks for a while. Thread-safe.
 */
final class Helpers {
    private static final long KEEP_ALIVE_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final int MAX_THREADS = 8192;

    private final ExecutorScheduler scheduler;
    private final long keepAliveMillis;
    private volatile int blocked;
    private int threads;
    private int started;
    private int idle;

    Helpers(ExecutorScheduler scheduler) {
        this(scheduler, KEEP_ALIVE_MILLIS);
    }

    Helpers(ExecutorScheduler scheduler, long keepAliveMillis) {
        this.scheduler = scheduler;
        this.keepAliveMillis = keepAliveMillis;
    }

    /** How many threads wait for work. */
    synchronized int idle() {
        return idle;
    }

    /** How many threads there are. */
    synchronized int threads() {
        return threads;
    }

    /** A thread is about to block. */
    synchronized void blocked() {
        blocked++;
        if (idle > 0) {
            notifyAll();
        } else if (threads < blocked && threads < MAX_THREADS) {
            threads++;
            Thread thread = new Thread(null, this::run, "weft-helper-" + ++started, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            thread.start();
        }
    }

    /** It blocks no longer. */
    synchronized void unblocked() {
        blocked--;
    }

    /** A fiber became runnable. */
    void stir() {
        if (blocked > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    private void run() {
        while (await()) {
            while (blocked > 0 && scheduler.turn()) {
                Thread.interrupted();
            }
        }
    }

    /** Waits for work; false when the thread should end. */
    private synchronized boolean await() {
        idle++;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(keepAliveMillis);
        try {
            while (blocked == 0 || !scheduler.hasWork()) {
                // limited also while somebody blocks: nobody says when the last one has ended
                wait(keepAliveMillis);
                if (blocked == 0 && deadline - System.nanoTime() <= 0) {
                    threads--;
                    return false;
                }
            }
            return true;
        } catch (InterruptedException ignored) {
            return true; // nobody's to interrupt; look again
        } finally {
            idle--;
        }
    }
}
