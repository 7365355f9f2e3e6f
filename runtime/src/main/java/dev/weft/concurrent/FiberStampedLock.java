package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * A {@link StampedLock} in which waiting fibers use no thread. As the JDK's it belongs to whoever
 * has the stamp. Serialised as the JDK's.
 */
public class FiberStampedLock extends StampedLock {
    private static final long serialVersionUID = 1L;

    private final transient StampGate gate = new StampGate(this);

    /** Makes a free lock. */
    public FiberStampedLock() {}

    @Override
    @Suspendable
    public long writeLock() {
        return gate.take(StampGate.WRITE);
    }

    @Override
    public long tryWriteLock() {
        return gate.tryTake(StampGate.WRITE);
    }

    @Override
    @Suspendable
    public long tryWriteLock(long time, TimeUnit unit) throws InterruptedException {
        return gate.take(StampGate.WRITE, unit.toNanos(time));
    }

    @Override
    @Suspendable
    public long writeLockInterruptibly() throws InterruptedException {
        return gate.take(StampGate.WRITE, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public long readLock() {
        return gate.take(StampGate.READ);
    }

    @Override
    public long tryReadLock() {
        return gate.tryTake(StampGate.READ);
    }

    @Override
    @Suspendable
    public long tryReadLock(long time, TimeUnit unit) throws InterruptedException {
        return gate.take(StampGate.READ, unit.toNanos(time));
    }

    @Override
    @Suspendable
    public long readLockInterruptibly() throws InterruptedException {
        return gate.take(StampGate.READ, WaitRoom.FOR_EVER);
    }

    @Override
    public long tryOptimisticRead() {
        return gate.optimistic();
    }

    @Override
    public boolean validate(long stamp) {
        return gate.validate(stamp);
    }

    @Override
    public void unlockWrite(long stamp) {
        require(gate.giveBack(StampGate.WRITE, stamp), stamp);
    }

    @Override
    public void unlockRead(long stamp) {
        require(gate.giveBack(StampGate.READ, stamp), stamp);
    }

    @Override
    public void unlock(long stamp) {
        boolean write = isWriteLockStamp(stamp);
        require(gate.giveBack(write ? StampGate.WRITE : StampGate.READ, stamp), stamp);
    }

    private void require(boolean given, long stamp) {
        if (!given) {
            throw new IllegalMonitorStateException(
                    "the stamp " + stamp + " does not hold this lock: " + this);
        }
    }

    @Override
    public long tryConvertToWriteLock(long stamp) {
        return gate.toWrite(stamp);
    }

    @Override
    public long tryConvertToReadLock(long stamp) {
        return gate.toRead(stamp);
    }

    @Override
    public long tryConvertToOptimisticRead(long stamp) {
        return gate.toOptimistic(stamp);
    }

    @Override
    public boolean tryUnlockWrite() {
        return gate.giveBackAny(StampGate.WRITE);
    }

    @Override
    public boolean tryUnlockRead() {
        return gate.giveBackAny(StampGate.READ);
    }

    @Override
    public boolean isWriteLocked() {
        return gate.isWriting();
    }

    @Override
    public boolean isReadLocked() {
        return gate.readers() > 0;
    }

    @Override
    public int getReadLockCount() {
        return gate.readers();
    }

    @Override
    public Lock asReadLock() {
        return new View(StampGate.READ);
    }

    @Override
    public Lock asWriteLock() {
        return new View(StampGate.WRITE);
    }

    @Override
    public ReadWriteLock asReadWriteLock() {
        return new ReadWriteLock() {
            @Override
            public Lock readLock() {
                return asReadLock();
            }

            @Override
            public Lock writeLock() {
                return asWriteLock();
            }
        };
    }

    /**
     * What is written when this lock is serialised: a lock of the JDK's, free.
     *
     * @return a new lock
     */
    protected Object writeReplace() {
        return new StampedLock();
    }

    @Override
    public String toString() {
        return WaitRoom.text(this, gate.state());
    }

    /** Without stamps. */
    private final class View implements FiberLock {
        private final int how;

        View(int how) {
            this.how = how;
        }

        @Override
        @Suspendable
        public void lock() {
            gate.take(how);
        }

        @Override
        @Suspendable
        public void lockInterruptibly() throws InterruptedException {
            gate.take(how, WaitRoom.FOR_EVER);
        }

        @Override
        public boolean tryLock() {
            return gate.tryTake(how) != 0;
        }

        @Override
        @Suspendable
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return gate.take(how, unit.toNanos(time)) != 0;
        }

        @Override
        @Suspendable
        public void unlock() {
            if (!gate.giveBackAny(how)) {
                throw new IllegalMonitorStateException("not held: " + FiberStampedLock.this);
            }
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("a stamped lock has no conditions");
        }
    }
}
