package dev.weft.fiber;

/** Tells whether a sleeping single-threaded scheduler could still be woken by some other thread. */
final class ClosedWorld {
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
            if (!system && threads[i] != Thread.currentThread() && threads[i].isAlive()) {
                return true;
            }
        }
        return false;
    }
}
