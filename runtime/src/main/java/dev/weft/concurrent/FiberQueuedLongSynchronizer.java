package dev.weft.concurrent;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;

/**
 * What synchronizers of woven code extend in place of {@link AbstractQueuedLongSynchronizer}: as
 * {@link FiberQueuedSynchronizer}, with a wider state.
 */
public class FiberQueuedLongSynchronizer extends AbstractQueuedLongSynchronizer {
    private static final long serialVersionUID = 1;

    private transient SynchronizerLine waiting = new Waiting();

    /** For subclasses. */
    public FiberQueuedLongSynchronizer() {}

    /**
     * What the final methods of the class above are for woven code. The name is one that no
     * subclass has.
     *
     * @return always the same
     */
    public final SynchronizerLine waiting$weft() {
        return waiting;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        waiting = new Waiting();
    }

    /** The line beside the JDK's. */
    private final class Waiting extends SynchronizerLine {
        Waiting() {
            super(FiberQueuedLongSynchronizer.this);
        }

        @Override
        boolean attempt(long argument, boolean shared) {
            return shared ? tryAcquireShared(argument) >= 0 : tryAcquire(argument);
        }

        @Override
        boolean free(long argument, boolean shared) {
            return shared ? releaseShared(argument) : release(argument);
        }

        @Override
        boolean isHeld() {
            return isHeldExclusively();
        }

        @Override
        long state() {
            return getState();
        }

        @Override
        int othersLength() {
            return getQueueLength();
        }

        @Override
        boolean isBehindOthers() {
            return hasQueuedPredecessors();
        }

        @Override
        boolean isAmongOthers(Thread thread) {
            return isQueued(thread);
        }
    }

    /** A condition of woven code. */
    public static final class Condition extends AbstractQueuedLongSynchronizer.ConditionObject
            implements OwnCondition {
        private static final long serialVersionUID = 1;

        private final transient GateCondition own;

        /**
         * As {@link AbstractQueuedLongSynchronizer.ConditionObject}.
         *
         * @param owner the synchronizer
         */
        public Condition(FiberQueuedLongSynchronizer owner) {
            owner.super();
            own = new GateCondition(this, owner.waiting);
        }

        @Override
        public GateCondition own() {
            return own;
        }
    }
}
