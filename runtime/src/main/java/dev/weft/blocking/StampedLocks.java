package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberStampedLock;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/**
 * Stand-ins for {@link StampedLock}, which belongs to no thread. One that woven code makes parks
 * fibers; another is taken at once when it is free, else with a thread for each fiber that waits.
 */
public final class StampedLocks {
    private StampedLocks() {}

    /** {@link StampedLock#readLock()}. */
    @Suspendable
    @StandIn(value = StampedLock.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long readLock(StampedLock it) throws Exception {
        if (it instanceof FiberStampedLock) {
            return ((FiberStampedLock) it).readLock();
        }
        long stamp = it.tryReadLock();
        if (stamp != 0) {
            return stamp;
        }
        return Blocking.call(() -> it.readLock());
    }

    /** {@link StampedLock#writeLock()}. */
    @Suspendable
    @StandIn(value = StampedLock.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long writeLock(StampedLock it) throws Exception {
        if (it instanceof FiberStampedLock) {
            return ((FiberStampedLock) it).writeLock();
        }
        long stamp = it.tryWriteLock();
        if (stamp != 0) {
            return stamp;
        }
        return Blocking.call(() -> it.writeLock());
    }

    /** {@link StampedLock#readLockInterruptibly()}. */
    @Suspendable
    @StandIn(value = StampedLock.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long readLockInterruptibly(StampedLock it) throws Exception {
        if (it instanceof FiberStampedLock) {
            return ((FiberStampedLock) it).readLockInterruptibly();
        }
        return Blocking.call(() -> it.readLockInterruptibly());
    }

    /** {@link StampedLock#writeLockInterruptibly()}. */
    @Suspendable
    @StandIn(value = StampedLock.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long writeLockInterruptibly(StampedLock it) throws Exception {
        if (it instanceof FiberStampedLock) {
            return ((FiberStampedLock) it).writeLockInterruptibly();
        }
        return Blocking.call(() -> it.writeLockInterruptibly());
    }

    /** {@link StampedLock#tryReadLock(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = StampedLock.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long tryReadLock(StampedLock it, long timeout, TimeUnit unit) throws Exception {
        if (it instanceof FiberStampedLock) {
            return ((FiberStampedLock) it).tryReadLock(timeout, unit);
        }
        return Blocking.call(() -> it.tryReadLock(timeout, unit));
    }

    /** {@link StampedLock#tryWriteLock(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = StampedLock.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long tryWriteLock(StampedLock it, long timeout, TimeUnit unit) throws Exception {
        if (it instanceof FiberStampedLock) {
            return ((FiberStampedLock) it).tryWriteLock(timeout, unit);
        }
        return Blocking.call(() -> it.tryWriteLock(timeout, unit));
    }
}
