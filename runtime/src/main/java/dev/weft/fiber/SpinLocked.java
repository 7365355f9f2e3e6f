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

    /** 1 while held; all writes through {@link #LOCK}. */
    @SuppressWarnings("unused")
    private int lock;

    /** For the runtime's own structures. */
    protected SpinLocked() {}

    /** Takes the lock. The caller must not hold it. */
    protected final void acquire() {
        if (!LOCK.compareAndSet(this, 0, 1)) {
            acquireContended();
        }
    }

    /** Gives the lock back. The caller must hold it. */
    protected final void release() {
        LOCK.setRelease(this, 0);
    }

    private void acquireContended() {
        int round = 0;
        for (; ; ) {
            if ((int) LOCK.getOpaque(this) == 0 && LOCK.compareAndSet(this, 0, 1)) {
                return;
            }
            pause(round++);
        }
    }

    private static void pause(int round) {
        if (round < SPINS) {
            Thread.onSpinWait();
        } else if (round < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
