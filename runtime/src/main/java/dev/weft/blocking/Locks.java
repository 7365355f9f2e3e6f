package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberLock;
import dev.weft.concurrent.GateCondition;
import dev.weft.concurrent.OwnCondition;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.sync.Cond;
import dev.weft.woven.StandIn;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Stand-ins for {@link Lock} and {@link Condition}.
 *
 * <p>Locks that woven code makes are those of {@code dev.weft.concurrent}, where fibers park. For
 * others: the JDK's locks record the thread as their owner, and woven and unwoven code, fibers and
 * plain threads may all use one lock. So a fiber that takes such a lock is bound to its thread
 * until it has given it back: what it waits for meanwhile blocks that thread, as inside {@code
 * synchronized}, and the other fibers go on elsewhere. Without that two fibers of one thread would
 * both "own" the lock, and one that moved could not give it back. {@code dev.weft.sync}'s locks
 * belong to fibers and have no such limit.
 */
public final class Locks {
    private Locks() {}

    /** {@link Lock#lock()}. */
    @Suspendable
    @StandIn(value = Lock.class, mode = StandIn.Mode.PARKS_OR_BINDS)
    public static void lock(Lock lock) throws Exception {
        if (lock instanceof FiberLock) {
            ((FiberLock) lock).lock();
        } else if (lock instanceof dev.weft.sync.ReentrantLock) {
            ((dev.weft.sync.ReentrantLock) lock).lock();
        } else if (!belongsToThread(lock)) {
            lock.lock();
        } else {
            if (!lock.tryLock()) {
                Blocking.inPlace(
                        () -> {
                            lock.lock();
                            return null;
                        });
            }
            Blocking.bind();
        }
    }

    /** {@link Lock#lockInterruptibly()}. */
    @Suspendable
    @StandIn(value = Lock.class, mode = StandIn.Mode.PARKS_OR_BINDS)
    public static void lockInterruptibly(Lock lock) throws Exception {
        if (lock instanceof FiberLock) {
            ((FiberLock) lock).lockInterruptibly();
        } else if (lock instanceof dev.weft.sync.ReentrantLock) {
            ((dev.weft.sync.ReentrantLock) lock).lockInterruptibly();
        } else if (!belongsToThread(lock)) {
            lock.lockInterruptibly();
        } else {
            if (Thread.currentThread().isInterrupted() || !lock.tryLock()) {
                Blocking.inPlace(
                        () -> {
                            lock.lockInterruptibly();
                            return null;
                        });
            }
            Blocking.bind();
        }
    }

    /** {@link Lock#tryLock()}. */
    @Suspendable
    @StandIn(value = Lock.class, mode = StandIn.Mode.PARKS_OR_BINDS)
    public static boolean tryLock(Lock lock) {
        boolean taken = lock.tryLock();
        if (taken && belongsToThread(lock)) {
            Blocking.bind();
        }
        return taken;
    }

    /** {@link Lock#tryLock(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Lock.class, mode = StandIn.Mode.PARKS_OR_BINDS)
    public static boolean tryLock(Lock lock, long time, TimeUnit unit) throws Exception {
        if (lock instanceof FiberLock) {
            return ((FiberLock) lock).tryLock(time, unit);
        } else if (lock instanceof dev.weft.sync.ReentrantLock) {
            return ((dev.weft.sync.ReentrantLock) lock).tryLock(time, unit);
        }
        if (!belongsToThread(lock)) {
            return lock.tryLock(time, unit);
        }
        boolean taken = Blocking.inPlace(() -> lock.tryLock(time, unit));
        if (taken) {
            Blocking.bind();
        }
        return taken;
    }

    /** {@link Lock#unlock()}. */
    @Suspendable
    @StandIn(value = Lock.class, mode = StandIn.Mode.PARKS_OR_BINDS)
    public static void unlock(Lock lock) {
        if (lock instanceof FiberLock) {
            ((FiberLock) lock).unlock();
            return;
        }
        boolean bound = belongsToThread(lock);
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            throw bound && Fiber.current() != null ? explained(lock, e) : e;
        }
        if (bound) {
            Blocking.unbind();
        }
    }

    private static IllegalMonitorStateException explained(
            Lock lock, IllegalMonitorStateException e) {
        String message =
                lock
                        + " is not held by "
                        + Thread.currentThread().getName()
                        + ", on which "
                        + Fiber.current()
                        + " runs: a lock that woven code did not make belongs to the thread that"
                        + " took it, and a fiber that takes it in code that is not woven does not"
                        + " stay there; make the lock in woven code, or take it there";
        IllegalMonitorStateException explained = new IllegalMonitorStateException(message);
        explained.initCause(e);
        return explained;
    }

    /** {@link Condition#await()}. */
    @Suspendable
    @StandIn(value = Condition.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void await(Condition condition) throws Exception {
        GateCondition own = own(condition);
        if (own != null) {
            own.await();
        } else if (condition instanceof Cond) {
            ((Cond) condition).await();
        } else {
            Blocking.inPlace(
                    () -> {
                        condition.await();
                        return null;
                    });
        }
    }

    /** {@link Condition#awaitUninterruptibly()}. */
    @Suspendable
    @StandIn(value = Condition.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void awaitUninterruptibly(Condition condition) throws Exception {
        GateCondition own = own(condition);
        if (own != null) {
            own.awaitUninterruptibly();
        } else if (condition instanceof Cond) {
            ((Cond) condition).awaitUninterruptibly();
        } else {
            Blocking.inPlace(
                    () -> {
                        condition.awaitUninterruptibly();
                        return null;
                    });
        }
    }

    /** {@link Condition#await(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = Condition.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean await(Condition condition, long time, TimeUnit unit) throws Exception {
        GateCondition own = own(condition);
        if (own != null) {
            return own.await(time, unit);
        }
        return condition instanceof Cond
                ? ((Cond) condition).await(time, unit)
                : Blocking.inPlace(() -> condition.await(time, unit));
    }

    /** {@link Condition#awaitNanos(long)}. */
    @Suspendable
    @StandIn(value = Condition.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static long awaitNanos(Condition condition, long nanos) throws Exception {
        GateCondition own = own(condition);
        if (own != null) {
            return own.awaitNanos(nanos);
        }
        return condition instanceof Cond
                ? ((Cond) condition).awaitNanos(nanos)
                : Blocking.inPlace(() -> condition.awaitNanos(nanos));
    }

    /** {@link Condition#awaitUntil(Date)}. */
    @Suspendable
    @StandIn(value = Condition.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean awaitUntil(Condition condition, Date deadline) throws Exception {
        GateCondition own = own(condition);
        if (own != null) {
            return own.awaitUntil(deadline);
        }
        return condition instanceof Cond
                ? ((Cond) condition).awaitUntil(deadline)
                : Blocking.inPlace(() -> condition.awaitUntil(deadline));
    }

    /** {@link Condition#signal()}. */
    @StandIn(value = Condition.class, mode = StandIn.Mode.REPLACES)
    public static void signal(Condition condition) {
        GateCondition own = own(condition);
        (own == null ? condition : own).signal();
    }

    /** {@link Condition#signalAll()}. */
    @StandIn(value = Condition.class, mode = StandIn.Mode.REPLACES)
    public static void signalAll(Condition condition) {
        GateCondition own = own(condition);
        (own == null ? condition : own).signalAll();
    }

    /** The condition where fibers wait; null for others. */
    private static GateCondition own(Condition condition) {
        return condition instanceof OwnCondition
                ? ((OwnCondition) condition).own()
                : condition instanceof GateCondition ? (GateCondition) condition : null;
    }

    private static boolean belongsToThread(Lock lock) {
        return !(lock instanceof FiberLock)
                && (lock instanceof ReentrantLock
                        || lock instanceof ReentrantReadWriteLock.ReadLock
                        || lock instanceof ReentrantReadWriteLock.WriteLock);
    }
}
