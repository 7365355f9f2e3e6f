package dev.weft.concurrent;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * What synchronizers of woven code extend in place of {@link AbstractQueuedSynchronizer}: the state
 * and the attempts are the user's; who waits stands in a line in which a fiber needs no thread. The
 * methods of the class above are final: woven code calls those of {@link SynchronizerLine} instead.
 */
public class FiberQueuedSynchronizer extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    private transient SynchronizerLine waiting = new Waiting();

    /** For subclasses. */
    public FiberQueuedSynchronizer() {}

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
            super(FiberQueuedSynchronizer.this);
        }

        @Override
        boolean attempt(long argument, boolean shared) {
            return shared ? tryAcquireShared((int) argument) >= 0 : tryAcquire((int) argument);
        }

        @Override
        boolean free(long argument, boolean shared) {
            return shared ? releaseShared((int) argument) : release((int) argument);
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
    public static final class Condition extends AbstractQueuedSynchronizer.ConditionObject
            implements OwnCondition {
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

        @Override
        public GateCondition own() {
            return own;
        }
    }
}
