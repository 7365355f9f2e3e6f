package dev.weft.concurrent;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * What synchronizers of woven code extend in place of {@link AbstractQueuedSynchronizer}: the state
 * and the attempts are the user's; who waits stands in a line in which a fiber needs no thread. The
 * methods of the class above are final: woven code calls those of {@link Waiting} instead. Code
 * that is not woven waits in the JDK's own line beside this one; releases of woven code wake both.
 */
public class FiberQueuedSynchronizer extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    private transient Waiting waiting = new Waiting();

    /** For subclasses. */
    public FiberQueuedSynchronizer() {}

    /**
     * What the final methods of the class above are for woven code. The name is one that no
     * subclass has.
     *
     * @return always the same
     */
    public final Waiting waiting$weft() {
        return waiting;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        waiting = new Waiting();
    }

    /** The line and its operations. Thread-safe. */
    public final class Waiting implements GateCondition.Owned {
        private final AcquireLine line = new AcquireLine(FiberQueuedSynchronizer.this);

        private Waiting() {}

        /**
         * {@link #acquire} or {@link #acquireShared}.
         *
         * @param argument for the attempts
         * @param shared which of them
         */
        @Suspendable
        public void obtain(int argument, boolean shared) {
            try {
                line.obtain(
                        () -> attempt(argument, shared),
                        shared,
                        WaitRoom.FOR_EVER,
                        WaitRoom.SHIELDED);
            } catch (InterruptedException e) {
                throw new IllegalStateException("a shielded wait was interrupted", e);
            }
        }

        /**
         * {@link #acquireInterruptibly}, {@link #tryAcquireNanos} and their like.
         *
         * @param argument for the attempts
         * @param shared whether that which is shared is acquired
         * @param nanos for how long; {@link Long#MAX_VALUE} for ever
         * @return false when the time is over
         * @throws InterruptedException when interrupted
         * @throws FiberCancelledException when the fiber was cancelled
         */
        @Suspendable
        public boolean obtainFor(int argument, boolean shared, long nanos)
                throws InterruptedException {
            Caller.checkInterrupt();
            return line.obtain(() -> attempt(argument, shared), shared, nanos, WaitRoom.CHECKED);
        }

        private boolean attempt(int argument, boolean shared) {
            return shared ? tryAcquireShared(argument) >= 0 : tryAcquire(argument);
        }

        /**
         * {@link #release} or {@link #releaseShared}.
         *
         * @param argument for the attempt
         * @param shared which of them
         * @return what the attempt returned
         */
        public boolean giveBack(int argument, boolean shared) {
            boolean free = shared ? releaseShared(argument) : release(argument);
            if (free) {
                line.wake();
            }
            return free;
        }

        /**
         * How many fibers and threads wait, those of code that is not woven too.
         *
         * @return at one moment
         */
        public int length() {
            return line.length() + getQueueLength();
        }

        /**
         * {@link #hasQueuedPredecessors} for both lines.
         *
         * @return whether another has waited longer than the caller
         */
        public boolean isBehind() {
            return line.isBehind() || hasQueuedPredecessors();
        }

        /**
         * Whether a fiber or thread waits.
         *
         * @param caller which
         * @return at one moment
         */
        public boolean contains(Object caller) {
            return line.contains(caller) || caller instanceof Thread && isQueued((Thread) caller);
        }

        @Override
        public void requireOwner() {
            if (!isHeldExclusively()) {
                throw new IllegalMonitorStateException();
            }
        }

        @Override
        public int releaseAll() {
            int held = getState();
            if (!giveBack(held, false)) {
                throw new IllegalMonitorStateException();
            }
            return held;
        }

        @Override
        @Suspendable
        public void regain(int holds) {
            obtain(holds, false);
        }
    }

    /** A condition of woven code, which waits and signals at {@link #own()}. */
    public static final class Condition extends AbstractQueuedSynchronizer.ConditionObject {
        private static final long serialVersionUID = 1;

        private final transient GateCondition own;

        /**
         * As {@link AbstractQueuedSynchronizer.ConditionObject}.
         *
         * @param owner the synchronizer
         */
        public Condition(FiberQueuedSynchronizer owner) {
            owner.super();
            own = new GateCondition(this, owner.waiting);
        }

        /**
         * Where woven code waits and signals.
         *
         * @return a condition of the same synchronizer
         */
        public GateCondition own() {
            return own;
        }
    }
}
