package dev.weft.fiber;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * An executor for programs with a loop of their own, as games have: tasks are collected, from any
 * thread, and run where the loop calls {@link #runPending()}, once a frame. With {@code
 * Scheduler.on(tasks)} fibers make their turns there: one that yields goes on in the next frame,
 * one that sleeps in the first frame after its time.
 *
 * <p>Thread-safe; tasks are run by one thread at a time.
 */
public final class PendingTasks implements Executor {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    /** Makes one without tasks. */
    public PendingTasks() {}

    @Override
    public void execute(Runnable task) {
        Objects.requireNonNull(task, "task");
        synchronized (tasks) {
            tasks.add(task);
        }
    }

    /**
     * Runs the tasks that are there now, in their order; what comes meanwhile is left for the next
     * call. When a task throws, that is thrown, and the rest are left too.
     *
     * @return how many were run
     * @throws IllegalStateException when called by a task, or by two threads at a time
     */
    public int runPending() {
        int all = begin();
        try {
            for (int i = 0; i < all; i++) {
                next().run();
            }
            return all;
        } finally {
            end();
        }
    }

    /**
     * How many tasks wait.
     *
     * @return a number that may have changed by the time the caller looks
     */
    public int size() {
        synchronized (tasks) {
            return tasks.size();
        }
    }

    private int begin() {
        synchronized (tasks) {
            if (running) {
                throw new IllegalStateException(
                        "runPending() is running already: call it from the loop, not from a task"
                                + " or fiber, and from one thread");
            }
            running = true;
            return tasks.size();
        }
    }

    private void end() {
        synchronized (tasks) {
            running = false;
        }
    }

    private Runnable next() {
        synchronized (tasks) {
            return tasks.remove();
        }
    }
}
