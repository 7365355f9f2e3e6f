package dev.weft.fiber;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs each turn of a fiber as one task of an executor. Order and threads are the executor's. Sleeps
 * and timeouts are fired by one daemon thread, started with the first of them.
 */
final class ExecutorScheduler extends Scheduler {
    private final Executor executor;
    private Thread timerThread;

    ExecutorScheduler(Executor executor, TimeSource time) {
        super(time);
        this.executor = java.util.Objects.requireNonNull(executor, "executor");
    }

    @Override
    void submit(Fiber<?> fiber) {
        next(fiber);
    }

    @Override
    void next(Fiber<?> fiber) {
        executor.execute(() -> turn(fiber));
    }

    @Override
    void yielded(Fiber<?> fiber) {
        next(fiber);
    }

    @Override
    synchronized void timersChanged() {
        if (timerThread == null) {
            timerThread = new Thread(this::fireTimers, "weft-timers");
            timerThread.setDaemon(true);
            timerThread.start();
        } else {
            LockSupport.unpark(timerThread);
        }
    }

    @Override
    void runMain(Fiber<?> main) {
        submit(main);
        Joiners.awaitEnd(main);
    }

    private void turn(Fiber<?> fiber) {
        Context context = new Context(this);
        Context before = context.enter();
        try {
            runTurn(fiber, context);
        } finally {
            Context.leave(before);
        }
    }

    private void fireTimers() {
        for (; ; ) {
            timers().fireDue();
            long nanos = timers().untilNext();
            if (nanos == Timers.NONE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        }
    }
}
