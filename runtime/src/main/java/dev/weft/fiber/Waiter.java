package dev.weft.fiber;

import dev.weft.woven.Stack;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A fiber or plain thread in one wait, and at the same time the node that a wait queue links. Each
 * fiber and thread keeps one, so a wait allocates nothing in a steady state.
 *
 * <p><b>Protocol of a leaf</b> (see docs/design/abi.md):
 *
 * <pre>{@code
 * Waiter w = Waiter.begin(stack, this, canceller);   // from here on a wake-up is remembered
 * lock; if (can go on) { unlock; w.dismiss(); return value; } enqueue w; unlock;
 * return (T) w.await(stack);                         // last act: a fiber unwinds, a thread blocks
 * }</pre>
 *
 * <p>The waiter is published before the fiber's frames are saved, so a waker may come at once; the
 * scheduler then runs the fiber on without parking it. Exactly one of waker, canceller and timer
 * ends a wait. In an ordinary wait that is whoever takes the waiter out of its queue, under the
 * queue's lock, because {@link Canceller#withdraw} does the same. A wait in several queues (select)
 * or in a lock-free one is {@linkplain #contest contested}: there {@link #claim} decides.
 *
 * <p>A value is handed over with the wake-up; a woken side never tries again. Whoever ended the
 * wait must call one of {@code resume}, {@code resumePrim}, {@code fail}, and not touch the waiter
 * after.
 *
 * <p>Queue links and items are guarded by the lock of the queue; the rest is safe for use by any
 * thread within the protocol.
 */
public final class Waiter {
    /** Any waker that holds the queue's lock has won. */
    private static final int EXCLUSIVE = 0;

    /** {@link #claim} decides, and nobody has won. */
    private static final int OPEN = 1;

    private static final int CLAIMED = 2;

    /** A thread's wait has its outcome. */
    private static final int DELIVERED = 3;

    private static final VarHandle STATUS;

    static {
        try {
            STATUS = MethodHandles.lookup().findVarHandle(Waiter.class, "status", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Link of the queue it is in; guarded by that queue's lock. */
    public Waiter next;

    /** Link of the queue it is in; guarded by that queue's lock. */
    public Waiter previous;

    /** A value that travels with it (a sender's); guarded likewise. */
    public Object item;

    /** The number of the select case; guarded likewise. */
    public int index;

    /**
     * The {@link Fiber}, the {@link Thread}, or the {@link Waiter} that this one is a branch of.
     */
    Object owner;

    /** What is waited for; for dumps. */
    Object reason;

    Canceller canceller;

    /** The running timeout of this wait; null when it has none. */
    WaitTimeout timer;

    private volatile int status;

    Waiter(Object owner) {
        this.owner = owner;
    }

    /**
     * Starts a wait of the fiber at {@code stack}'s root or, where that can't suspend, of the
     * current thread. Neither blocks nor throws for cancellation ({@link #await} does).
     *
     * @param stack the leaf's hidden parameter
     * @param reason what is waited for; its {@code toString} is shown in dumps
     * @param canceller withdraws the waiter
     * @return the waiter to publish, or to {@link #dismiss}
     */
    public static Waiter begin(Stack stack, Object reason, Canceller canceller) {
        Stack root = stack.root();
        boolean parks = root instanceof Fiber && root.canSuspend();
        Waiter waiter = parks ? ((Fiber<?>) root).beginWait() : ThreadWaits.begin();
        waiter.prepare(reason, canceller);
        return waiter;
    }

    void prepare(Object to, Canceller by) {
        if (reason != to) { // a store into an old object costs some collectors a fence
            reason = to;
        }
        if (canceller != by) {
            canceller = by;
        }
    }

    /**
     * What is waited for.
     *
     * @return what was given to {@link #begin}; null outside of a wait
     */
    public Object reason() {
        return reason;
    }

    /**
     * Who withdraws it.
     *
     * @return what was given to {@link #begin}
     */
    public Canceller canceller() {
        return canceller;
    }

    /**
     * Who waits.
     *
     * @return the {@link Fiber} or {@link Thread}
     */
    public Object caller() {
        return main().owner;
    }

    /**
     * Makes a node for one case of a wait in several queues. {@link #attach} it before each wait.
     *
     * @param index the number that the winning case leaves in the main waiter's {@link #index}
     * @return a node that the caller keeps and reuses
     */
    public static Waiter branch(int index) {
        Waiter branch = new Waiter(null);
        branch.index = index;
        return branch;
    }

    /**
     * Makes this branch stand for a wait that has just begun and is {@linkplain #contest
     * contested}.
     *
     * @param main what {@link #begin} returned
     */
    public void attach(Waiter main) {
        owner = main;
    }

    /** Lets {@link #claim} decide who ends this wait. Before publishing. */
    public void contest() {
        STATUS.set(this, OPEN);
    }

    /**
     * Takes back a wait that was begun but not published, or has been withdrawn by its own owner.
     */
    public void dismiss() {
        if (owner instanceof Fiber) {
            ((Fiber<?>) owner).dismissWait();
        }
        reason = null;
    }

    /**
     * Tries to be the one that ends this wait. In a wait that is not contested the holder of the
     * queue's lock always succeeds.
     *
     * @return false when another has; forget this node then
     */
    public boolean claim() {
        Waiter main = main();
        int seen = main.status;
        return seen == EXCLUSIVE || seen == OPEN && STATUS.compareAndSet(main, OPEN, CLAIMED);
    }

    /**
     * Says that this waiter has just been taken out of the queue of a {@link WaitPlace}. By whoever
     * did it, with the place's lock, and about to end the wait.
     */
    public void taken() {
        Object to = owner;
        if (to instanceof Fiber && ((Fiber<?>) to).state == Parking.LOCKED) {
            ((Fiber<?>) to).state = Parking.TAKEN;
        }
    }

    /**
     * Whether somebody has claimed this wait: a hint for clearing stale nodes out of queues.
     *
     * @return true when {@link #claim} would fail
     */
    public boolean isClaimed() {
        return main().status > OPEN;
    }

    /**
     * Ends the wait with a result and makes the fiber runnable (soon, where the scheduler can) or
     * the thread go on.
     *
     * @param value what the wait returns; may be null
     */
    public void resume(Object value) {
        Waiter main = won();
        Object to = main.owner;
        if (to instanceof Fiber) {
            Fiber<?> fiber = (Fiber<?>) to;
            fiber.ref = value;
            fiber.scheduler.wake(fiber);
        } else {
            main.item = value;
            main.deliver();
        }
    }

    /**
     * Ends the wait with a primitive result.
     *
     * @param value int kinds widened, float and double as raw bits
     */
    public void resumePrim(long value) {
        Waiter main = won();
        Object to = main.owner;
        if (to instanceof Fiber) {
            Fiber<?> fiber = (Fiber<?>) to;
            fiber.prim = value;
            fiber.scheduler.wake(fiber);
        } else {
            main.item = value;
            main.deliver();
        }
    }

    /**
     * Ends the wait with an exception, which is thrown where the wait was.
     *
     * @param thrown the exception; never null; need not be declared
     */
    public void fail(Throwable thrown) {
        Waiter main = won();
        Object to = main.owner;
        if (to instanceof Fiber) {
            Fiber<?> fiber = (Fiber<?>) to;
            fiber.failure = thrown;
            fiber.scheduler.wake(fiber);
        } else {
            main.item = new ThreadWaits.Failure(thrown);
            main.deliver();
        }
    }

    /**
     * The last act of a leaf: waits for the outcome.
     *
     * @param stack the leaf's hidden parameter
     * @return for a thread the value; for a fiber null, a dummy to return at once
     */
    public Object await(Stack stack) {
        if (unwinds(stack)) {
            stack.suspend();
            return null;
        }
        return ThreadWaits.await(this, Long.MAX_VALUE, null);
    }

    /**
     * As {@link #await(Stack)} for leaves with a primitive result.
     *
     * @param stack the leaf's hidden parameter
     * @return for a thread the value; for a fiber 0, a dummy to return at once
     */
    public long awaitPrim(Stack stack) {
        if (unwinds(stack)) {
            stack.suspend();
            return 0;
        }
        Object outcome = ThreadWaits.await(this, Long.MAX_VALUE, null);
        return owner instanceof Fiber ? ((Fiber<?>) owner).prim : (Long) outcome;
    }

    /**
     * As {@link #await(Stack)}, but when nothing has come in time the canceller withdraws the
     * waiter and the wait returns {@code timeoutValue}.
     *
     * @param stack the leaf's hidden parameter
     * @param nanos how long to wait; zero or less: one turn of the scheduler
     * @param timeoutValue the result when the time is over; may be null
     * @return for a thread the value; for a fiber null, a dummy to return at once
     */
    public Object await(Stack stack, long nanos, Object timeoutValue) {
        if (owner instanceof Fiber) {
            Fiber<?> fiber = (Fiber<?>) owner;
            try {
                WaitTimeout timeout = new WaitTimeout(fiber, this, timeoutValue);
                timer = timeout;
                fiber.scheduler.timers().start(timeout, nanos);
            } catch (OutOfMemoryError error) {
                Parking.takeBack(fiber);
                throw error;
            }
            return await(stack);
        }
        return ThreadWaits.await(this, Math.max(nanos, 0), timeoutValue);
    }

    /**
     * As {@link #await(Stack, long, Object)}, but the wait throws when the time is over.
     *
     * @param stack the leaf's hidden parameter
     * @param nanos how long to wait
     * @param timeout what to throw; need not be declared
     * @return for a thread the value; for a fiber null, a dummy to return at once
     */
    public Object awaitOrFail(Stack stack, long nanos, Throwable timeout) {
        Object late;
        try {
            late = new ThreadWaits.Failure(timeout);
        } catch (OutOfMemoryError error) {
            ThreadWaits.takeBack(this);
            throw error;
        }
        return await(stack, nanos, late);
    }

    /** Makes the owner's next wait use a fresh node, because this one stays in a structure. */
    void abandon() {
        if (owner instanceof Fiber) {
            ((Fiber<?>) owner).waiter = null;
        } else {
            ThreadWaits.forget(this);
        }
    }

    void reset() {
        STATUS.set(this, EXCLUSIVE);
        timer = null;
    }

    boolean isDelivered() {
        return status == DELIVERED;
    }

    /**
     * Whether the wait is a fiber's that can be unwound here; a bound or pinned one blocks its
     * thread.
     */
    private boolean unwinds(Stack stack) {
        Stack root = stack.root();
        return owner == root && root.canSuspend();
    }

    private void deliver() {
        Thread thread = (Thread) owner;
        status = DELIVERED;
        ThreadWaits.wake(thread);
    }

    private Waiter main() {
        return owner instanceof Waiter ? (Waiter) owner : this;
    }

    private Waiter won() {
        Waiter main = this;
        if (owner instanceof Waiter) {
            main = (Waiter) owner;
            main.index = index;
        }
        main.stopTimer();
        return main;
    }

    /**
     * The wait has ended otherwise, perhaps while its owner starts the timer: one that is not
     * running is left to the owner, who drops it before it goes on.
     */
    private void stopTimer() {
        WaitTimeout timeout = timer;
        if (timeout != null && timeout.cancel()) {
            timer = null;
        }
    }

    /** The wait has ended otherwise. By its owner. */
    void dropTimer() {
        WaitTimeout timeout = timer;
        if (timeout != null) {
            timer = null;
            timeout.cancel();
        }
    }
}
