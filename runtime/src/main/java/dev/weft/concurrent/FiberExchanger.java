package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An {@link Exchanger} in which waiting fibers use no thread. Who waits longest is served first.
 *
 * @param <V> what is exchanged; may be null
 */
public class FiberExchanger<V> extends Exchanger<V> {
    private static final Object NOTHING = new Object();

    private final Pairs pairs = new Pairs(this);

    /** Makes an exchanger where nobody waits. */
    public FiberExchanger() {}

    @Override
    @Suspendable
    @SuppressWarnings("unchecked")
    public V exchange(V mine) throws InterruptedException {
        Caller.checkInterrupt();
        return (V) pairs.meet(mine, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    @SuppressWarnings("unchecked")
    public V exchange(V mine, long timeout, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        Caller.checkInterrupt();
        Object theirs = pairs.meet(mine, unit.toNanos(timeout));
        if (theirs == NOTHING) {
            throw new TimeoutException("nobody came to exchange");
        }
        return (V) theirs;
    }

    /** Those who came first and wait for a partner. */
    private static final class Pairs extends WaitRoom {
        Pairs(Object shown) {
            super(shown);
        }

        @Suspendable
        Object meet(Object mine, long nanos) throws InterruptedException {
            return meet(mine, nanos, Stack.PINNED);
        }

        /** Leaf. */
        Object meet(Object mine, long nanos, Stack stack) throws InterruptedException {
            StackReserve.claimForWait(stack);
            acquire();
            Waiter other = pollFirst();
            if (other == null) {
                if (nanos <= 0) {
                    release();
                    return NOTHING;
                }
                Waiter w = begin(stack, CHECKED);
                w.item = mine;
                append(w);
                release();
                return nanos == FOR_EVER ? w.await(stack) : w.await(stack, nanos, NOTHING);
            }
            release();
            Object theirs = other.item;
            other.item = null;
            other.resume(mine);
            return theirs;
        }
    }
}
