package dev.weft.concurrent;

import dev.weft.woven.StackReserve;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A number of permits, taken by compare-and-set. */
final class PermitGate extends Gate {
    private static final VarHandle PERMITS;

    static {
        try {
            PERMITS = MethodHandles.lookup().findVarHandle(PermitGate.class, "permits", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int permits;

    PermitGate(Object shown, int permits, boolean fair) {
        super(shown, fair);
        this.permits = permits;
    }

    @Override
    boolean grant(int how, Object who) {
        for (; ; ) {
            int have = permits;
            if (have < how) {
                return false;
            }
            if (PERMITS.compareAndSet(this, have, have - how)) {
                return true;
            }
        }
    }

    @Override
    boolean leavesRoom(int how) {
        return permits > 0;
    }

    /** Takes them if that needs no waiting. */
    boolean enter(int how) {
        StackReserve.claimTwice();
        return isOpen() && grant(how, null);
    }

    void giveBack(int number) {
        StackReserve.claim();
        int have;
        do {
            have = permits;
            if (have + number < have) {
                throw new Error("Maximum permit count exceeded");
            }
        } while (!PERMITS.compareAndSet(this, have, have + number));
        settle();
    }

    void reduce(int number) {
        int have;
        do {
            have = permits;
            if (have - number > have) {
                throw new Error("Permit count underflow");
            }
        } while (!PERMITS.compareAndSet(this, have, have - number));
    }

    int drain() {
        StackReserve.claim();
        int had = (int) PERMITS.getAndSet(this, 0);
        if (had < 0) {
            settle();
        }
        return had;
    }

    int permits() {
        return permits;
    }
}
