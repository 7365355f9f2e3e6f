package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * A lock in which fibers wait without a thread, and which belongs to them. Contract: {@link Lock}.
 */
public interface FiberLock extends Lock {
    @Override
    @Suspendable
    void lock();

    @Override
    @Suspendable
    void lockInterruptibly() throws InterruptedException;

    @Override
    @Suspendable
    boolean tryLock(long time, TimeUnit unit) throws InterruptedException;

    @Override
    @Suspendable
    void unlock();
}
