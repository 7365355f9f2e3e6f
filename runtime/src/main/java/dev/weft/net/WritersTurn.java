package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.sync.Semaphore;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/**
 * Lets the writers of one connection take turns. One at a time is the rule, and costs two
 * compare-and-sets and no object; when two meet for the first time they make a semaphore, and it
 * stays. A base class, so that a connection is one object less. Thread-safe.
 */
abstract class WritersTurn extends Endpoint {
    private static final Object TAKEN = new Object();

    private static final VarHandle TURN;

    static {
        try {
            TURN = MethodHandles.lookup().findVarHandle(WritersTurn.class, "turn", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Null: free. {@link #TAKEN}: one writes. A semaphore: its permit is the turn. */
    @SuppressWarnings("unused") // by TURN
    private volatile Object turn;

    WritersTurn(SocketChannel channel, SelectableChannel shown) {
        super(channel, shown);
    }

    /** Takes the turn when nobody ever waited for it. False: {@link #takeTurn()}. */
    final boolean tryTakeTurn() {
        return TURN.compareAndSet(this, null, TAKEN);
    }

    /** Waits for the turn, first come, first served. */
    @Suspendable
    final void takeTurn() {
        while (!tryTakeTurn()) {
            Semaphore queue = queue();
            if (queue != null) {
                queue.acquirePermit();
                return;
            }
        }
    }

    final void giveTurn() {
        if (!TURN.compareAndSet(this, TAKEN, null)) {
            ((Semaphore) turn).releasePermit();
        }
    }

    /** Where to wait; its permit belongs to the one that writes now. Null: the turn was given. */
    private Semaphore queue() {
        Object seen = turn;
        if (seen == TAKEN) {
            Semaphore made = new Semaphore(0);
            return TURN.compareAndSet(this, TAKEN, made) ? made : queue();
        }
        return (Semaphore) seen;
    }
}
