package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.SuspendableRunnable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Owns fibers: {@link #run} does not return before all fibers started with {@link #go} have ended.
 *
 * <p><b>Failure.</b> The first exception that ends a fiber of the scope, or the body, cancels the
 * others and the body; {@code run} then throws it, with the later ones {@linkplain
 * Throwable#addSuppressed suppressed}. Cancellations that follow from it are not reported.
 *
 * <p><b>Cancellation.</b> {@link #cancel()}, a failure and a deadline are sticky: the present wait
 * of each fiber and of the body throws {@link FiberCancelledException}, and so does each one to
 * come; finally blocks run, and may wait inside {@link #shield}. A cancellation of the fiber that
 * runs the body reaches the scope's fibers. Nested deadlines are independent: an inner one that is
 * over, and caught, leaves the outer one running; an outer one that is over ends the inner body too
 * and is thrown by its own {@code run}.
 *
 * <p>On a plain thread the body is cancelled by an interrupt of the thread, which {@code run} takes
 * back. Thread-safe, but {@link #go} only until the body has ended.
 */
public final class Scope {
    private final Object owner;
    private final Scope outer;
    private final Scheduler scheduler;
    private final Set<Fiber<?>> fibers = new LinkedHashSet<>();
    private final Failures failures = new Failures();
    private volatile boolean cancelled;
    private volatile boolean expired;
    private boolean open = true;
    private boolean interrupted;
    private String name;

    private Scope(Fiber<?> fiber, Scope outer) {
        this.owner = fiber == null ? Thread.currentThread() : fiber;
        this.outer = outer;
        this.scheduler = Weft.currentScheduler();
    }

    /**
     * A body that gets its scope.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * Computes the result; may start fibers.
         *
         * @param scope the scope
         * @return the result; may be null
         * @throws Exception whatever the body throws
         */
        @Suspendable
        T run(Scope scope) throws Exception;

        /**
         * Called by woven code; woven implementations override it.
         *
         * @param scope the scope
         * @param stack the stack of the running coroutine
         * @return the result
         * @throws Exception whatever the body throws
         */
        default T run(Scope scope, Stack stack) throws Exception {
            return run(scope);
        }
    }

    /**
     * Runs a body and waits for all fibers that it starts in the scope.
     *
     * @param body gets the scope
     * @param <T> the type of the result
     * @return the body's result
     * @throws CompletionException when the first failure is a checked exception, its cause;
     *     unchecked ones and errors are thrown as they are
     * @throws FiberCancelledException when the scope was cancelled
     */
    @Suspendable
    public static <T> T run(Body<T> body) {
        StackReserve.claimMost();
        return open().runBody(Objects.requireNonNull(body, "body"));
    }

    /**
     * As {@link #run(Body)}, but cancels the scope when a time is over.
     *
     * @param timeout how long body and fibers may take
     * @param body gets the scope
     * @param <T> the type of the result
     * @return the body's result
     * @throws TimeoutException when the time was over before all had ended
     */
    @Suspendable
    public static <T> T run(Duration timeout, Body<T> body) throws TimeoutException {
        StackReserve.claimMost();
        Objects.requireNonNull(body, "body");
        Scope scope = open();
        Alarm deadline = new Alarm(scope.scheduler, scope::expire);
        deadline.start(Durations.nanos(timeout));
        try {
            return scope.runBody(body);
        } catch (FiberCancelledException e) {
            if (scope.expired && !scope.outerCancelled()) {
                TimeoutException over = new TimeoutException("not done in " + timeout);
                over.initCause(e);
                throw over;
            }
            throw e;
        } finally {
            deadline.stop();
        }
    }

    /**
     * As {@link #run(Body)}, with the promise that only the scope's own fibers wake each other: no
     * other fiber or thread sends to their channels, gives them locks, unparks them. Then it is
     * noticed, within a second or so, when all of them wait and none ever will go on.
     *
     * @param body gets the scope; to be run by a fiber
     * @param <T> the type of the result
     * @return the body's result
     * @throws dev.weft.AllAsleepException with each fiber's logical stack and what it waits for
     * @throws IllegalStateException on a plain thread
     */
    @Suspendable
    public static <T> T runClosed(Body<T> body) {
        StackReserve.claimMost();
        Objects.requireNonNull(body, "body");
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            throw new IllegalStateException("Scope.runClosed must be called by a fiber");
        }
        Scope scope = open();
        ClosedGroup group = new ClosedGroup(scope, fiber);
        group.start();
        try {
            return scope.runBody(body);
        } finally {
            group.stop();
        }
    }

    /**
     * Runs something that a cancellation does not interrupt: cleaning up that must wait.
     *
     * @param body what to do
     * @param <T> the type of the result
     * @return the body's result
     * @throws Exception whatever the body throws
     */
    @Suspendable
    public static <T> T shield(SuspendableCallable<T> body) throws Exception {
        StackReserve.claimTwice();
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            return body.call();
        }
        Scopes.raiseShield(fiber);
        try {
            return body.call();
        } finally {
            Scopes.lowerShield(fiber);
        }
    }

    /**
     * Starts a fiber that belongs to this scope.
     *
     * @param body its body
     * @return the fiber, queued; cancelled before it begins when the scope is cancelled
     * @throws IllegalStateException when the scope's body has ended
     */
    @SuppressWarnings("overloads")
    public Fiber<Void> go(SuspendableRunnable body) {
        return adopt(new Fiber<>(scheduler, Objects.requireNonNull(body, "body")));
    }

    /**
     * Starts a fiber with a result that belongs to this scope.
     *
     * @param body its body
     * @param <T> the type of the result
     * @return the fiber, queued; cancelled before it begins when the scope is cancelled
     * @throws IllegalStateException when the scope's body has ended
     */
    @SuppressWarnings("overloads")
    public <T> Fiber<T> go(SuspendableCallable<T> body) {
        return adopt(new Fiber<>(scheduler, Objects.requireNonNull(body, "body")));
    }

    /** Cancels the body and all fibers of the scope. From any thread; returns at once. */
    public void cancel() {
        StackReserve.claimTwice();
        List<Fiber<?>> all;
        synchronized (this) {
            if (cancelled || !open && fibers.isEmpty()) {
                return;
            }
            cancelled = true;
            all = new ArrayList<>(fibers);
            if (open) {
                cancelOwner();
            }
        }
        all.forEach(Fiber::cancel);
    }

    /**
     * Whether it has been cancelled, by {@link #cancel()}, a failure or its deadline.
     *
     * @return true once it has
     */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * The fibers that have not ended.
     *
     * @return a copy, oldest first
     */
    public synchronized List<Fiber<?>> fibers() {
        return new ArrayList<>(fibers);
    }

    /**
     * Names the scope, for dumps.
     *
     * @param newName the name; not null
     * @return this
     */
    public synchronized Scope named(String newName) {
        name = Objects.requireNonNull(newName, "newName");
        return this;
    }

    @Override
    public synchronized String toString() {
        return "Scope[" + (name == null ? "of " + Scopes.describe(owner) : name) + "]";
    }

    /** A fiber of this scope has ended. Counts once: its carrier and who joined it both come. */
    void ended(Fiber<?> fiber) {
        Throwable thrown = fiber.exception();
        boolean cancels;
        synchronized (this) {
            cancels = fibers.remove(fiber) && thrown != null && note(fiber, thrown);
        }
        if (cancels) {
            cancel();
        }
    }

    private boolean note(Fiber<?> fiber, Throwable thrown) {
        try {
            return record(fiber, thrown);
        } catch (OutOfMemoryError error) {
            return true;
        }
    }

    /** Fails from outside. */
    void fail(Throwable thrown) {
        synchronized (this) {
            failures.add(thrown);
        }
        cancel();
    }

    Scope outer() {
        return outer;
    }

    boolean outerCancelled() {
        for (Scope s = outer; s != null; s = s.outer) {
            if (s.cancelled) {
                return true;
            }
        }
        return owner instanceof Fiber && ((Fiber<?>) owner).isCancelled();
    }

    private static Scope open() {
        Fiber<?> fiber = Fiber.current();
        Scope scope = new Scope(fiber, fiber == null ? null : fiber.extras().inner);
        if (fiber != null) {
            fiber.extras().inner = scope;
        }
        return scope;
    }

    @Suspendable
    private <T> T runBody(Body<T> body) {
        T result = null;
        try {
            result = body.run(this);
        } catch (Throwable thrown) {
            failBody(thrown);
        }
        ScopeJoin.all(this);
        close();
        failures.raise();
        if (cancelled || outerCancelled()) {
            throw new FiberCancelledException(
                    expired ? "the scope's time is over" : "the scope was cancelled");
        }
        return result;
    }

    private void failBody(Throwable thrown) {
        boolean cancellation =
                thrown instanceof FiberCancelledException && (cancelled || outerCancelled());
        synchronized (this) {
            // a thread is cancelled by an interrupt, which its calls show in their own way
            boolean follows = cancellation || interrupted && thrown instanceof InterruptedException;
            if (!follows) {
                failures.add(thrown);
            }
        }
        cancel();
    }

    synchronized Fiber<?> first() {
        return fibers.isEmpty() ? null : fibers.iterator().next();
    }

    private void close() {
        synchronized (this) {
            open = false;
        }
        if (owner instanceof Fiber) {
            Scopes.leave((Fiber<?>) owner, this);
        } else if (interrupted) {
            Thread.interrupted();
        }
    }

    private <T> Fiber<T> adopt(Fiber<T> fiber) {
        StackReserve.claimTwice();
        fiber.extras().parent = this;
        FiberLocal.inherit(fiber);
        boolean late;
        synchronized (this) {
            if (!open) {
                throw new IllegalStateException("the body of " + this + " has ended");
            }
            fibers.add(fiber);
            late = cancelled;
        }
        if (late) {
            fiber.cancel();
        }
        scheduler.submit(fiber);
        return fiber;
    }

    private void expire() {
        expired = !cancelled;
        cancel();
    }

    /** Records a failure; false for a cancellation that need not cancel the others. */
    private boolean record(Fiber<?> fiber, Throwable thrown) {
        if (thrown instanceof FiberCancelledException && (cancelled || fiber.isCancelled())) {
            return false;
        }
        failures.add(thrown);
        return true;
    }

    private void cancelOwner() {
        if (owner instanceof Fiber) {
            ((Fiber<?>) owner).cancelScope();
        } else if (owner != Thread.currentThread()) {
            interrupted = true;
            ((Thread) owner).interrupt();
        }
    }
}
