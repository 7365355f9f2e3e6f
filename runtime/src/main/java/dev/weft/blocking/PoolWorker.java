package dev.weft.blocking;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.TimeSource;
import dev.weft.fiber.Weft;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker of a {@link FiberPool}: takes tasks until the pool is over or has been without work for
 * too long. Idle it is listed in the pool; whoever takes it off the list gives it a task or
 * dismisses it, under the pool's lock, and unparks it.
 */
final class PoolWorker implements Runnable {
    /** Written by the pool before the start. */
    volatile Thread thread;

    /** Tasks done; by the worker alone until it leaves. */
    volatile long completed;

    private final FiberPool pool;
    private volatile Runnable slot;
    private volatile boolean dismissed;
    private volatile boolean busy;

    /** Where it runs: the fiber or thread to unpark. */
    private volatile Object strand;

    PoolWorker(FiberPool pool, Runnable first) {
        this.pool = pool;
        slot = first;
    }

    void give(Runnable task) {
        slot = task;
        unpark();
    }

    void dismiss() {
        dismissed = true;
        unpark();
    }

    void interrupt() {
        Thread t = thread;
        if (t != null && busy) {
            t.interrupt();
        }
    }

    boolean isBusy() {
        return busy || slot != null;
    }

    private void unpark() {
        Object s = strand;
        if (s instanceof Fiber) {
            ((Fiber<?>) s).unpark();
        } else if (s != null) {
            LockSupport.unpark((Thread) s);
        }
    }

    @Suspendable
    @Override
    public void run() {
        Fiber<?> fiber = Fiber.current();
        strand = fiber == null ? Thread.currentThread() : fiber;
        try {
            for (Runnable task = next(); task != null; task = next()) {
                runTask(task);
            }
        } finally {
            pool.leave(this);
        }
    }

    @Suspendable
    private Runnable next() {
        Runnable given = slot;
        if (given == null) {
            given = pool.take(this);
        }
        if (given == null) {
            given = awaitTask();
        }
        slot = null;
        busy = given != null;
        return given;
    }

    /** Listed as idle, or the pool is over. */
    @Suspendable
    private Runnable awaitTask() {
        long patience = pool.patience();
        TimeSource time = Weft.currentScheduler().time();
        long start = time.nanoTime();
        while (slot == null && !dismissed && !pool.isOver()) {
            long left =
                    patience == Long.MAX_VALUE ? patience : patience - (time.nanoTime() - start);
            if (left <= 0 && pool.giveUp(this)) {
                return null;
            }
            park(left);
        }
        return slot;
    }

    /** An interrupt while idle has no meaning. */
    @Suspendable
    private static void park(long nanos) {
        try {
            if (nanos == Long.MAX_VALUE) {
                Weft.park();
            } else {
                Weft.parkNanos(Math.max(nanos, 1));
            }
        } catch (FiberCancelledException e) {
            Fiber<?> fiber = Fiber.current();
            if (fiber != null && fiber.isCancelled()) {
                throw e;
            }
        }
    }

    @Suspendable
    private void runTask(Runnable task) {
        Throwable thrown = null;
        try {
            pool.before(thread, task);
            task.run();
        } catch (Throwable e) {
            thrown = e;
        }
        try {
            pool.after(task, thrown);
        } catch (Throwable e) {
            thrown = e;
        }
        completed++;
        busy = false;
        FiberPool.interruptedNow(); // a cancelled task's interrupt is not the next one's
        if (thrown != null) {
            Thread t = FiberThread.current();
            t.getUncaughtExceptionHandler().uncaughtException(t, thrown);
        }
    }
}
