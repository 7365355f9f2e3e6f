package dev.weft.fiber;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Base of the structures that fibers and threads wait in: carries a lock that is held for a few
 * instructions only, never across a suspension, a blocking call or users' code.
 *
 * <p>The lock is one int: taken by a compare-and-set, given back by a release store. When it is
 * contended the thread spins, then yields, then parks for a moment, so that a holder that lost its
 * processor can get it back. Not reentrant.
 */
public abstract class SpinLocked {
    private static final VarHandle LOCK;
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 64 : 0;
    private static final int YIELDS = 32;
    private static final long PAUSE_NANOS = 20_000;

    static {
        try {
            LOCK = MethodHandles.lookup().findVarHandle(SpinLocked.class, "lock", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int HELD = 1;

    /** Bit 0: held; above it {@link #tag()}. All writes while free are by {@link #LOCK}. */
    private int lock;

    /** For the runtime's own structures. */
    protected SpinLocked() {}

    /** Takes the lock. The caller must not hold it. */
    protected final void acquire() {
        int free = lock & ~HELD;
        if (!LOCK.compareAndSet(this, free, free | HELD)) {
            acquireContended();
        }
    }

    /**
     * A number that a structure may keep in the lock's unused bits. The caller must hold the lock.
     *
     * @return what {@link #tag(int)} set, at first 0
     */
    protected final int tag() {
        return lock >>> 1;
    }

    /**
     * Sets the number. The caller must hold the lock.
     *
     * @param tag from 0 to 2<sup>31</sup> - 1
     */
    protected final void tag(int tag) {
        lock = tag << 1 | HELD;
    }

    /** Gives the lock back. The caller must hold it. */
    protected final void release() {
        LOCK.setRelease(this, lock & ~HELD);
    }

    private void acquireContended() {
        int round = 0;
        for (; ; ) {
            int seen = (int) LOCK.getOpaque(this);
            if ((seen & HELD) == 0 && LOCK.compareAndSet(this, seen, seen | HELD)) {
                return;
            }
            pause(round++);
        }
    }

    static void pause(int round) {
        if (round < SPINS) {
            Thread.onSpinWait();
        } else if (round < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
