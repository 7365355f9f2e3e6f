package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.TimeSource;
import dev.weft.fiber.Waiter;
import dev.weft.fiber.Weft;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A condition of a {@link Mutex} or {@link ReentrantLock}: waits give the lock up and have it again
 * when they return or throw. There are no spurious wake-ups, and a signal goes to a waiter that was
 * there when it was given.
 *
 * <p>A fiber that is cancelled or interrupted while it waits takes the lock again before it throws.
 * All methods throw {@link IllegalMonitorStateException} when the caller does not hold the lock.
 */
public final class Cond extends Granting implements Condition {
    private final OwnedLock lock;

    /** How many waiters may go; changed by the lock's owner. */
    private int signals;

    Cond(OwnedLock lock) {
        this.lock = lock;
    }

    @Override
    boolean grant(int how, Object who) {
        if (signals == 0) {
            return false;
        }
        signals--;
        return true;
    }

    @Override
    @Suspendable
    public void await() throws InterruptedException {
        StackReserve.claimMost();
        int holds = ownersHolds();
        try {
            pause(Cancellers.CHECKED);
        } finally {
            lock.regain(holds);
        }
    }

    @Override
    @Suspendable
    public void awaitUninterruptibly() {
        StackReserve.claimMost();
        int holds = ownersHolds();
        pause(Cancellers.SHIELDED);
        lock.regain(holds);
    }

    @Override
    @Suspendable
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        StackReserve.claimMost();
        int holds = ownersHolds();
        try {
            return pause(unit.toNanos(time));
        } finally {
            lock.regain(holds);
        }
    }

    /** {@inheritDoc} By the clock of the caller's scheduler, which may be virtual. */
    @Override
    @Suspendable
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        TimeSource clock = Weft.currentScheduler().time();
        long start = clock.nanoTime();
        await(nanosTimeout, TimeUnit.NANOSECONDS);
        return nanosTimeout - (clock.nanoTime() - start);
    }

    /**
     * {@inheritDoc} The date is the machine's; how long it is until then is waited by the
     * scheduler's clock.
     */
    @Override
    @Suspendable
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        long millis = deadline.getTime() - Instant.now().toEpochMilli();
        return await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void signal() {
        signal(1);
    }

    @Override
    public void signalAll() {
        signal(Integer.MAX_VALUE);
    }

    private void signal(int most) {
        StackReserve.claim();
        lock.requireOwner(self());
        int acquired = acquire();
        signals = Math.min(most, waiting());
        settle(acquired);
    }

    private int ownersHolds() {
        lock.requireOwner(self());
        return lock.holds();
    }

    /** Gives the lock up and waits for a signal. */
    @Suspendable
    void pause(Canceller canceller) {
        pause(canceller, Stack.PINNED);
    }

    /** Leaf of {@link #pause(Canceller)}. */
    void pause(Canceller canceller, Stack stack) {
        acquire();
        Waiter w = enqueueWithin(1, null, stack, canceller);
        lock.giveUp();
        w.await(stack);
    }

    /** The same with a time limit; false on a time-out. */
    @Suspendable
    boolean pause(long nanos) {
        return pause(nanos, Stack.PINNED);
    }

    /** Leaf of {@link #pause(long)}. */
    boolean pause(long nanos, Stack stack) {
        acquire();
        stack.root().prim = 0;
        Waiter w = enqueueWithin(1, null, stack, Cancellers.CHECKED);
        lock.giveUp();
        return w.await(stack, Math.max(nanos, 0), TIMED_OUT) != TIMED_OUT;
    }
}
