package dev.weft.sync;

import dev.weft.Suspendable;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import java.util.Objects;

/**
 * Lets a fixed number of parties wait for each other, again and again. A party that is cancelled
 * while it waits counts as not having arrived; the others go on waiting. Thread-safe.
 */
public final class Barrier extends Granting {
    private static final Runnable NOTHING = () -> {};

    private final int parties;
    private final Runnable action;
    private boolean open;

    /**
     * Makes a barrier.
     *
     * @param parties how many wait for each other; at least 1
     */
    public Barrier(int parties) {
        this(parties, NOTHING);
    }

    /**
     * Makes a barrier with an action.
     *
     * @param parties how many wait for each other; at least 1
     * @param action run by the last to arrive before the others go on; when it throws, that one
     *     gets the exception and the others go on; not null
     */
    public Barrier(int parties, Runnable action) {
        if (parties < 1) {
            throw new IllegalArgumentException("parties: " + parties);
        }
        this.parties = parties;
        this.action = Objects.requireNonNull(action, "action");
    }

    @Override
    boolean grant(int how, Object who) {
        return open;
    }

    /**
     * Waits for the other parties.
     *
     * @throws java.util.concurrent.CancellationException when cancelled or interrupted while
     *     waiting
     */
    @Suspendable
    public void await() {
        await(Stack.PINNED);
    }

    /**
     * {@link #await()} for woven code.
     *
     * @param stack the running coroutine
     */
    public void await(Stack stack) {
        acquire();
        if (waiting() < parties - 1) {
            enqueue(0, null, stack, Cancellers.UNCHECKED).await(stack);
        } else {
            trip();
        }
    }

    /** By the last to arrive, with the lock held: the others leave the queue together. */
    private void trip() {
        open = true;
        Waiter granted = takeGranted();
        open = false;
        release();
        try {
            action.run();
        } finally {
            deliverAll(granted);
        }
    }
}
