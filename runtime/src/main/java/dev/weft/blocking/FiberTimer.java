package dev.weft.blocking;

import java.util.Date;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.WeakHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Timer} whose thread is a fiber. The superclass's thread, which its constructor starts,
 * is ended at once. Thread-safe.
 */
public class FiberTimer extends Timer {
    private static final Map<TimerTask, ScheduledFuture<?>> TASKS = new WeakHashMap<>();

    private final FiberScheduledPool pool;

    /** As {@link Timer#Timer()}. */
    public FiberTimer() {
        this("Timer", false);
    }

    /**
     * As {@link Timer#Timer(boolean)}.
     *
     * @param isDaemon whether it lets the JVM end
     */
    public FiberTimer(boolean isDaemon) {
        this("Timer", isDaemon);
    }

    /**
     * As {@link Timer#Timer(String)}.
     *
     * @param name its thread's name
     */
    public FiberTimer(String name) {
        this(name, false);
    }

    /**
     * As {@link Timer#Timer(String, boolean)}.
     *
     * @param name its thread's name
     * @param isDaemon whether it lets the JVM end
     */
    public FiberTimer(String name, boolean isDaemon) {
        super(name, true);
        super.cancel();
        pool =
                new FiberScheduledPool(
                        1,
                        task -> {
                            FiberThread thread = new FiberThread(task, name);
                            thread.setDaemon(isDaemon);
                            return thread;
                        });
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** {@link TimerTask#cancel()} of a task that may be a fiber timer's. */
    static boolean cancel(TimerTask task) {
        ScheduledFuture<?> future;
        synchronized (TASKS) {
            future = TASKS.get(task);
        }
        boolean prevented = future != null && future.cancel(false);
        return task.cancel() || prevented;
    }

    @Override
    public void schedule(TimerTask task, long delay) {
        start(task, notNegative(delay), 0, false);
    }

    @Override
    public void schedule(TimerTask task, Date time) {
        start(task, until(time), 0, false);
    }

    @Override
    public void schedule(TimerTask task, long delay, long period) {
        start(task, notNegative(delay), positive(period), false);
    }

    @Override
    public void schedule(TimerTask task, Date firstTime, long period) {
        start(task, until(firstTime), positive(period), false);
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
        start(task, notNegative(delay), positive(period), true);
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
        start(task, until(firstTime), positive(period), true);
    }

    @Override
    public void cancel() {
        pool.shutdownNow();
    }

    /** Cancelled tasks leave by themselves. */
    @Override
    public int purge() {
        return 0;
    }

    private void start(TimerTask task, long delay, long period, boolean atRate) {
        synchronized (TASKS) {
            if (TASKS.containsKey(task)) {
                throw new IllegalStateException("Task already scheduled or cancelled");
            }
            try {
                TASKS.put(task, submit(task, delay, period, atRate));
            } catch (RejectedExecutionException e) {
                throw new IllegalStateException("Timer already cancelled.", e);
            }
        }
    }

    private ScheduledFuture<?> submit(TimerTask task, long delay, long period, boolean atRate) {
        if (period == 0) {
            return pool.schedule((Runnable) task, delay, TimeUnit.MILLISECONDS);
        }
        return atRate
                ? pool.scheduleAtFixedRate(task, delay, period, TimeUnit.MILLISECONDS)
                : pool.scheduleWithFixedDelay(task, delay, period, TimeUnit.MILLISECONDS);
    }

    private static long notNegative(long delay) {
        if (delay < 0) {
            throw new IllegalArgumentException("Negative delay.");
        }
        return delay;
    }

    private static long positive(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException("Non-positive period.");
        }
        return period;
    }

    private static long until(Date time) {
        return Math.max(time.getTime() - System.currentTimeMillis(), 0);
    }
}
