package dev.weft.channel;

import dev.weft.SuspendableCallable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs bodies to their ends in one of several ways. */
public enum Both {
    THREADS,
    SINGLE,
    STEALING,
    SEEDED;

    /** Runs all bodies concurrently; their results. */
    public List<Object> run(List<? extends SuspendableCallable<Object>> bodies) throws Exception {
        switch (this) {
            case THREADS:
                return threads(bodies);
            case SINGLE:
                return fibers(Scheduler.singleThreaded(), bodies);
            case STEALING:
                return fibers(Scheduler.workStealing(2), bodies);
            default:
                return fibers(Scheduler.deterministic(bodies.size() * 31L + 7), bodies);
        }
    }

    /** Runs a body without a result as the main fiber. */
    public static void on(Scheduler scheduler, SuspendableRunnable body) {
        Weft.run(
                scheduler,
                () -> {
                    body.run();
                    return null;
                });
    }

    private static List<Object> threads(List<? extends SuspendableCallable<Object>> bodies)
            throws Exception {
        List<FutureTask<Object>> tasks = new ArrayList<>();
        for (SuspendableCallable<Object> body : bodies) {
            FutureTask<Object> task = new FutureTask<>(body::call);
            tasks.add(task);
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        }
        List<Object> results = new ArrayList<>();
        for (FutureTask<Object> task : tasks) {
            try {
                results.add(task.get());
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
        return results;
    }

    private static List<Object> fibers(
            Scheduler scheduler, List<? extends SuspendableCallable<Object>> bodies) {
        List<Fiber<Object>> fibers = new ArrayList<>();
        for (SuspendableCallable<Object> body : bodies) {
            fibers.add(Weft.go(scheduler, body));
        }
        Weft.run(
                scheduler,
                () -> {
                    for (Fiber<Object> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
        List<Object> results = new ArrayList<>();
        for (Fiber<Object> fiber : fibers) {
            results.add(fiber.result());
        }
        return results;
    }
}
