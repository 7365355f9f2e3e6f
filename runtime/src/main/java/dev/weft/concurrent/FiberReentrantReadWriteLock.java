package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A {@link ReentrantReadWriteLock} that belongs to the fibers that take it; outside of fibers to
 * the threads. Waiting fibers use no thread. See {@link FiberReentrantLock} for the methods that
 * are final, for collections of threads and for serialisation.
 */
public class FiberReentrantReadWriteLock extends ReentrantReadWriteLock implements Queued {
    private static final long serialVersionUID = 1L;

    private final transient ReadWriteGate gate;
    private final transient Reading reading;
    private final transient Writing writing;

    /** Makes a lock that lets newcomers barge. */
    public FiberReentrantReadWriteLock() {
        this(false);
    }

    /**
     * Makes a lock.
     *
     * @param fair whether it is given to the longest waiting
     */
    public FiberReentrantReadWriteLock(boolean fair) {
        super(fair);
        gate = new ReadWriteGate(this, fair);
        reading = new Reading(this);
        writing = new Writing(this);
    }

    @Override
    public ReadLock readLock() {
        return reading;
    }

    @Override
    public WriteLock writeLock() {
        return writing;
    }

    @Override
    protected Thread getOwner() {
        Object owner = gate.writer();
        return owner instanceof Thread ? (Thread) owner : null;
    }

    @Override
    public int getReadLockCount() {
        return gate.readHolds();
    }

    @Override
    public boolean isWriteLocked() {
        return gate.writer() != null;
    }

    @Override
    public boolean isWriteLockedByCurrentThread() {
        return gate.myWriteHolds() > 0;
    }

    @Override
    public int getWriteHoldCount() {
        return gate.myWriteHolds();
    }

    @Override
    public int getReadHoldCount() {
        return gate.myReadHolds();
    }

    @Override
    protected Collection<Thread> getQueuedThreads() {
        return gate.threadsWaiting(w -> true);
    }

    @Override
    protected Collection<Thread> getQueuedReaderThreads() {
        return gate.threadsWaiting(w -> w.index == ReadWriteGate.READ);
    }

    @Override
    protected Collection<Thread> getQueuedWriterThreads() {
        return gate.threadsWaiting(w -> w.index != ReadWriteGate.READ);
    }

    @Override
    public boolean hasWaiters(Condition condition) {
        return getWaitQueueLength(condition) > 0;
    }

    @Override
    public int getWaitQueueLength(Condition condition) {
        return GateCondition.of(gate, condition).countWaiting();
    }

    @Override
    protected Collection<Thread> getWaitingThreads(Condition condition) {
        return GateCondition.of(gate, condition).threadsWaiting(w -> true);
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
        return new ReentrantReadWriteLock(isFair());
    }

    @Override
    public String toString() {
        return WaitRoom.text(
                this,
                "[Write locks = " + gate.writeHolds() + ", Read locks = " + gate.readHolds() + "]");
    }

    private static final class Reading extends ReadLock implements FiberLock {
        private static final long serialVersionUID = 1L;

        private final transient ReadWriteGate gate;
        private final FiberReentrantReadWriteLock both;

        Reading(FiberReentrantReadWriteLock both) {
            super(both);
            this.both = both;
            gate = both.gate;
        }

        @Override
        @Suspendable
        public void lock() {
            gate.lock(ReadWriteGate.READ);
        }

        @Override
        @Suspendable
        public void lockInterruptibly() throws InterruptedException {
            gate.lock(ReadWriteGate.READ, WaitRoom.FOR_EVER);
        }

        @Override
        public boolean tryLock() {
            return gate.barge(ReadWriteGate.READ);
        }

        @Override
        @Suspendable
        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            return gate.lock(ReadWriteGate.READ, unit.toNanos(timeout));
        }

        @Override
        @Suspendable
        public void unlock() {
            gate.unlockRead();
        }

        private Object writeReplace() {
            return ((ReentrantReadWriteLock) both.writeReplace()).readLock();
        }

        @Override
        public String toString() {
            return WaitRoom.text(this, "[Read locks = " + gate.readHolds() + "]");
        }
    }

    private static final class Writing extends WriteLock implements FiberLock {
        private static final long serialVersionUID = 1L;

        private final transient ReadWriteGate gate;
        private final FiberReentrantReadWriteLock both;

        Writing(FiberReentrantReadWriteLock both) {
            super(both);
            this.both = both;
            gate = both.gate;
        }

        @Override
        @Suspendable
        public void lock() {
            gate.lock(1);
        }

        @Override
        @Suspendable
        public void lockInterruptibly() throws InterruptedException {
            gate.lock(1, WaitRoom.FOR_EVER);
        }

        @Override
        public boolean tryLock() {
            return gate.barge(1);
        }

        @Override
        @Suspendable
        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            return gate.lock(1, unit.toNanos(timeout));
        }

        @Override
        @Suspendable
        public void unlock() {
            gate.unlockWrite();
        }

        @Override
        public Condition newCondition() {
            return new GateCondition(both, gate);
        }

        @Override
        public boolean isHeldByCurrentThread() {
            return gate.myWriteHolds() > 0;
        }

        @Override
        public int getHoldCount() {
            return gate.myWriteHolds();
        }

        private Object writeReplace() {
            return ((ReentrantReadWriteLock) both.writeReplace()).writeLock();
        }

        @Override
        public String toString() {
            Object owner = gate.writer();
            String state = owner == null ? "[Unlocked]" : "[Locked" + WaitRoom.by(owner) + "]";
            return WaitRoom.text(this, state);
        }
    }
}
