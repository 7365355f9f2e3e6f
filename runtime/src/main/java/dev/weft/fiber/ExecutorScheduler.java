package dev.weft.fiber;

import dev.weft.woven.StackReserve;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs each turn of a fiber as one task of an executor. Order and threads are the executor's.
 * Sleeps and timeouts are fired by one daemon thread, started with the first of them.
 *
 * <p>While a fiber blocks one of the executor's threads, which may be its only one, {@link Helpers}
 * run turns too.
 */
final class ExecutorScheduler extends Scheduler {
    private static final long YIELD_NANOS = 50_000;

    private final Executor executor;

    /**
     * Linked through the fibers: takes no memory, so none that was woken is lost for want of it.
     */
    private final GlobalQueue runnable = new GlobalQueue();

    private final Helpers helpers = new Helpers(this);
    private Thread timerThread;

    ExecutorScheduler(Executor executor, TimeSource time) {
        super(time);
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    @Override
    void submit(Fiber<?> fiber) {
        next(fiber);
    }

    @Override
    void next(Fiber<?> fiber) {
        runnable.add(fiber);
        helpers.stir();
        executor.execute(this::turn);
    }

    @Override
    void beforeBlock(Fiber<?> fiber) {
        helpers.blocked();
    }

    @Override
    void afterBlock(Fiber<?> fiber) {
        helpers.unblocked();
    }

    @Override
    void yielded(Fiber<?> fiber) {
        next(fiber);
    }

    @Override
    synchronized void timersChanged() {
        if (timerThread == null) {
            Thread thread = new Thread(this::fireTimers, "weft-timers");
            thread.setDaemon(true);
            thread.start();
            timerThread = thread; // not before: there may be no memory for it
        } else {
            LockSupport.unpark(timerThread);
        }
    }

    @Override
    void runMain(Fiber<?> main) {
        submit(main);
        MainJoin.await(main);
    }

    /** Gives helpers time for what the executor, perhaps for want of a thread, can't run. */
    @Override
    void yieldPinned(Fiber<?> fiber) {
        if (hasWork()) {
            HandOff.enter(fiber);
            LockSupport.parkNanos(this, YIELD_NANOS);
            HandOff.exit(fiber);
        } else {
            Thread.yield();
        }
    }

    /** Runs one turn, if any is left. Returns whether one was. */
    boolean turn() {
        StackReserve.claimTwice();
        Fiber<?> fiber = runnable.poll();
        if (fiber != null) {
            turn(fiber);
        }
        return fiber != null;
    }

    boolean hasWork() {
        return runnable.size() != 0;
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
