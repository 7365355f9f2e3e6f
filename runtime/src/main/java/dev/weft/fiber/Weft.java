package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.SuspendableRunnable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The entry points: run a program of fibers, start fibers, sleep, yield, park. All may be called
 * from fibers and from plain threads; there they block the thread.
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
        run(
                () -> {
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
        FiberThreadLocals.inherit(fiber);
        fiber.named("main");
        scheduler.runMain(fiber);
        Throwable thrown = fiber.exception();
        if (thrown instanceof RuntimeException || thrown instanceof Error) {
            throw Sneaky.raise(thrown);
        }
        return fiber.outcome();
    }

    /**
     * Runs a main fiber without a result on a scheduler.
     *
     * @param scheduler where to run
     * @param main its body; not null
     * @see #run(Scheduler, SuspendableCallable)
     */
    public static void run(Scheduler scheduler, SuspendableRunnable main) {
        Objects.requireNonNull(main, "main");
        run(
                scheduler,
                () -> {
                    main.run();
                    return null;
                });
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
     * Starts a fiber with a result on the caller's scheduler; from a plain thread on the shared
     * one.
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
        sleepNanos(
                millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE - 1 : millis * 1_000_000,
                stack);
    }

    /**
     * Makes a call that blocks its thread in a way unknown to Weft: a driver's native method, a
     * foreign lock. The other fibers of the scheduler go on meanwhile; see {@link Blocking}. On a
     * plain thread just makes the call.
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
            StackReserve.claim();
            HandOff.yield(Fiber.current());
        }
    }

    /**
     * Waits until {@link Fiber#unpark()} of the current fiber; returns at once when that came
     * before. On a plain thread as {@link java.util.concurrent.locks.LockSupport#park()}.
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

    /**
     * Waits until a stage has completed.
     *
     * @param stage what to wait for; a cancelled wait leaves it alone
     * @param <T> the type of the result
     * @return its result
     * @throws CompletionException when it failed, with its cause; {@code CancellationException} as
     *     is
     * @throws FiberCancelledException when cancelled or interrupted
     */
    @Suspendable
    public static <T> T await(CompletionStage<T> stage) {
        return Futures.await(stage, Stack.PINNED);
    }

    /**
     * As {@link #await(CompletionStage)}, called by woven code.
     *
     * @param stage what to wait for
     * @param stack the stack of the running coroutine
     * @param <T> the type of the result
     * @return its result
     */
    public static <T> T await(CompletionStage<T> stage, Stack stack) {
        return Futures.await(stage, stack);
    }

    /**
     * Waits until somebody calls back.
     *
     * @param start is given the callback and hands it on; runs in the caller and must not wait.
     *     What it throws is thrown, unless the callback has been called already
     * @param <T> the type of the result
     * @return what the callback was resumed with
     * @throws FiberCancelledException when cancelled or interrupted
     */
    @Suspendable
    public static <T> T suspend(Consumer<? super Callback<T>> start) {
        return suspend(start, Stack.PINNED);
    }

    /**
     * As {@link #suspend(Consumer)}, called by woven code.
     *
     * @param start is given the callback
     * @param stack the stack of the running coroutine
     * @param <T> the type of the result
     * @return what the callback was resumed with
     */
    public static <T> T suspend(Consumer<? super Callback<T>> start, Stack stack) {
        return Callback.await(stack, null, Long.MAX_VALUE, start);
    }

    /**
     * Sets who gets the exceptions of fibers that fail outside of scopes and that nobody joins or
     * asks: called when such a fiber has become garbage, or at the JVM's shutdown. Cancelled is not
     * failed.
     *
     * @param handler from now on; {@link UncaughtHandler#PRINT} at first
     */
    public static void onUncaught(UncaughtHandler handler) {
        Uncaught.setHandler(Objects.requireNonNull(handler, "handler"));
    }

    /**
     * Tracks fibers started from now on, so that {@link #dump()} finds them: some 36 bytes for
     * each. Those of single-threaded and deterministic schedulers always are. Also {@code
     * -Dweft.track=true}.
     *
     * @param on whether to track
     */
    public static void track(boolean on) {
        Tracking.all = on;
    }

    /**
     * Whether fibers are tracked.
     *
     * @return what {@link #track} was given last
     */
    public static boolean isTracking() {
        return Tracking.all;
    }

    /**
     * All tracked fibers that have not ended, with what they wait for and their logical stacks.
     *
     * @return text of several lines
     */
    public static String dump() {
        return Dumps.ofAll(fibers());
    }

    /**
     * As {@link #dump()}, for programs.
     *
     * @return a JSON array with an object for each fiber
     */
    public static String dumpJson() {
        return Dumps.json(fibers());
    }

    /**
     * As {@link #dump()}, as data.
     *
     * @return those of one scheduler oldest first
     */
    public static List<FiberInfo> fibers() {
        return Dumps.of(Tracking.everywhere());
    }

    private static <T> Fiber<T> start(Scheduler scheduler, Object body) {
        StackReserve.claim();
        Fiber<T> fiber = new Fiber<>(scheduler, body);
        FiberLocal.inherit(fiber);
        scheduler.submit(fiber);
        return fiber;
    }

    private static void sleepNanos(long nanos, Stack stack) {
        StackReserve.claimForWait(stack);
        Waiter.begin(stack, Parks.SLEEP, ThreadWaits.SLEEP).await(stack, nanos, null);
    }
}
