package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;

/**
 * Many readers or one writer, in the order of asking: a waiting writer holds new readers back, and
 * readers that wait in a row go together. Not reentrant: a reader that reads again while a writer
 * waits would wait for itself, as in Go. Readers are counted, not named; the writer is the fiber or
 * thread that locked. Thread-safe.
 */
public final class RWMutex extends Granting {
    private static final int READ = 0;
    private static final int WRITE = 1;

    private int readers;
    private Object writer;

    /** Makes one that nobody holds. */
    public RWMutex() {}

    @Override
    boolean grant(int how, Object who) {
        if (writer != null || (how == WRITE && readers > 0)) {
            return false;
        }
        if (how == WRITE) {
            writer = who;
        } else {
            readers++;
        }
        return true;
    }

    /**
     * Locks for reading; waits while a writer has it or is waiting.
     *
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public void lockRead() {
        lockRead(Stack.PINNED);
    }

    /**
     * {@link #lockRead()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void lockRead(Stack stack) {
        StackReserve.claimTwice();
        obtain(READ, null, stack, Cancellers.UNCHECKED);
    }

    /**
     * Locks for reading if that needs no wait.
     *
     * @return whether the caller may read
     */
    public boolean tryLockRead() {
        StackReserve.claimTwice();
        return tryObtain(READ, null);
    }

    /**
     * Ends one reading.
     *
     * @throws IllegalMonitorStateException when nobody reads
     */
    public void unlockRead() {
        int acquired = acquire();
        boolean held = readers > 0;
        if (held) {
            readers--;
        }
        settle(acquired);
        if (!held) {
            throw new IllegalMonitorStateException("not locked for reading");
        }
    }

    /**
     * Locks for writing; waits for all others.
     *
     * @throws IllegalStateException when the caller has it for writing
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public void lockWrite() {
        lockWrite(Stack.PINNED);
    }

    /**
     * {@link #lockWrite()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void lockWrite(Stack stack) {
        StackReserve.claimTwice();
        Object who = self(stack);
        if (writer == who) {
            throw new IllegalStateException(
                    "a RWMutex is not reentrant, and the caller holds it: " + who);
        }
        obtain(WRITE, who, stack, Cancellers.UNCHECKED);
    }

    /**
     * Locks for writing if that needs no wait.
     *
     * @return whether the caller may write
     */
    public boolean tryLockWrite() {
        StackReserve.claimTwice();
        return tryObtain(WRITE, self());
    }

    /**
     * Ends the writing.
     *
     * @throws IllegalMonitorStateException when the caller is not the writer
     */
    public void unlockWrite() {
        Object who = self();
        if (writer != who) {
            throw new IllegalMonitorStateException("not the writer: " + who);
        }
        int acquired = acquire();
        writer = null;
        settle(acquired);
    }
}
