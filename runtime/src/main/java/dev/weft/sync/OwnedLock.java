package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.fiber.Canceller;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;

/**
 * What the locks share: an owner, which is a fiber or a thread, and how often it holds the lock.
 */
abstract class OwnedLock extends Granting {
    private Object owner;
    private int holds;

    OwnedLock() {}

    /** Grants {@code how} holds to {@code who}. */
    @Override
    final boolean grant(int how, Object who) {
        if (owner != null) {
            return false;
        }
        owner = who;
        holds = how;
        return true;
    }

    /** Takes one more hold when the caller has the lock; false when it has not. */
    final boolean reenter(Object who) {
        // Only the owner itself can see itself here, so no lock is needed.
        if (owner != who) {
            return false;
        }
        if (holds == Integer.MAX_VALUE) {
            throw new IllegalStateException("the lock is held too often");
        }
        holds++;
        return true;
    }

    final boolean isHeldBy(Object who) {
        return owner == who;
    }

    final int holds() {
        return holds;
    }

    final boolean isHeld() {
        acquire();
        boolean held = owner != null;
        release();
        return held;
    }

    /** Gives back one hold. */
    final void giveBack(Object who) {
        StackReserve.claim();
        requireOwner(who);
        if (holds > 1) {
            holds--;
        } else {
            giveUp();
        }
    }

    /** Gives all holds back and hands the lock to the first that waits. */
    final void giveUp() {
        int acquired = acquireWithin();
        owner = null;
        holds = 0;
        settle(acquired);
    }

    /**
     * Takes the lock again as often as it was held; nothing can end that wait early. Does nothing
     * when it was not given up. By a caller who has claimed the stack for a wait.
     */
    @Suspendable
    final void regain(int times) {
        regain(times, Stack.PINNED);
    }

    /** Leaf of {@link #regain(int)}. */
    final void regain(int times, Stack stack) {
        Object who = self(stack);
        if (!isHeldBy(who)) {
            obtainWithin(times, who, stack, Cancellers.SHIELDED);
        }
    }

    final void requireOwner(Object who) {
        if (owner != who) {
            throw new IllegalMonitorStateException("not the owner: " + who);
        }
    }

    /** Leaf: waits for the lock; the caller does not have it. */
    final void take(Object who, Stack stack, Canceller canceller) {
        obtain(1, who, stack, canceller);
    }
}
