package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Semaphore} in which waiting fibers use no thread. Barging or fair, as the JDK's; who
 * waits is served in the order of coming, each with all permits it asked for. Serialised as the
 * JDK's. See {@link FiberReentrantLock} for the methods that are final.
 */
public class FiberSemaphore extends Semaphore implements Queued {
    private static final long serialVersionUID = 1L;

    private final transient PermitGate gate;

    /**
     * Makes a semaphore that lets newcomers barge.
     *
     * @param permits how many there are at first; may be negative
     */
    public FiberSemaphore(int permits) {
        this(permits, false);
    }

    /**
     * Makes a semaphore.
     *
     * @param permits how many there are at first; may be negative
     * @param fair whether newcomers queue up behind those who wait
     */
    public FiberSemaphore(int permits, boolean fair) {
        super(permits, fair);
        gate = new PermitGate(this, permits, fair);
    }

    @Override
    @Suspendable
    public void acquire() throws InterruptedException {
        acquire(1);
    }

    @Override
    @Suspendable
    public void acquire(int permits) throws InterruptedException {
        requireCount(permits);
        Caller.checkInterrupt();
        if (!gate.enter(permits)) {
            gate.obtain(permits, null, WaitRoom.FOR_EVER, WaitRoom.CHECKED);
        }
    }

    @Override
    @Suspendable
    public void acquireUninterruptibly() {
        acquireUninterruptibly(1);
    }

    @Override
    @Suspendable
    public void acquireUninterruptibly(int permits) {
        requireCount(permits);
        if (!gate.enter(permits)) {
            gate.obtainShielded(permits, null);
        }
    }

    @Override
    public boolean tryAcquire() {
        return tryAcquire(1);
    }

    @Override
    public boolean tryAcquire(int permits) {
        requireCount(permits);
        return gate.grant(permits, null);
    }

    @Override
    @Suspendable
    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        return tryAcquire(1, timeout, unit);
    }

    @Override
    @Suspendable
    public boolean tryAcquire(int permits, long timeout, TimeUnit unit)
            throws InterruptedException {
        requireCount(permits);
        Caller.checkInterrupt();
        long nanos = unit.toNanos(timeout);
        return gate.enter(permits)
                || nanos > 0 && gate.obtain(permits, null, nanos, WaitRoom.CHECKED);
    }

    @Override
    public void release() {
        release(1);
    }

    @Override
    public void release(int permits) {
        requireCount(permits);
        gate.giveBack(permits);
    }

    @Override
    public int availablePermits() {
        return gate.permits();
    }

    @Override
    public int drainPermits() {
        return gate.drain();
    }

    @Override
    protected void reducePermits(int reduction) {
        requireCount(reduction);
        gate.reduce(reduction);
    }

    @Override
    protected Collection<Thread> getQueuedThreads() {
        return gate.threadsWaiting(w -> true);
    }

    @Override
    public int waiting() {
        return gate.countWaiting();
    }

    @Override
    public boolean isWaiting(Object caller) {
        return gate.isWaiting(caller);
    }

    private static void requireCount(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("a negative number of permits: " + permits);
        }
    }

    /**
     * What is written when this is serialised: the JDK's class with the permits of now.
     *
     * @return a new semaphore
     */
    protected Object writeReplace() {
        return new Semaphore(gate.permits(), isFair());
    }

    @Override
    public String toString() {
        return WaitRoom.text(this, "[Permits = " + gate.permits() + "]");
    }
}
