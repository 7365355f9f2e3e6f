package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Canceller;
import dev.weft.woven.StackReserve;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link Phaser} in which waiting fibers use no thread. Phases and parties are counted by the
 * JDK's class; who waits is told by the arrival that ends the phase. One with a parent waits with
 * the root; where that is the JDK's own, because woven code did not make it, waiting takes a
 * thread.
 */
public class FiberPhaser extends Phaser {
    /** The root's; null when that is not of this class. */
    private final Bell bell;

    /** Makes a phaser without parties. */
    public FiberPhaser() {
        this(null, 0);
    }

    /**
     * Makes a phaser.
     *
     * @param parties how many are registered at first
     */
    public FiberPhaser(int parties) {
        this(null, parties);
    }

    /**
     * Makes a phaser without parties.
     *
     * @param parent the one that this arrives at; null for none
     */
    public FiberPhaser(Phaser parent) {
        this(parent, 0);
    }

    /**
     * Makes a phaser.
     *
     * @param parent the one that this arrives at; null for none
     * @param parties how many are registered at first
     */
    public FiberPhaser(Phaser parent, int parties) {
        super(parent, parties);
        bell = parent == null ? new Bell(this) : bellOf(parent.getRoot());
    }

    private static Bell bellOf(Phaser root) {
        return root instanceof FiberPhaser ? ((FiberPhaser) root).bell : null;
    }

    @Override
    public int arrive() {
        StackReserve.claim();
        return told(getPhase(), super.arrive());
    }

    @Override
    public int arriveAndDeregister() {
        StackReserve.claim();
        return told(getPhase(), super.arriveAndDeregister());
    }

    @Override
    public void forceTermination() {
        StackReserve.claim();
        super.forceTermination();
        told(0, 0);
    }

    /** Rings when an arrival has ended the phase. */
    private int told(int before, int arrived) {
        if (bell != null && getPhase() != before) {
            bell.ringAll();
        }
        return arrived;
    }

    @Override
    @Suspendable
    public int arriveAndAwaitAdvance() {
        StackReserve.claimMost(); // for the wait too: who has arrived can't take it back
        int arrived = arrive();
        return arrived < 0 ? arrived : awaitWithin(arrived);
    }

    @Override
    @Suspendable
    public int awaitAdvance(int phase) {
        StackReserve.claimMost();
        return awaitWithin(phase);
    }

    @Suspendable
    private int awaitWithin(int phase) {
        try {
            if (bell == null) {
                return Blocking.inPlace(() -> super.awaitAdvance(phase));
            }
            await(phase, WaitRoom.FOR_EVER, WaitRoom.SHIELDED);
        } catch (Exception e) {
            throw new IllegalStateException("a shielded wait failed", e);
        }
        return phase < 0 ? phase : getPhase();
    }

    @Override
    @Suspendable
    public int awaitAdvanceInterruptibly(int phase) throws InterruptedException {
        StackReserve.claimMost();
        checkIfWaiting(phase);
        if (bell == null) {
            return super.awaitAdvanceInterruptibly(phase);
        }
        await(phase, WaitRoom.FOR_EVER, WaitRoom.CHECKED);
        return phase < 0 ? phase : getPhase();
    }

    @Override
    @Suspendable
    public int awaitAdvanceInterruptibly(int phase, long timeout, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        StackReserve.claimMost();
        checkIfWaiting(phase);
        if (bell == null) {
            return super.awaitAdvanceInterruptibly(phase, timeout, unit);
        }
        if (!await(phase, unit.toNanos(timeout), WaitRoom.CHECKED)) {
            throw new TimeoutException();
        }
        return phase < 0 ? phase : getPhase();
    }

    private void checkIfWaiting(int phase) throws InterruptedException {
        if (getPhase() == phase) {
            Caller.checkInterrupt();
        }
    }

    /** Waits while it is this phase, the stack being claimed; false when the time is over. */
    @Suspendable
    private boolean await(int phase, long nanos, Canceller canceller) throws InterruptedException {
        if (phase < 0 || getPhase() != phase) {
            return true;
        }
        long deadline = WaitRoom.deadline(nanos);
        bell.enter();
        try {
            for (int seen = bell.count(); getPhase() == phase; seen = bell.count()) {
                if (!bell.await(seen, WaitRoom.left(nanos, deadline), canceller)) {
                    return getPhase() != phase;
                }
            }
            return true;
        } finally {
            bell.leave();
        }
    }
}
