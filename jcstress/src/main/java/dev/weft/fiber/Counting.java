package dev.weft.fiber;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor that runs nothing and counts what it was given: how often a fiber was queued. */
final class Counting implements Executor {
    private final AtomicInteger tasks = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
        tasks.incrementAndGet();
    }

    int count() {
        return tasks.get();
    }
}
