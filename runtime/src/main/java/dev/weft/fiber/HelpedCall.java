package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.concurrent.RejectedExecutionException;

/** A blocking call that a helper thread makes for a fiber, which waits for its outcome. */
final class HelpedCall implements Runnable, Canceller {
    private final Fiber<?> fiber;
    private final Blocking.Call<?> call;
    private Waiter waiter;
    private Thread runner;
    private boolean interrupted;
    private boolean ended;

    HelpedCall(Fiber<?> fiber, Blocking.Call<?> call) {
        this.fiber = fiber;
        this.call = call;
    }

    /** A primitive result, which its leaf unpacks on a thread; a fiber gets it in its register. */
    static final class Prim {
        final long value;

        Prim(long value) {
            this.value = value;
        }
    }

    /**
     * Begins the fiber's wait and the call; false, and nothing has begun, without a free thread.
     */
    boolean begin(Stack stack, Object reason) {
        StackReserve.claimForWait(stack);
        waiter = Waiter.begin(stack, reason, this);
        fiber.scheduler.callBegins();
        try {
            BlockingThreads.POOL.execute(this);
            return true;
        } catch (RejectedExecutionException full) {
            fiber.scheduler.callEnds();
            waiter.dismiss();
            return false;
        }
    }

    /** The last act of the leaf. */
    Object await(Stack stack) {
        return waiter.await(stack);
    }

    @Override
    public void run() {
        Scheduler scheduler = fiber.scheduler;
        try {
            runCall();
        } finally {
            scheduler.callEnds();
        }
    }

    private void runCall() {
        started();
        try {
            Object value = call.call();
            ended();
            if (value instanceof Prim) {
                waiter.resumePrim(((Prim) value).value);
            } else {
                waiter.resume(value);
            }
        } catch (Throwable thrown) {
            ended();
            waiter.fail(translate(fiber, thrown));
        }
    }

    @Override
    public boolean isFromOutside() {
        return true;
    }

    /** Interrupts the call; its outcome then ends the wait. */
    @Override
    public synchronized boolean withdraw(Waiter unused) {
        if (!interrupted && !ended) {
            interrupted = true;
            if (runner != null) {
                runner.interrupt();
            }
        }
        return false;
    }

    private synchronized void started() {
        runner = Thread.currentThread();
        if (interrupted) {
            runner.interrupt();
        }
    }

    private synchronized void ended() {
        ended = true;
        Thread.interrupted();
    }

    /**
     * What an interrupted call throws: a cancelled fiber sees the same as in the runtime's own
     * waits.
     */
    static Throwable translate(Fiber<?> fiber, Throwable thrown) {
        boolean interrupting =
                thrown instanceof InterruptedException && Parking.isInterrupting(fiber.flags);
        if (interrupting && Parking.takeInterrupt(fiber)) {
            return new FiberCancelledException("the fiber was cancelled");
        }
        return thrown;
    }
}
