package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.lang.invoke.VarHandle;

/**
 * The state of a {@link FiberStampedLock}. A stamp is a version whose bit 7 says that a writer has
 * the lock; its lowest bit is set in the stamps of readers. {@code StampedLock}'s static methods
 * tell the kinds of stamp apart by these bits. Changed with the queue's lock held.
 */
final class StampGate extends Gate {
    /** A request: write. */
    static final int WRITE = 1;

    /** A request: read. */
    static final int READ = 2;

    private static final long WRITING = 1L << 7;
    private static final long READING = 1;
    private static final long VERSION = -WRITING;
    private static final long FIRST = WRITING << 1;

    /** Odd in units of {@link #WRITING} while somebody writes. */
    private volatile long version = FIRST;

    private volatile int readers;

    StampGate(Object shown) {
        super(shown, false);
    }

    @Override
    boolean grant(int how, Object who) {
        if (isWriting() || how == WRITE && readers > 0) {
            return false;
        }
        if (how == WRITE) {
            version = version + WRITING;
        } else {
            readers = readers + 1;
        }
        return true;
    }

    @Override
    boolean leavesRoom(int how) {
        return how == READ;
    }

    @Override
    boolean mayBarge(int how, Object who) {
        return how == WRITE || peekFirst() == null || peekFirst().index == READ;
    }

    boolean isWriting() {
        return (version & WRITING) != 0;
    }

    int readers() {
        return readers;
    }

    /** Takes it if it is free; 0 when not. */
    long tryTake(int how) {
        StackReserve.claimTwice();
        acquire();
        boolean granted = grant(how, null);
        release();
        return granted ? stamp(how) : 0;
    }

    @Suspendable
    long take(int how) {
        if (!enter(how)) {
            obtainShielded(how, null);
        }
        return stamp(how);
    }

    @Suspendable
    long take(int how, long nanos) throws InterruptedException {
        Caller.checkInterrupt();
        boolean granted = enter(how) || nanos > 0 && obtain(how, null, nanos, CHECKED);
        return granted ? stamp(how) : 0;
    }

    private boolean enter(int how) {
        StackReserve.claimTwice();
        acquire();
        boolean granted = mayBarge(how, null) && grant(how, null);
        release();
        return granted;
    }

    /** The stamp of who has it; nobody can change the version meanwhile. */
    private long stamp(int how) {
        return how == WRITE ? version : version | READING;
    }

    /** A stamp to validate; 0 while somebody writes. */
    long optimistic() {
        long seen = version;
        return (seen & WRITING) == 0 ? seen : 0;
    }

    boolean validate(long stamp) {
        VarHandle.acquireFence();
        return stamp != 0 && (stamp & VERSION) == version;
    }

    /** Gives back what the stamp stands for; false when it stands for nothing. */
    boolean giveBack(int how, long stamp) {
        acquire();
        boolean fits = fits(how, stamp);
        if (fits) {
            drop(how);
        }
        release();
        if (fits) {
            settle();
        }
        return fits;
    }

    /** Gives back any hold of that kind; false when there is none. */
    boolean giveBackAny(int how) {
        acquire();
        boolean held = how == WRITE ? isWriting() : readers > 0;
        if (held) {
            drop(how);
        }
        release();
        if (held) {
            settle();
        }
        return held;
    }

    /** With the lock held: whether a stamp is one of the present holder's. */
    private boolean fits(int how, long stamp) {
        if (stamp == 0 || (stamp & VERSION) != version) {
            return false;
        }
        return how == WRITE ? stamp == version && isWriting() : isRead(stamp) && readers > 0;
    }

    private static boolean isRead(long stamp) {
        return (stamp & READING) != 0;
    }

    /** With the lock held. */
    private void drop(int how) {
        if (how == WRITE) {
            long next = version + WRITING;
            version = next == 0 ? FIRST : next;
        } else {
            readers = readers - 1;
        }
    }

    /** To a write stamp; 0 when that would need waiting. */
    long toWrite(long stamp) {
        acquire();
        try {
            if (fits(WRITE, stamp)) {
                return stamp;
            }
            boolean reads = isRead(stamp) && fits(READ, stamp);
            boolean free = stamp != 0 && stamp == version && !isWriting();
            if (reads && readers == 1) {
                drop(READ);
            } else if (reads || !free) {
                return 0;
            }
            return grant(WRITE, null) ? version : 0;
        } finally {
            release();
        }
    }

    /** To a read stamp; 0 when that would need waiting. */
    long toRead(long stamp) {
        long result = 0;
        boolean settles = false;
        acquire();
        if (isRead(stamp) && fits(READ, stamp)) {
            result = stamp;
        } else if (fits(WRITE, stamp)) {
            drop(WRITE);
            grant(READ, null);
            result = version | READING;
            settles = true;
        } else if (stamp != 0 && stamp == version && grant(READ, null)) {
            result = version | READING;
        }
        release();
        if (settles) {
            settle();
        }
        return result;
    }

    /** To a stamp to validate; 0 when the given one stands for nothing. */
    long toOptimistic(long stamp) {
        long result = 0;
        boolean settles = true;
        acquire();
        if (fits(WRITE, stamp)) {
            drop(WRITE);
            result = version;
        } else if (isRead(stamp) && fits(READ, stamp)) {
            drop(READ);
            result = version;
        } else {
            settles = false;
            result = stamp != 0 && stamp == version && !isWriting() ? stamp : 0;
        }
        release();
        if (settles) {
            settle();
        }
        return result;
    }

    String state() {
        if (isWriting()) {
            return "[Write-locked]";
        }
        int n = readers;
        return n == 0 ? "[Unlocked]" : "[Read-locks:" + n + "]";
    }
}
