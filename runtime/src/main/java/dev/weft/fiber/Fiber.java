package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.SuspendableRunnable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import dev.weft.woven.StackTraces;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * A cheap thread of control, run by a {@link Scheduler}: started by {@link Weft#go}, ended when its
 * body returns or throws. Waiting for it, cancelling and unparking work from any fiber or thread.
 *
 * <p>A parked fiber is a plain object on the heap: this, its saved frames and a {@link Waiter}.
 * Nothing keeps it alive but what it waits for, so an unreachable one is garbage.
 *
 * <p>Thread-safe.
 *
 * @param <T> the type of the result
 */
public final class Fiber<T> extends Stack {
    /** Where a fiber is in its life. */
    public enum State {
        /** Waiting for a carrier. */
        RUNNABLE,
        /** Running on a carrier, or blocking one while pinned. */
        RUNNING,
        /** Waiting, at no cost but its memory. */
        WAITING,
        /** Ended with a result or an exception. */
        DONE
    }

    /** See {@link Parking}; volatile access by {@link Parking#STATE}. */
    byte state;

    /** See {@link Parking}. */
    volatile byte flags;

    /** What few fibers have: a priority, a class loader. See {@link Traits}. */
    byte traits;

    /** The next fiber in the run queue that this one is in. */
    Fiber<?> next;

    final Scheduler scheduler;

    /** The waiter of its own waits, kept for the next one. */
    Waiter waiter;

    /** Who waits for the end; {@link Joiners#CLOSED} after it. */
    volatile Waiter joiners;

    /** The body before the first run; null while it runs; then the result or the exception. */
    private Object body;

    private volatile Extras extras;

    Fiber(Scheduler scheduler, Object body) {
        this.scheduler = scheduler;
        this.body = body;
        if (body instanceof SuspendableRunnable) {
            Parking.FLAGS.set(this, Parking.VOID);
        }
        scheduler.tracking().add(this);
    }

    /**
     * Its priority.
     *
     * @return {@link Priority#NORMAL} unless it was set
     */
    public Priority priority() {
        return Traits.priority(this);
    }

    /**
     * Sets its priority, from the next time on that it becomes runnable.
     *
     * @param priority not null; see there for the schedulers that heed it
     * @return this
     */
    public Fiber<T> withPriority(Priority priority) {
        Traits.setPriority(this, Objects.requireNonNull(priority, "priority"));
        return this;
    }

    /**
     * Sets the class loader that {@code Thread.currentThread().getContextClassLoader()} gives in
     * this fiber, whatever thread runs it, from its next turn on. Fibers that it starts get the
     * same.
     *
     * @param loader null: the threads' own
     * @return this
     */
    public Fiber<T> withContextClassLoader(ClassLoader loader) {
        Traits.setLoader(this, loader);
        return this;
    }

    @Override
    protected void resumeAtOnce() {
        state = Parking.NOTIFIED;
    }

    /** Real time has no say in an interleaving that a seed decides. */
    @Override
    protected boolean yieldTurn() {
        if (scheduler.time() instanceof VirtualTime) {
            return false;
        }
        state = Parking.YIELDING;
        return true;
    }

    @Override
    public boolean canSuspend() {
        return !isBound();
    }

    /**
     * The fiber that the caller runs in, suspendable or pinned.
     *
     * @return null on a plain thread
     */
    public static Fiber<?> current() {
        Context context = Context.get();
        return context == null ? null : context.current;
    }

    /**
     * A number that no other fiber of this process has. Given when first asked for.
     *
     * @return a positive number
     */
    public long id() {
        return extras().id;
    }

    /**
     * The name, for dumps.
     *
     * @return the one given, else {@code fiber-} and the id
     */
    public String name() {
        Extras e = extras;
        String name = e == null ? null : e.name;
        return name == null ? "fiber-" + id() : name;
    }

    /**
     * Names this fiber.
     *
     * @param name the name, not null
     * @return this
     */
    public Fiber<T> named(String name) {
        extras().name = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Where it is in its life, now; it may be elsewhere by the time the caller looks.
     *
     * @return the state
     */
    public State state() {
        switch ((byte) Parking.STATE.getVolatile(this)) {
            case Parking.QUEUED:
            case Parking.YIELDING:
            case Parking.HELD_NOTIFIED:
            case Parking.TAKEN:
                return State.RUNNABLE;
            case Parking.PARKED:
            case Parking.LOCKED:
            case Parking.HELD:
                return State.WAITING;
            case Parking.DONE:
                return State.DONE;
            default:
                return State.RUNNING;
        }
    }

    /**
     * Whether it has ended.
     *
     * @return true when {@link #join()} would not wait
     */
    public boolean isDone() {
        return joiners == Joiners.CLOSED;
    }

    /**
     * Whether {@link #cancel()} was called. It may have ended otherwise all the same.
     *
     * @return true once it was
     */
    public boolean isCancelled() {
        return (flags & Parking.CANCEL) != 0;
    }

    /**
     * Waits for the end.
     *
     * @return the result; null for a body without one
     * @throws CompletionException when the fiber failed; its cause is what the fiber threw
     * @throws FiberCancelledException when the caller is cancelled or interrupted meanwhile
     */
    @Suspendable
    public T join() {
        return join(Stack.PINNED);
    }

    /**
     * As {@link #join()}, called by woven code.
     *
     * @param stack the stack of the running coroutine
     * @return the result
     */
    @SuppressWarnings("unchecked")
    public T join(Stack stack) {
        return isDone() ? outcome() : (T) Joiners.await(this, stack);
    }

    /** As {@link #join()}, for a scope, which has claimed the stack for this. */
    @Suspendable
    T joinWithin() {
        return joinWithin(Stack.PINNED);
    }

    @SuppressWarnings("unchecked")
    T joinWithin(Stack stack) {
        return isDone() ? outcome() : (T) Joiners.awaitWithin(this, stack);
    }

    /**
     * Waits for the end, but not for ever.
     *
     * @param timeout how long at most
     * @return the result
     * @throws TimeoutException when it has not ended in time; it goes on
     */
    @Suspendable
    public T join(Duration timeout) throws TimeoutException {
        return join(timeout, Stack.PINNED);
    }

    /**
     * As {@link #join(Duration)}, called by woven code.
     *
     * @param timeout how long at most
     * @param stack the stack of the running coroutine
     * @return the result
     * @throws TimeoutException when it has not ended in time
     */
    @SuppressWarnings("unchecked")
    public T join(Duration timeout, Stack stack) throws TimeoutException {
        return isDone() ? outcome() : (T) Joiners.await(this, stack, Durations.nanos(timeout));
    }

    /**
     * The result of a fiber that has ended.
     *
     * @return the result
     * @throws IllegalStateException when it has not ended
     * @throws CompletionException when it failed
     */
    public T result() {
        requireDone();
        return outcome();
    }

    /**
     * The exception that ended it.
     *
     * @return null when it returned
     * @throws IllegalStateException when it has not ended
     */
    public Throwable exception() {
        requireDone();
        if (!failed()) {
            return null;
        }
        seen();
        return (Throwable) body;
    }

    /**
     * Cancels: each wait of this fiber, the present one and all to come, throws {@link
     * FiberCancelledException} (or what the waiting call declares); one that has not begun never
     * runs. Does nothing after the end. Returns at once; join to wait for it.
     */
    public void cancel() {
        StackReserve.claim();
        Parking.setFlag(this, Parking.CANCEL);
        poke();
    }

    /**
     * Ends one wait, the present or the next one, with the exception that it throws for interrupts.
     */
    public void interrupt() {
        StackReserve.claim();
        Parking.setFlag(this, Parking.INTERRUPT);
        poke();
    }

    /** Lets the present or the next {@link Weft#park()} of this fiber return. Not counted. */
    public void unpark() {
        StackReserve.claim();
        Parking.setFlag(this, Parking.PERMIT);
        poke();
    }

    /**
     * What it waits for.
     *
     * @return the channel, fiber, lock …; null when it doesn't wait; a hint when not its own
     */
    public Object waitsFor() {
        Waiter w = currentWait();
        return w == null ? null : w.reason;
    }

    /** The wait that keeps it from going on; null without one. A hint, from any thread. */
    Waiter currentWait() {
        Extras e = extras;
        Waiter pinned = e == null ? null : e.pinned;
        return pinned != null ? pinned : state() == State.WAITING ? waiter : null;
    }

    /**
     * The logical stack while it waits.
     *
     * @return innermost first; empty when it runs or has not begun
     */
    public List<StackTraceElement> stackTrace() {
        return state() == State.WAITING ? trace() : List.of();
    }

    /**
     * The fiber as a future, completed at its end. Cancelling the future cancels the fiber.
     *
     * @return a new future
     */
    public CompletableFuture<T> toCompletableFuture() {
        return Futures.of(this);
    }

    @Override
    public String toString() {
        return "Fiber[" + name() + ", " + state() + "]";
    }

    /** Runs until it ends (true) or suspends (false). Called by a carrier that owns it. */
    boolean step() {
        Object b = body;
        if (b != null) {
            return begin(b);
        }
        if (failure != null) {
            StackTraces.arrive(failure, this);
        }
        return proceed();
    }

    /** Settles the outcome and wakes who waits for it. After the last step. */
    void finish() {
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            Parking.setFlag(this, Parking.FAILED);
            body = thrown;
        } else {
            body = (flags & Parking.VOID) == 0 ? ref : null;
        }
        ref = null;
        waiter = null;
        state = Parking.DONE;
        if (thrown != null) {
            noteFailure(thrown);
        }
        boolean joined = Joiners.close(this);
        Extras e = extras;
        if (e != null) {
            e.ended(this);
            if (joined || e.isWatched()) {
                seen();
            }
        }
    }

    private void noteFailure(Throwable thrown) {
        try {
            Uncaught.failed(this, thrown);
        } catch (Error untold) {
            // no memory, or none when a class was to be initialised; whoever joins it still sees it
        }
    }

    /**
     * What no body can catch has gone wrong between two of its frames: ends it, as a failure, so
     * that nobody waits for it for ever.
     */
    void breakOff(Throwable thrown) {
        withdrawWait();
        dropFrames();
        failure = thrown;
    }

    @Override
    protected void withdrawWait() {
        Parking.takeBack(this);
    }

    /** Cancels what the fiber does in a scope's body; the scope takes it back when it is left. */
    void cancelScope() {
        Parking.setFlag(this, Parking.SCOPED);
        poke();
    }

    Waiter beginWait() {
        Waiter w = lateWaiter();
        state = Parking.PARKING;
        return w;
    }

    /**
     * Drops the timer of the wait that has ended, should its waker have come before the timer was
     * started: else that would stay until its time is over. By who runs the fiber.
     */
    void dropTimer() {
        Waiter w = waiter;
        if (w != null && w.timer != null) {
            w.dropTimer();
        }
    }

    /** The waiter of a wait that others can't see yet. */
    Waiter lateWaiter() {
        Waiter w = waiter;
        if (w == null) {
            w = new Waiter(this);
            waiter = w;
        } else {
            w.reset();
        }
        if (Tracking.WAITS) {
            extras().waitBegins(scheduler);
        }
        return w;
    }

    void dismissWait() {
        state = Parking.RUNNING;
    }

    Extras extras() {
        Extras e = extras;
        if (e == null) {
            synchronized (this) {
                e = extras;
                if (e == null) {
                    e = new Extras();
                    extras = e;
                }
            }
        }
        return e;
    }

    /**
     * Whether it holds a lock that belongs to its thread, and so must block there rather than
     * suspend.
     */
    boolean isBound() {
        Extras e = extras;
        return e != null && e.bound != 0;
    }

    Extras extrasOrNull() {
        return extras;
    }

    boolean failed() {
        return (flags & Parking.FAILED) != 0;
    }

    /** The outcome of a fiber that is done: returned, or thrown as the cause. */
    @SuppressWarnings("unchecked")
    T outcome() {
        if (failed()) {
            seen();
            throw new CompletionException(name() + " failed", (Throwable) body);
        }
        return (T) body;
    }

    /** Somebody looks at the exception. */
    private void seen() {
        Extras e = extras;
        Uncaught unseen = e == null ? null : e.unseen;
        if (unseen != null) {
            unseen.seen();
        }
    }

    Object rawOutcome() {
        return body;
    }

    private boolean begin(Object b) {
        body = null;
        Object result = null;
        try {
            if ((flags & Parking.CANCEL) != 0) {
                throw new FiberCancelledException("cancelled before it began");
            }
            if (b instanceof SuspendableRunnable) {
                ((SuspendableRunnable) b).run(this);
            } else {
                result = ((SuspendableCallable<?>) b).call(this);
            }
        } catch (Throwable thrown) {
            breakOff(thrown);
            return true;
        }
        if (suspending) {
            settle(null);
            return false;
        }
        ref = result; // not before: a waker may have put the leaf's result there already
        return true;
    }

    private void poke() {
        scheduler.poke(this);
        Extras e = extras;
        Waiter blocked = e == null ? null : e.pinned;
        if (blocked != null) {
            ThreadWaits.wake((Thread) blocked.owner);
        }
        if (e != null && Parking.isInterrupting(flags)) {
            e.interruptBlocked();
        }
    }

    private void requireDone() {
        if (!isDone()) {
            throw new IllegalStateException(this + " has not ended");
        }
    }
}
