package dev.weft.blocking;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names threads as {@link java.util.concurrent.Executors#defaultThreadFactory()} does. */
final class FiberThreadFactory implements ThreadFactory {
    private static final AtomicInteger POOLS = new AtomicInteger(1);

    private final AtomicInteger number = new AtomicInteger(1);
    private final String prefix = "pool-f" + POOLS.getAndIncrement() + "-thread-";

    /** Makes daemons, as virtual threads and the common pool's are. */
    static ThreadFactory daemons() {
        return task -> {
            FiberThread thread = new FiberThread(null, task, "", 0);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new FiberThread(null, task, prefix + number.getAndIncrement(), 0);
        thread.setDaemon(false);
        return thread;
    }
}
