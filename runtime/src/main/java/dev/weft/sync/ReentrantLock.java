package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * A reentrant, fair lock owned by fibers (or threads), for code that takes a {@link Lock}: the
 * contract is that interface's. {@link #lock()} can be ended by neither an interrupt nor a
 * cancellation; {@link #lockInterruptibly()} by both.
 *
 * <p>Thread-safe.
 */
public final class ReentrantLock extends OwnedLock implements Lock {
    /** Makes a lock that nobody holds. */
    public ReentrantLock() {}

    @Override
    @Suspendable
    public void lock() {
        lock(Stack.PINNED);
    }

    /**
     * {@link #lock()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void lock(Stack stack) {
        StackReserve.claimTwice();
        Object who = self(stack);
        if (!reenter(who)) {
            take(who, stack, Cancellers.SHIELDED);
        }
    }

    @Override
    @Suspendable
    public void lockInterruptibly() throws InterruptedException {
        lockInterruptibly(Stack.PINNED);
    }

    /**
     * {@link #lockInterruptibly()} for woven code.
     *
     * @param stack the running coroutine
     * @throws InterruptedException when interrupted while waiting
     */
    public void lockInterruptibly(Stack stack) throws InterruptedException {
        StackReserve.claimTwice();
        Object who = self(stack);
        if (!reenter(who)) {
            take(who, stack, Cancellers.CHECKED);
        }
    }

    @Override
    public boolean tryLock() {
        StackReserve.claimTwice();
        Object who = self();
        return reenter(who) || tryObtain(1, who);
    }

    @Override
    @Suspendable
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        return tryLock(time, unit, Stack.PINNED);
    }

    /**
     * {@link #tryLock(long, TimeUnit)} for woven code.
     *
     * @param time how long to wait
     * @param unit of the time
     * @param stack the running coroutine
     * @return whether the caller has it now
     * @throws InterruptedException when interrupted while waiting
     */
    public boolean tryLock(long time, TimeUnit unit, Stack stack) throws InterruptedException {
        StackReserve.claimTwice();
        Object who = self(stack);
        return reenter(who) || obtain(1, who, stack, Cancellers.CHECKED, unit.toNanos(time));
    }

    @Override
    public void unlock() {
        giveBack(self());
    }

    @Override
    public Cond newCondition() {
        return new Cond(this);
    }

    /**
     * Whether the calling fiber or thread holds it.
     *
     * @return true between lock and unlock
     */
    public boolean isHeldByCurrent() {
        return isHeldBy(self());
    }

    /**
     * Whether anybody holds it; a snapshot.
     *
     * @return true while held
     */
    public boolean isLocked() {
        return isHeld();
    }
}
