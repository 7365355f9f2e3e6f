package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A re-entrant exclusive lock whose owner is a fiber or, outside of fibers, a thread. Taken by one
 * compare-and-set, given back by one volatile store.
 */
final class OwnerGate extends Gate implements GateCondition.Owned {
    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(OwnerGate.class, "owner", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Object owner;

    /** How often the owner has taken it; only touched by the owner. */
    private int holds;

    OwnerGate(Object shown, boolean fair) {
        super(shown, fair);
    }

    @Override
    boolean grant(int how, Object who) {
        if (owner == null && OWNER.compareAndSet(this, null, who)) {
            holds = how;
            return true;
        }
        return false;
    }

    @Override
    boolean leavesRoom(int how) {
        return false;
    }

    /** Takes it if that needs no waiting; the way of who has it already, and of the lucky. */
    boolean enter(Object who) {
        StackReserve.claimTwice();
        return reenter(who) || isOpen() && grant(1, who);
    }

    /** Takes it if it is free, past all who wait. */
    boolean barge(Object who) {
        StackReserve.claimTwice();
        return reenter(who) || grant(1, who);
    }

    private boolean reenter(Object who) {
        if (owner != who) {
            return false;
        }
        if (holds == Integer.MAX_VALUE) {
            throw new Error("Maximum lock count exceeded");
        }
        holds++;
        return true;
    }

    @Suspendable
    void lock() {
        Object who = Caller.self();
        if (!enter(who)) {
            obtainShielded(1, who);
        }
    }

    @Suspendable
    void lockInterruptibly() throws InterruptedException {
        Caller.checkInterrupt();
        Object who = Caller.self();
        if (!enter(who)) {
            obtain(1, who, FOR_EVER, CHECKED);
        }
    }

    @Suspendable
    boolean tryLock(long nanos) throws InterruptedException {
        Caller.checkInterrupt();
        Object who = Caller.self();
        return enter(who) || nanos > 0 && obtain(1, who, nanos, CHECKED);
    }

    @Suspendable
    void unlock() {
        StackReserve.claim();
        requireOwner(Caller.self());
        if (holds > 1) {
            holds--;
        } else {
            giveUp();
        }
    }

    @Override
    public long releaseAll() {
        int all = holds;
        giveUp();
        return all;
    }

    private void giveUp() {
        holds = 0;
        owner = null;
        settle();
    }

    @Override
    @Suspendable
    public void regain(long times) {
        obtainShieldedWithin((int) times, Caller.self());
    }

    @Override
    public void requireOwner() {
        requireOwner(Caller.self());
    }

    private void requireOwner(Object who) {
        if (owner != who) {
            throw new IllegalMonitorStateException(
                    Caller.nameOf(who)
                            + " does not hold the lock; it is"
                            + (owner == null ? " free" : " held" + by(owner)));
        }
    }

    /** Who has it; null when free. */
    Object owner() {
        return owner;
    }

    boolean isMine() {
        return owner == Caller.self();
    }

    int myHolds() {
        return isMine() ? holds : 0;
    }

    String state() {
        Object o = owner;
        return o == null ? "[Unlocked]" : "[Locked" + by(o) + "]";
    }
}
