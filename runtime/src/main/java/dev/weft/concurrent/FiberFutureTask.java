package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link FutureTask} in which fibers that wait for the result use no thread, and whose
 * computation can suspend when it is run by woven code.
 *
 * @param <V> the result
 */
public class FiberFutureTask<V> extends FutureTask<V> {
    private static final VarHandle RUNNER;

    static {
        try {
            RUNNER =
                    MethodHandles.lookup()
                            .findVarHandle(FiberFutureTask.class, "runner", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Bell bell = new Bell(this);

    /** The computation; null once it has ended. */
    private Callable<V> body;

    /** The fiber or thread that computes; null before and after. */
    private volatile Object runner;

    /**
     * Makes a task.
     *
     * @param callable what to compute
     */
    public FiberFutureTask(Callable<V> callable) {
        super(callable);
        body = callable;
    }

    /**
     * Makes a task.
     *
     * @param runnable what to do
     * @param result the result after that; may be null
     */
    public FiberFutureTask(Runnable runnable, V result) {
        super(runnable, result);
        body = new Doing<>(runnable, result);
    }

    @Override
    @Suspendable
    public void run() {
        compute(false);
    }

    @Override
    @Suspendable
    protected boolean runAndReset() {
        return compute(true);
    }

    /** Returns whether it ended well and was not cancelled. */
    @Suspendable
    private boolean compute(boolean again) {
        StackReserve.claimTwice();
        if (isDone() || !RUNNER.compareAndSet(this, null, Caller.self())) {
            return false;
        }
        boolean well = false;
        try {
            Callable<V> todo = body;
            if (todo != null && !isDone()) { // a run before may just have ended
                V result = todo.call();
                well = true;
                if (!again) {
                    set(result);
                }
            }
        } catch (Throwable thrown) {
            well = false;
            setException(thrown);
        } finally {
            runner = null;
        }
        return well && !isDone();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        StackReserve.claimTwice();
        if (!super.cancel(false)) {
            return false;
        }
        ended();
        Object running = runner;
        if (mayInterruptIfRunning && running != null) {
            Caller.interrupt(running);
        }
        return true;
    }

    @Override
    protected void set(V result) {
        super.set(result);
        ended();
    }

    @Override
    protected void setException(Throwable thrown) {
        super.setException(thrown);
        ended();
    }

    /** Wakes who waits. Not {@code done()}, which overrides need not pass on. */
    private void ended() {
        body = null;
        bell.ringAll();
    }

    @Override
    @Suspendable
    public V get() throws InterruptedException, ExecutionException {
        await(WaitRoom.FOR_EVER);
        return super.get();
    }

    @Override
    @Suspendable
    public V get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!await(unit.toNanos(timeout))) {
            throw new TimeoutException();
        }
        return super.get();
    }

    @Suspendable
    private boolean await(long nanos) throws InterruptedException {
        StackReserve.claimMost();
        if (isDone()) {
            return true;
        }
        Caller.checkInterrupt();
        bell.enter();
        try {
            int seen = bell.count();
            return isDone() || bell.await(seen, nanos, WaitRoom.CHECKED) || isDone();
        } finally {
            bell.leave();
        }
    }

    /** A runnable with a result. */
    private static final class Doing<V> implements Callable<V> {
        private final Runnable body;
        private final V result;

        Doing(Runnable body, V result) {
            this.body = body;
            this.result = result;
        }

        @Override
        @Suspendable
        public V call() {
            body.run();
            return result;
        }
    }
}
