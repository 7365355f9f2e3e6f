package dev.weft.concurrent;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link CyclicBarrier} in which waiting fibers use no thread. The action runs in the party that
 * came last and may suspend; the others wait for its end.
 */
public class FiberCyclicBarrier extends CyclicBarrier {
    private final int parties;
    private final Runnable action;
    private final FiberReentrantLock lock = new FiberReentrantLock();
    private final GateCondition tripped = lock.newCondition();

    /** The present turn. Guarded by the lock. */
    private Turn turn = new Turn();

    /** How many of this turn are missing. Guarded by the lock. */
    private int missing;

    /**
     * Makes a barrier without an action.
     *
     * @param parties how many have to come; at least 1
     */
    public FiberCyclicBarrier(int parties) {
        this(parties, null);
    }

    /**
     * Makes a barrier.
     *
     * @param parties how many have to come; at least 1
     * @param barrierAction what the last does before all go on; null for nothing
     */
    public FiberCyclicBarrier(int parties, Runnable barrierAction) {
        super(parties, barrierAction);
        this.parties = parties;
        action = barrierAction;
        missing = parties;
    }

    @Override
    @Suspendable
    public int await() throws InterruptedException, BrokenBarrierException {
        try {
            return await(WaitRoom.FOR_EVER);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a wait without a limit timed out", e);
        }
    }

    @Override
    @Suspendable
    public int await(long timeout, TimeUnit unit)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        return await(unit.toNanos(timeout));
    }

    @Suspendable
    private int await(long nanos)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        StackReserve.claimMost();
        lock.lock();
        try {
            Turn mine = turn;
            requireWhole(mine);
            checkInterrupt();
            missing--;
            int index = missing;
            if (index == 0) {
                trip();
            } else {
                awaitTrip(mine, nanos);
            }
            return index;
        } finally {
            lock.unlock();
        }
    }

    private void checkInterrupt() throws InterruptedException {
        try {
            Caller.checkInterrupt();
        } catch (InterruptedException | FiberCancelledException e) {
            breakTurn();
            throw e;
        }
    }

    @Suspendable
    private void trip() {
        boolean well = false;
        try {
            if (action != null) {
                action.run();
            }
            well = true;
            begin();
        } finally {
            if (!well) {
                breakTurn();
            }
        }
    }

    @Suspendable
    private void awaitTrip(Turn mine, long nanos)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        long left = nanos;
        while (!mine.over && !mine.broken) {
            if (left <= 0) {
                breakTurn();
                throw new TimeoutException();
            }
            left = pause(mine, left);
        }
        if (!mine.over) {
            throw new BrokenBarrierException();
        }
    }

    /** Waits for a signal; an interrupt of who waits in the present turn breaks that. */
    @Suspendable
    private long pause(Turn mine, long left) throws InterruptedException {
        try {
            if (left == WaitRoom.FOR_EVER) {
                tripped.awaitWithin(left);
                return left;
            }
            long deadline = Caller.nanoTime() + left;
            tripped.awaitWithin(left);
            return deadline - Caller.nanoTime();
        } catch (InterruptedException | FiberCancelledException e) {
            if (mine.over || mine.broken) {
                Caller.interrupt(Caller.self());
                return left;
            }
            breakTurn();
            throw e;
        }
    }

    /** Lets all go on, and begins the next turn. */
    private void begin() {
        turn.over = true;
        tripped.signalAll();
        missing = parties;
        turn = new Turn();
    }

    private void breakTurn() {
        turn.broken = true;
        missing = parties;
        tripped.signalAll();
    }

    private static void requireWhole(Turn mine) throws BrokenBarrierException {
        if (mine.broken) {
            throw new BrokenBarrierException();
        }
    }

    @Override
    public boolean isBroken() {
        lock.lock();
        try {
            return turn.broken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reset() {
        StackReserve.claimTwice();
        lock.lock();
        try {
            breakTurn();
            turn = new Turn();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int getNumberWaiting() {
        lock.lock();
        try {
            return parties - missing;
        } finally {
            lock.unlock();
        }
    }

    /** One use of the barrier. Guarded by the lock. */
    private static final class Turn {
        boolean over;
        boolean broken;
    }
}
