package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A {@link ReentrantLock} that belongs to the fiber that takes it, on whichever carrier it runs;
 * outside of fibers to the thread. Waiting fibers use no thread. Barging or fair, as the JDK's.
 *
 * <p>{@link #getOwner} and the collections of threads name plain threads only. The JDK's final
 * methods {@code hasQueuedThreads}, {@code hasQueuedThread} and {@code getQueueLength} see nobody,
 * except when woven code calls them. Serialised as the JDK's lock.
 */
public class FiberReentrantLock extends ReentrantLock implements FiberLock, Queued {
    private static final long serialVersionUID = 1L;

    private final transient OwnerGate gate;

    /** Makes a lock that lets newcomers barge. */
    public FiberReentrantLock() {
        this(false);
    }

    /**
     * Makes a lock.
     *
     * @param fair whether it is given to the longest waiting
     */
    public FiberReentrantLock(boolean fair) {
        super(fair);
        gate = new OwnerGate(this, fair);
    }

    @Override
    @Suspendable
    public void lock() {
        gate.lock();
    }

    @Override
    @Suspendable
    public void lockInterruptibly() throws InterruptedException {
        gate.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
        return gate.barge(Caller.self());
    }

    @Override
    @Suspendable
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        return gate.tryLock(unit.toNanos(timeout));
    }

    @Override
    @Suspendable
    public void unlock() {
        gate.unlock();
    }

    @Override
    public GateCondition newCondition() {
        return new GateCondition(this, gate);
    }

    @Override
    public int getHoldCount() {
        return gate.myHolds();
    }

    @Override
    public boolean isHeldByCurrentThread() {
        return gate.isMine();
    }

    @Override
    public boolean isLocked() {
        return gate.owner() != null;
    }

    @Override
    protected Thread getOwner() {
        Object owner = gate.owner();
        return owner instanceof Thread ? (Thread) owner : null;
    }

    /**
     * Who holds it.
     *
     * @return the {@link dev.weft.fiber.Fiber} or {@link Thread}; null when free
     */
    public Object holder() {
        return gate.owner();
    }

    @Override
    protected Collection<Thread> getQueuedThreads() {
        return gate.threadsWaiting(w -> true);
    }

    @Override
    public boolean hasWaiters(Condition condition) {
        return getWaitQueueLength(condition) > 0;
    }

    @Override
    public int getWaitQueueLength(Condition condition) {
        return mine(condition).countWaiting();
    }

    @Override
    protected Collection<Thread> getWaitingThreads(Condition condition) {
        return mine(condition).threadsWaiting(w -> true);
    }

    private GateCondition mine(Condition condition) {
        return GateCondition.of(gate, condition);
    }

    @Override
    public int waiting() {
        return gate.countWaiting();
    }

    @Override
    public boolean isWaiting(Object caller) {
        return gate.isWaiting(caller);
    }

    /**
     * What is written when this lock is serialised: a lock of the JDK's, free.
     *
     * @return a new lock
     */
    protected Object writeReplace() {
        return new ReentrantLock(isFair());
    }

    @Override
    public String toString() {
        return WaitRoom.text(this, gate.state());
    }
}
