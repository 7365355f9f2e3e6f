package dev.weft.fiber;

import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.lang.invoke.VarHandle;

/**
 * A structure whose lock guards the queue that a fiber waits in, and which takes the fiber in only
 * after its frames were saved.
 *
 * <p><b>Why.</b> A waiter that is published first makes parking a race between its carrier and its
 * waker, which costs each a compare-and-set ({@link Parking}). One that is queued last is complete
 * by the time anybody can find it; then the lock, which both take anyway, is enough.
 *
 * <p><b>How.</b> The leaf only looks whether it would have to wait; then it leaves in its waiter
 * what it wants, and unwinds ({@link #waitLate}, state LATE). The carrier calls {@link #settle},
 * which under the lock either finds what the fiber wants after all, and the fiber goes on, or
 * queues it ({@link #queued}, state LOCKED). Whoever takes it out of the queue says so under the
 * same lock ({@link Waiter#taken}, state TAKEN). All three are plain writes.
 *
 * <p><b>What comes from outside</b> (a cancellation, an interrupt, a dump) must first bring the
 * fiber to PARKED, where the usual protocol holds: {@link #expose}, under the same lock. It has to
 * be sure that the fiber is in the queue of the lock that it holds. Let it hold the lock of {@code
 * p} and read LOCKED, then {@code p} as what is waited for, then LOCKED again. Were the fiber not
 * queued in {@code p}, the first LOCKED would be of a wait elsewhere, since the end of its last
 * wait here is seen. Then {@code p}, read after it, is of a wait that came later still. The fiber
 * wrote {@code p} after it had written RUNNING, and can't come to LOCKED again without the lock: so
 * the third read could not be LOCKED.
 *
 * <p><b>No flag is missed.</b> Whoever wants something of a fiber sets a flag, by a
 * compare-and-set, and then reads the state. If it reads what was before LATE, then the carrier,
 * whose taking the lock is a full fence behind the writing of LATE, sees the flag in {@link
 * #queued}. If it reads LATE it looks again until the carrier is through.
 */
public abstract class WaitPlace extends SpinLocked {
    /** For the runtime's own structures. */
    protected WaitPlace() {}

    /**
     * Last act of a leaf that found that it would have to wait, without the lock: has the fiber
     * queued, or given what it wants, when its frames are saved.
     *
     * @param stack the leaf's hidden parameter
     * @param canceller withdraws the waiter
     * @param item for {@link #settle}
     * @param index likewise
     * @return false where that is not possible, and the usual protocol must be followed; after true
     *     the leaf must return a dummy at once
     */
    protected final boolean waitLate(Stack stack, Canceller canceller, Object item, int index) {
        Stack root = stack.root();
        if (!(root instanceof Fiber) || !root.canSuspend()) {
            return false;
        }
        Fiber<?> fiber = (Fiber<?>) root;
        if (!fiber.scheduler.queuesLate || isConfined()) {
            return false;
        }
        StackReserve.claim();
        Waiter w = fiber.lateWaiter();
        VarHandle.releaseFence(); // RUNNING before the reason: see expose
        w.prepare(this, canceller);
        w.item = item;
        w.index = index;
        Parking.STATE.setRelease(fiber, Parking.LATE);
        stack.suspend();
        return true;
    }

    /**
     * By the carrier, after {@link #waitLate} and when the frames were saved, without the lock:
     * resumes or fails the waiter at once, or queues it with {@link #queued}. Must not throw.
     *
     * @param waiter the fiber's
     * @return false when it was resumed
     */
    protected abstract boolean settle(Waiter waiter);

    /**
     * Ends {@link #settle} when the waiter was just put into the queue. Gives back the lock, which
     * the caller holds.
     *
     * @param waiter the fiber's
     * @param lock what acquiring it returned
     * @return the result of {@link #settle}
     */
    protected final boolean queued(Waiter waiter, int lock) {
        Fiber<?> fiber = (Fiber<?>) waiter.owner;
        if ((fiber.flags & Parking.ATTENTION) == 0) {
            fiber.state = Parking.LOCKED;
            release(lock);
            return true;
        }
        fiber.state = Parking.PARKING;
        release(lock);
        return Parking.park(fiber);
    }

    /** Brings a fiber that is about to wait in such a place, or waits there, to PARKED. */
    static void expose(Fiber<?> fiber) {
        for (int round = 0; ; round++) {
            byte seen = (byte) Parking.STATE.getAcquire(fiber);
            if (seen == Parking.LOCKED) {
                Waiter waiter = fiber.waiter;
                Object reason = waiter == null ? null : waiter.reason;
                if (reason instanceof WaitPlace) {
                    ((WaitPlace) reason).exposeQueued(fiber, waiter);
                }
            } else if (seen != Parking.LATE) {
                return;
            }
            pause(round);
        }
    }

    private void exposeQueued(Fiber<?> fiber, Waiter waiter) {
        acquireWithin();
        if (isLocked(fiber) && waiter.reason == this && isLocked(fiber)) {
            fiber.state = Parking.PARKED;
        }
        release();
    }

    private static boolean isLocked(Fiber<?> fiber) {
        boolean locked = (byte) Parking.STATE.getAcquire(fiber) == Parking.LOCKED;
        VarHandle.acquireFence();
        return locked;
    }
}
