package dev.weft.fiber;

import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;

/** Tells whether a sleeping single-threaded scheduler could still be woken by some other thread. */
final class ClosedWorld {
    private static final Set<String> SERVICES =
            Set.of("weft-uncaught", "weft-slices", "weft-blocking-detector", "weft-keep-alive");

    private ClosedWorld() {}

    /**
     * Whether nothing outside can wake {@code scheduler}'s fibers: virtual time is a closed world
     * by definition; otherwise when no other application thread is alive.
     */
    static boolean isClosed(Scheduler scheduler) {
        return scheduler.time() instanceof VirtualTime || !hasOtherThreads();
    }

    private static boolean hasOtherThreads() {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Thread[] threads = new Thread[top.activeCount() + 16];
        int n = top.enumerate(threads, true);
        if (n == threads.length) {
            return true;
        }
        for (int i = 0; i < n; i++) {
            ThreadGroup group = threads[i].getThreadGroup();
            boolean system =
                    group == null
                            || group.getParent() == null
                            || group.getName().equals("InnocuousThreadGroup");
            if (!system
                    && threads[i] != Thread.currentThread()
                    && threads[i].isAlive()
                    && !isIdleWorker(threads[i])
                    && !isService(threads[i])) {
                return true;
            }
        }
        return false;
    }

    /** The runtime's own threads that stay, and wake no fiber; a timer thread without a timer. */
    private static boolean isService(Thread thread) {
        return SERVICES.contains(thread.getName())
                || thread.getName().equals("weft-timers")
                        && thread.getState() == Thread.State.WAITING;
    }

    /** Workers of the JDK's common pool live for a minute after their last task. */
    private static boolean isIdleWorker(Thread thread) {
        return thread instanceof ForkJoinWorkerThread
                && ((ForkJoinWorkerThread) thread).getPool().isQuiescent();
    }
}
