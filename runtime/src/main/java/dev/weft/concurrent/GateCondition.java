package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A condition of a lock of this package. First come, first signalled; no spurious wake-ups; who is
 * interrupted or too late takes the lock again before it throws or returns. A signal that comes
 * before the interrupt counts, and the interrupt then stays pending. Thread-safe; all methods throw
 * {@link IllegalMonitorStateException} when the caller does not hold the lock.
 */
public final class GateCondition extends WaitRoom implements Condition {
    /** The lock that a condition belongs to. */
    interface Owned {
        /** Throws unless the caller holds the lock. */
        void requireOwner();

        /** Gives it back as often as it was taken; returns how often. */
        long releaseAll();

        /** Takes it again so often; not to be interrupted. */
        @Suspendable
        void regain(long holds);
    }

    private final Owned lock;

    GateCondition(Object shown, Owned lock) {
        super(shown);
        this.lock = lock;
    }

    @Override
    public String toString() {
        return "a condition of " + super.toString();
    }

    @Override
    @Suspendable
    public void await() throws InterruptedException {
        awaitFor(FOR_EVER);
    }

    @Override
    @Suspendable
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return awaitFor(unit.toNanos(time));
    }

    @Override
    @Suspendable
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        long deadline = Caller.nanoTime() + nanosTimeout;
        awaitFor(nanosTimeout);
        return deadline - Caller.nanoTime();
    }

    @Override
    @Suspendable
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        long millis = deadline.getTime() - Instant.now().toEpochMilli();
        return awaitFor(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    @Suspendable
    public void awaitUninterruptibly() {
        StackReserve.claimMost();
        lock.requireOwner();
        Hold hold = new Hold();
        try {
            pause(hold, FOR_EVER, SHIELDED);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a shielded wait was interrupted", e);
        } finally {
            if (hold.isGivenUp) {
                lock.regain(hold.times);
            }
        }
    }

    @Suspendable
    private boolean awaitFor(long nanos) throws InterruptedException {
        StackReserve.claimMost();
        return awaitWithin(nanos);
    }

    /** Waits, within something that has claimed the stack for that. */
    @Suspendable
    boolean awaitWithin(long nanos) throws InterruptedException {
        lock.requireOwner();
        Caller.checkInterrupt();
        Hold hold = new Hold();
        try {
            return pause(hold, nanos, CHECKED);
        } finally {
            if (hold.isGivenUp) {
                lock.regain(hold.times);
            }
        }
    }

    @Override
    public void signal() {
        lock.requireOwner();
        wake(1);
    }

    @Override
    public void signalAll() {
        lock.requireOwner();
        wake(Integer.MAX_VALUE);
    }

    /** A condition that this lock must have made, and its caller must hold. */
    static GateCondition of(Owned owner, Condition condition) {
        if (condition == null) {
            throw new NullPointerException("condition");
        }
        if (!(condition instanceof GateCondition) || ((GateCondition) condition).lock != owner) {
            throw new IllegalArgumentException("a condition of another lock: " + condition);
        }
        owner.requireOwner();
        return (GateCondition) condition;
    }

    private void wake(int most) {
        StackReserve.claim();
        for (int n = most; n > 0; n--) {
            acquireWithin();
            Waiter w = pollFirst();
            release();
            if (w == null) {
                return;
            }
            w.resumePrim(1);
        }
    }

    /** Gives the lock up and waits for a signal; false when the time is over. */
    @Suspendable
    private boolean pause(Hold hold, long nanos, Canceller canceller) throws InterruptedException {
        return pause(hold, nanos, canceller, Stack.PINNED);
    }

    /** Leaf. */
    private boolean pause(Hold hold, long nanos, Canceller canceller, Stack stack)
            throws InterruptedException {
        acquireWithin();
        Waiter w = begin(stack, canceller);
        append(w);
        release();
        hold.times = lock.releaseAll();
        hold.isGivenUp = true;
        return await(w, nanos, stack);
    }

    /** How often the lock was held. */
    private static final class Hold {
        long times;
        boolean isGivenUp;
    }
}
