package dev.weft.sync;

import dev.weft.woven.Stack;

/**
 * The lock behind a monitor that fibers own and more than one wants: as {@link ReentrantLock}, but
 * one can be made that somebody else holds already. For the runtime; users have no use for it.
 * Owners are what {@link dev.weft.fiber.Caller#self()} gives.
 *
 * <p>Thread-safe.
 */
public final class MonitorLock extends OwnedLock {
    /** Makes a lock that nobody holds. */
    public MonitorLock() {}

    /**
     * Makes the lock held once, before anybody else knows it.
     *
     * @param who the fiber or thread
     */
    public void holdFor(Object who) {
        tryObtain(1, who);
    }

    /**
     * Takes more holds for the owner.
     *
     * @param who the owner
     * @param times how many, 0 or more
     */
    public void holdAgain(Object who, int times) {
        for (int i = 0; i < times; i++) {
            reenter(who);
        }
    }

    /**
     * Takes the lock; the last act of a leaf. No interrupt or cancellation ends the wait.
     *
     * @param who the caller
     * @param stack the running coroutine
     */
    public void lock(Object who, Stack stack) {
        if (!reenter(who)) {
            take(who, stack, Cancellers.SHIELDED);
        }
    }

    /**
     * Gives one hold back.
     *
     * @param who the owner
     */
    public void unlock(Object who) {
        giveBack(who);
    }

    /**
     * Whether somebody holds it; right when asked by or for the caller itself.
     *
     * @param who the caller
     * @return true between lock and unlock
     */
    public boolean isOwner(Object who) {
        return isHeldBy(who);
    }

    /**
     * Makes a condition.
     *
     * @return a new one
     */
    public Cond newCondition() {
        return new Cond(this);
    }
}
