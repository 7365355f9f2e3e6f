package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.continuation.Continuation;
import dev.weft.continuation.ContinuationScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A scheduler of one's own on one-shot continuations: tasks that give way, sleep in a time that is
 * counted, and wait for each other; first in, first out. About what a library of green threads
 * needs, without fibers.
 */
public final class OwnScheduler {
    private static final ContinuationScope TASK = new ContinuationScope("task");
    private static final Object READY = new Object();

    private final Deque<Task> ready = new ArrayDeque<>();
    private final PriorityQueue<Task> sleeping =
            new PriorityQueue<>(Comparator.comparingLong(t -> t.wakeAt));
    private long now;

    private OwnScheduler() {}

    private static final class Task {
        final Continuation continuation;
        final List<Task> joiners = new ArrayList<>();
        long wakeAt;

        Task(Continuation.Body body) {
            continuation = new Continuation(TASK, body);
        }
    }

    private Task spawn(Continuation.Body body) {
        Task task = new Task(body);
        ready.add(task);
        return task;
    }

    /** Runs until nothing is left that could run. */
    private void run() {
        for (; ; ) {
            if (ready.isEmpty()) {
                if (sleeping.isEmpty()) {
                    return;
                }
                now = sleeping.peek().wakeAt;
                ready.add(sleeping.remove());
            }
            step(ready.remove());
        }
    }

    private void step(Task task) {
        Object request = task.continuation.run(null);
        if (task.continuation.isDone()) {
            ready.addAll(task.joiners);
        } else if (request == READY) {
            ready.add(task);
        } else if (request instanceof Long) {
            task.wakeAt = now + (Long) request;
            sleeping.add(task);
        } else {
            ((Task) request).joiners.add(task);
        }
    }

    @Suspendable
    private static void giveWay() {
        Continuation.suspend(TASK, READY);
    }

    @Suspendable
    private static void sleep(long ticks) {
        Continuation.suspend(TASK, ticks);
    }

    @Suspendable
    private static void join(Task other) {
        while (!other.continuation.isDone()) {
            Continuation.suspend(TASK, other);
        }
    }

    @Suspendable
    private static Object worker(List<String> log, String name, int sleeps) {
        for (int i = 0; i < 2; i++) {
            log.add(name + i);
            giveWay();
        }
        sleep(sleeps);
        log.add(name + " slept");
        return null;
    }

    /**
     * Three workers and one that waits for the first of them.
     *
     * @return what they did, and the time
     */
    public static String demo() {
        OwnScheduler scheduler = new OwnScheduler();
        List<String> log = new ArrayList<>();
        Task a = scheduler.spawn(x -> worker(log, "a", 30));
        scheduler.spawn(x -> worker(log, "b", 10));
        scheduler.spawn(x -> worker(log, "c", 20));
        scheduler.spawn(
                x -> {
                    join(a);
                    return log.add("joined a");
                });
        scheduler.run();
        return String.join(" ", log) + " at " + scheduler.now;
    }
}
