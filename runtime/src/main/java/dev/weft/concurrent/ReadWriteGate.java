package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.StackReserve;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * One writer or many readers, each of them re-entrant; the writer may read as well. A request is a
 * positive number for so many holds of the writer, {@link #READ} for one of a reader.
 *
 * <p>All state changes under the queue's lock. A newcomer that would read waits behind a writer
 * which is first in the queue, or writers would starve, unless it reads already, because it would
 * wait for itself.
 */
final class ReadWriteGate extends Gate implements GateCondition.Owned {
    /** The request of a reader. */
    static final int READ = -1;

    /** Written with the lock held. */
    private volatile Object writer;

    private volatile int writeHolds;

    /** Read holds of all together; written with the lock held. */
    private volatile int readHolds;

    /** Read holds of each reader. Guarded by the lock. */
    private final Map<Object, Integer> readers = new IdentityHashMap<>(4);

    ReadWriteGate(Object shown, boolean fair) {
        super(shown, fair);
    }

    @Override
    boolean grant(int how, Object who) {
        return how == READ ? grantRead(who) : grantWrite(how, who);
    }

    private boolean grantRead(Object who) {
        if (writer != null && writer != who) {
            return false;
        }
        readHolds = readHolds + 1;
        readers.merge(who, 1, Integer::sum);
        return true;
    }

    private boolean grantWrite(int how, Object who) {
        if (writer != who && (writer != null || readHolds > 0)) {
            return false;
        }
        writer = who;
        writeHolds = writeHolds + how;
        return true;
    }

    @Override
    boolean leavesRoom(int how) {
        return how == READ;
    }

    @Override
    boolean mayBarge(int how, Object who) {
        if (writer == who || how == READ && readers.containsKey(who)) {
            return true;
        }
        if (isFair()) {
            return isQuiet();
        }
        Waiter first = peekFirst();
        return how != READ || first == null || first.index == READ;
    }

    /** Takes it if that needs no waiting. */
    boolean enter(int how, Object who) {
        StackReserve.claimTwice();
        acquire();
        boolean granted = mayBarge(how, who) && grant(how, who);
        release();
        return granted;
    }

    /** Takes it if it is free, past all who wait. */
    boolean barge(int how) {
        StackReserve.claimTwice();
        acquire();
        boolean granted = grant(how, Caller.self());
        release();
        return granted;
    }

    @Suspendable
    void lock(int how) {
        Object who = Caller.self();
        if (!enter(how, who)) {
            obtainShielded(how, who);
        }
    }

    @Suspendable
    boolean lock(int how, long nanos) throws InterruptedException {
        Caller.checkInterrupt();
        Object who = Caller.self();
        return enter(how, who) || nanos > 0 && obtain(how, who, nanos, CHECKED);
    }

    void unlockRead() {
        Object who = Caller.self();
        acquire();
        Integer mine = readers.get(who);
        if (mine != null) {
            if (mine == 1) {
                readers.remove(who);
            } else {
                readers.put(who, mine - 1);
            }
            readHolds = readHolds - 1;
        }
        boolean last = readHolds == 0;
        release();
        if (mine == null) {
            throw new IllegalMonitorStateException(
                    Caller.nameOf(who) + " does not hold the read lock");
        }
        if (last) {
            settle();
        }
    }

    void unlockWrite() {
        requireOwner();
        giveUp(1);
    }

    private void giveUp(int holds) {
        acquire();
        int left = writeHolds - holds;
        writeHolds = left;
        if (left == 0) {
            writer = null;
        }
        release();
        if (left == 0) {
            settle();
        }
    }

    @Override
    public void requireOwner() {
        if (writer != Caller.self()) {
            throw new IllegalMonitorStateException(
                    Caller.nameOf(Caller.self()) + " does not hold the write lock");
        }
    }

    @Override
    public long releaseAll() {
        int all = writeHolds;
        giveUp(all);
        return all;
    }

    @Override
    @Suspendable
    public void regain(long holds) {
        obtainShieldedWithin((int) holds, Caller.self());
    }

    /** Who writes; null when nobody does. */
    Object writer() {
        return writer;
    }

    int readHolds() {
        return readHolds;
    }

    int myReadHolds() {
        acquire();
        Integer mine = readers.get(Caller.self());
        release();
        return mine == null ? 0 : mine;
    }

    int myWriteHolds() {
        return writer == Caller.self() ? writeHolds : 0;
    }

    int writeHolds() {
        return writeHolds;
    }
}
