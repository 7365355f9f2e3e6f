package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.SuspendableRunnable;
import dev.weft.woven.Stack;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/**
 * The entry points: run a program of fibers, start fibers, sleep, yield, park. All may be called from
 * fibers and from plain threads; there they block the thread.
 */
public final class Weft {
    private Weft() {}

    /**
     * Runs {@code main} as a fiber on the shared scheduler; the calling thread waits for it.
     *
     * @param main the body of the main fiber
     * @param <T> the type of the result
     * @return its result
     * @throws CompletionException when it throws a checked exception, its cause; unchecked ones and
     *     errors are thrown as they are
     */
    public static <T> T run(SuspendableCallable<T> main) {
        return run(Scheduler.shared(), main);
    }

    /**
     * Runs a main fiber without a result.
     *
     * @param main its body; not null
     * @see #run(SuspendableCallable)
     */
    public static void run(SuspendableRunnable main) {
        run(() -> {
            main.run();
            return null;
        });
    }

    /**
     * Runs {@code main} as a fiber on a scheduler; the calling thread waits for it or, where the
     * scheduler has no threads of its own, runs it and the other fibers.
     *
     * @param scheduler where to run
     * @param main the body of the main fiber
     * @param <T> the type of the result
     * @return its result
     * @throws CompletionException when it throws a checked exception, its cause; unchecked ones and
     *     errors are thrown as they are
     * @throws dev.weft.AllAsleepException when all fibers of a closed world wait
     */
    public static <T> T run(Scheduler scheduler, SuspendableCallable<T> main) {
        Fiber<T> fiber = new Fiber<>(scheduler, Objects.requireNonNull(main, "main"));
        fiber.named("main");
        scheduler.runMain(fiber);
        Throwable thrown = fiber.exception();
        if (thrown instanceof RuntimeException || thrown instanceof Error) {
            throw Sneaky.raise(thrown);
        }
        return fiber.outcome();
    }

    /**
     * Starts a fiber on the caller's scheduler; from a plain thread on the shared one.
     *
     * @param body its body
     * @return the fiber, queued
     */
    @SuppressWarnings("overloads")
    public static Fiber<Void> go(SuspendableRunnable body) {
        return start(currentScheduler(), Objects.requireNonNull(body, "body"));
    }

    /**
     * Starts a fiber with a result on the caller's scheduler; from a plain thread on the shared one.
     *
     * @param body its body
     * @param <T> the type of the result
     * @return the fiber, queued
     */
    @SuppressWarnings("overloads")
    public static <T> Fiber<T> go(SuspendableCallable<T> body) {
        return start(currentScheduler(), Objects.requireNonNull(body, "body"));
    }

    /**
     * Starts a fiber on a given scheduler.
     *
     * @param scheduler where to run it
     * @param body its body
     * @return the fiber, queued
     */
    @SuppressWarnings("overloads")
    public static Fiber<Void> go(Scheduler scheduler, SuspendableRunnable body) {
        return start(scheduler, Objects.requireNonNull(body, "body"));
    }

    /**
     * Starts a fiber with a result on a given scheduler.
     *
     * @param scheduler where to run it
     * @param body its body
     * @param <T> the type of the result
     * @return the fiber, queued
     */
    @SuppressWarnings("overloads")
    public static <T> Fiber<T> go(Scheduler scheduler, SuspendableCallable<T> body) {
        return start(scheduler, Objects.requireNonNull(body, "body"));
    }

    /**
     * Waits.
     *
     * @param duration how long; zero or less: one turn
     * @throws FiberCancelledException when cancelled or interrupted
     */
    @Suspendable
    public static void sleep(Duration duration) {
        sleepNanos(Durations.nanos(duration), Stack.PINNED);
    }

    /**
     * As {@link #sleep(Duration)}, called by woven code.
     *
     * @param duration how long
     * @param stack the stack of the running coroutine
     */
    public static void sleep(Duration duration, Stack stack) {
        sleepNanos(Durations.nanos(duration), stack);
    }

    /**
     * Waits.
     *
     * @param millis how long, in milliseconds; zero or less: one turn
     * @throws FiberCancelledException when cancelled or interrupted
     */
    @Suspendable
    public static void sleep(long millis) {
        sleep(millis, Stack.PINNED);
    }

    /**
     * As {@link #sleep(long)}, called by woven code.
     *
     * @param millis how long, in milliseconds
     * @param stack the stack of the running coroutine
     */
    public static void sleep(long millis, Stack stack) {
        sleepNanos(millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE - 1 : millis * 1_000_000, stack);
    }

    /**
     * Makes a call that blocks its thread in a way unknown to Weft: a driver's native method, a foreign
     * lock. The other fibers of the scheduler go on meanwhile; see {@link Blocking}. On a plain thread
     * just makes the call.
     *
     * @param call makes the blocking call; nothing in it suspends
     * @param <T> the type of the result
     * @return the call's result; may be null
     * @throws Exception whatever the call throws
     */
    @Suspendable
    public static <T> T blocking(SuspendableCallable<T> call) throws Exception {
        return Blocking.call(call::call, Stack.PINNED);
    }

    /**
     * As {@link #blocking(SuspendableCallable)}, called by woven code.
     *
     * @param call makes the blocking call
     * @param stack the stack of the running coroutine
     * @param <T> the type of the result
     * @return the call's result; may be null
     * @throws Exception whatever the call throws
     */
    public static <T> T blocking(SuspendableCallable<T> call, Stack stack) throws Exception {
        return Blocking.call(call::call, stack);
    }

    /** Gives up the turn: other runnable fibers of the scheduler run first. */
    @Suspendable
    public static void yield() {
        Weft.yield(Stack.PINNED);
    }

    /**
     * As {@link #yield()}, called by woven code.
     *
     * @param stack the stack of the running coroutine
     */
    public static void yield(Stack stack) {
        Stack root = stack.root();
        if (root instanceof Fiber && root.canSuspend()) {
            ((Fiber<?>) root).state = Parking.YIELDING;
            stack.suspend();
        } else {
            HandOff.yield(Fiber.current());
        }
    }

    /**
     * Waits until {@link Fiber#unpark()} of the current fiber; returns at once when that came before.
     * On a plain thread as {@link java.util.concurrent.locks.LockSupport#park()}.
     *
     * @throws FiberCancelledException when cancelled or interrupted
     */
    @Suspendable
    public static void park() {
        Parks.park(Stack.PINNED, Long.MAX_VALUE);
    }

    /**
     * As {@link #park()}, called by woven code.
     *
     * @param stack the stack of the running coroutine
     */
    public static void park(Stack stack) {
        Parks.park(stack, Long.MAX_VALUE);
    }

    /**
     * As {@link #park()}, but not for longer than a time.
     *
     * @param nanos how long at most, in nanoseconds
     * @throws FiberCancelledException when cancelled or interrupted
     */
    @Suspendable
    public static void parkNanos(long nanos) {
        Parks.park(Stack.PINNED, nanos);
    }

    /**
     * As {@link #parkNanos(long)}, called by woven code.
     *
     * @param nanos how long at most, in nanoseconds
     * @param stack the stack of the running coroutine
     */
    public static void parkNanos(long nanos, Stack stack) {
        Parks.park(stack, nanos);
    }

    /**
     * The scheduler that {@link #go} would use here.
     *
     * @return the current fiber's, else the shared one
     */
    public static Scheduler currentScheduler() {
        Context context = Context.get();
        return context == null ? Scheduler.shared() : context.scheduler;
    }

    private static <T> Fiber<T> start(Scheduler scheduler, Object body) {
        Fiber<T> fiber = new Fiber<>(scheduler, body);
        scheduler.submit(fiber);
        return fiber;
    }

    private static void sleepNanos(long nanos, Stack stack) {
        Waiter.begin(stack, Parks.SLEEP, ThreadWaits.SLEEP).await(stack, nanos, null);
    }
}
