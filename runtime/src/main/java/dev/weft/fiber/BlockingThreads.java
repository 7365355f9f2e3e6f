package dev.weft.fiber;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that make blocking calls for fibers whose scheduler has no thread to spare. */
final class BlockingThreads {
    private static final int MAX_THREADS = Integer.getInteger("weft.blocking.threads", 4096);
    private static final long KEEP_ALIVE_MILLIS = Long.getLong("weft.idle.millis", 10_000);
    private static final AtomicInteger COUNT = new AtomicInteger();

    static final ThreadPoolExecutor POOL =
            new ThreadPoolExecutor(
                    0,
                    MAX_THREADS,
                    KEEP_ALIVE_MILLIS,
                    TimeUnit.MILLISECONDS,
                    new SynchronousQueue<>(),
                    BlockingThreads::thread);

    private BlockingThreads() {}

    /** Runs something on a helper thread, also when there are very many. */
    static void execute(Runnable task) {
        try {
            POOL.execute(task);
        } catch (RejectedExecutionException full) {
            thread(task).start();
        }
    }

    private static Thread thread(Runnable body) {
        Thread thread =
                new Thread(null, body, "weft-blocking-" + COUNT.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }
}
