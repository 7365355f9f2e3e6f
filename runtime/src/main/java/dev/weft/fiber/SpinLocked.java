package dev.weft.fiber;

import dev.weft.woven.StackReserve;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Base of the structures that fibers and threads wait in: carries a lock that is held for a few
 * instructions only, never across a suspension, a blocking call or users' code.
 *
 * <p>The lock is one int: taken by a compare-and-set, given back by a release store. When it is
 * contended the thread spins, then yields, then parks for a moment, so that a holder that lost its
 * processor can get it back. It looks only a few times while it spins: each look takes the cache
 * line from the holder, who in a crowd does dozens of operations in the time that one look and its
 * return cost. Not reentrant.
 */
public abstract class SpinLocked {
    private static final VarHandle LOCK;

    /** How often a thread looks between spinning. */
    private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 3 : 0;

    /** How long it spins before its first look; then twice as long each time. */
    private static final int SPINS = 64;

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

    /** One scheduler's thread alone comes here, and nothing has to be locked. */
    private static final int CONFINED = Integer.MIN_VALUE;

    /**
     * Bit 0: held; bit 31: {@link #confine}; between them {@link #tag()}. All writes while free are
     * by {@link #LOCK}.
     */
    private int lock;

    /** For the runtime's own structures. */
    protected SpinLocked() {}

    /**
     * Takes the lock. The caller must not hold it.
     *
     * @return for {@link #release(int)}
     */
    protected final int acquire() {
        int free = lock & ~HELD;
        StackReserve.claim();
        if (free < 0) {
            requireHome();
        } else if (!LOCK.compareAndSet(this, free, free | HELD)) {
            return acquireContended();
        }
        return free;
    }

    /**
     * Takes the lock within something that has claimed its stack, by {@link StackReserve} or
     * because it took another lock: an error here would leave that half done.
     *
     * @return for {@link #release(int)}
     */
    protected final int acquireWithin() {
        int free = lock & ~HELD;
        if (free < 0) {
            requireHome();
        } else if (!LOCK.compareAndSet(this, free, free | HELD)) {
            return acquireContended();
        }
        return free;
    }

    /**
     * Claims the stack that a fiber needs whose wait begins now, before its frames are saved. The
     * caller must hold the lock; it is given back when there is not enough.
     */
    protected final void claimForWait() {
        try {
            StackReserve.claimMost();
        } catch (StackOverflowError end) {
            release();
            throw end;
        }
    }

    /**
     * A number that a structure may keep in the lock's unused bits. The caller must hold the lock.
     *
     * @return what {@link #tag(int)} set, at first 0
     */
    protected final int tag() {
        return (lock & ~CONFINED) >>> 1;
    }

    /**
     * Sets the number. The caller must hold the lock.
     *
     * @param tag from 0 to 2<sup>30</sup> - 1
     */
    protected final void tag(int tag) {
        lock = lock & CONFINED | tag << 1 | HELD;
    }

    /**
     * Gives the lock back without reading it again: a word that was just exchanged is slow to read.
     * The caller must hold the lock, and must not have set the tag meanwhile.
     *
     * @param acquired what {@link #acquire} returned
     */
    protected final void release(int acquired) {
        LOCK.setRelease(this, acquired);
    }

    /** Gives the lock back. The caller must hold it. */
    protected final void release() {
        LOCK.setRelease(this, lock & ~HELD);
    }

    /**
     * Makes this the concern of one single-threaded scheduler's fibers: from now on the lock is
     * only the question whether the caller is that scheduler's thread. In a constructor.
     *
     * @param home what {@link #home()} will return
     * @throws IllegalStateException when the caller is no fiber of a single-threaded scheduler
     */
    protected final void confine(Scheduler home) {
        if (!home.runsHere()) {
            throw new IllegalStateException(
                    "only a fiber of a single-threaded or deterministic scheduler can make what is"
                            + " confined to it; this is "
                            + Thread.currentThread()
                            + ", and "
                            + home
                            + " may use several threads");
        }
        lock = CONFINED;
    }

    /**
     * Whose thread alone may come here.
     *
     * @return null unless it was {@linkplain #confine confined}
     */
    protected Scheduler home() {
        return null;
    }

    final boolean isConfined() {
        return lock < 0;
    }

    private void requireHome() {
        if (!home().runsHere()) {
            throw new IllegalStateException(
                    this
                            + " is confined to the scheduler of the fiber that made it, and "
                            + Thread.currentThread()
                            + " does not run that scheduler's fibers: make one that is not"
                            + " confined");
        }
    }

    private int acquireContended() {
        int round = 0;
        for (; ; ) {
            int seen = (int) LOCK.getOpaque(this);
            if ((seen & HELD) == 0 && LOCK.compareAndSet(this, seen, seen | HELD)) {
                return seen;
            }
            pause(round++);
        }
    }

    static void pause(int round) {
        if (round < LOOKS) {
            for (int i = SPINS << round; i > 0; i--) {
                Thread.onSpinWait();
            }
        } else if (round < LOOKS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
