package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.function.UnaryOperator;

/**
 * Calls that block a thread, made so that the other fibers go on.
 *
 * <p>On a scheduler with threads to spare the call runs in place: the thread gives its carrier away
 * before it and asks for one again after it, so nothing changes hands but the queue, and what
 * belongs to the thread (locks, thread locals) is right. On one without (a single thread, an
 * executor) it runs on a helper thread while the fiber waits. A {@linkplain #bind() bound} or
 * pinned fiber there makes the call itself, and another thread stands in for the scheduler's.
 *
 * <p>A cancellation or interrupt of the fiber interrupts the blocked thread; what the call then
 * does is up to the call. If it throws InterruptedException because of a cancellation, the caller
 * sees {@link FiberCancelledException}. On plain threads nothing is changed.
 */
public final class Blocking {
    private static volatile UnaryOperator<Call<?>> observer;

    private Blocking() {}

    /**
     * A call that blocks. Not suspendable on purpose: a stand-in inside must not suspend.
     *
     * @param <T> the type of its result
     */
    @FunctionalInterface
    public interface Call<T> {
        /**
         * Makes the call.
         *
         * @return its result
         * @throws Exception whatever it throws
         */
        T call() throws Exception;
    }

    /**
     * Makes a call that may block for long.
     *
     * @param call what to do; runs on another thread where this scheduler has just one
     * @param <T> the type of the result
     * @return its result
     * @throws Exception what it throws
     */
    @Suspendable
    public static <T> T call(Call<T> call) throws Exception {
        return call(call, Stack.PINNED);
    }

    /**
     * As {@link #call(Call)}, called by woven code.
     *
     * @param call what to do
     * @param stack the stack of the running coroutine
     * @param <T> the type of the result
     * @return its result
     * @throws Exception what it throws
     */
    @SuppressWarnings("unchecked")
    public static <T> T call(Call<T> call, Stack stack) throws Exception {
        Stack root = stack.root();
        boolean elsewhere =
                root instanceof Fiber
                        && root.canSuspend()
                        && !((Fiber<?>) root).scheduler.handsOff();
        if (!elsewhere) {
            return inPlace(call);
        }
        HelpedCall task = new HelpedCall((Fiber<?>) root, watched(call));
        return task.begin(stack, call) ? (T) task.await(stack) : inPlace(call);
    }

    /** A call that blocks and has a primitive result. */
    @FunctionalInterface
    public interface LongCall {
        /**
         * Makes the call.
         *
         * @return its result, int kinds widened
         * @throws Exception whatever it throws
         */
        long call() throws Exception;
    }

    /**
     * As {@link #call(Call, Stack)} for leaves with a primitive result.
     *
     * @param call what to do
     * @param stack the stack of the running coroutine
     * @return its result
     * @throws Exception what it throws
     */
    public static long callLong(LongCall call, Stack stack) throws Exception {
        Stack root = stack.root();
        boolean inPlace =
                !(root instanceof Fiber)
                        || !root.canSuspend()
                        || ((Fiber<?>) root).scheduler.handsOff();
        if (inPlace) {
            return inPlace(call::call);
        }
        Object done = call(() -> new HelpedCall.Prim(call.call()), stack);
        return done == null
                ? 0
                : ((HelpedCall.Prim) done).value; // the helpers' number has its limit
    }

    /**
     * As {@link #call(Call)}, for calls that many fibers may wait in at one object at once: one
     * thread makes them all, in the order of asking.
     *
     * @param object what is waited for, by identity
     * @param way the calls that may stand in one queue: each makes room for the next
     * @param call what to do
     * @param nanos how long at most; {@link Long#MAX_VALUE}: as long as the call takes
     * @param late the result after that
     * @param <T> the type of the result
     * @return its result
     * @throws Exception what it throws
     */
    @Suspendable
    public static <T> T shared(Object object, String way, Call<T> call, long nanos, T late)
            throws Exception {
        return shared(object, way, call, nanos, late, Stack.PINNED);
    }

    /**
     * As {@link #shared(Object, String, Call, long, Object)}, called by woven code.
     *
     * @param object what is waited for
     * @param way the calls that may stand in one queue
     * @param call what to do; on threads and for pinned fibers it has to end in time by itself
     * @param nanos how long at most
     * @param late the result after that
     * @param stack the stack of the running coroutine
     * @param <T> the type of the result
     * @return its result
     * @throws Exception what it throws
     */
    @SuppressWarnings("unchecked")
    public static <T> T shared(
            Object object, String way, Call<T> call, long nanos, T late, Stack stack)
            throws Exception {
        Stack root = stack.root();
        if (nanos <= 0) {
            return call.call();
        }
        if (!(root instanceof Fiber) || !root.canSuspend()) {
            return inPlace(call);
        }
        Attendant.Request request = new Attendant.Request((Fiber<?>) root, call, nanos, late);
        return (T) Attendant.await(new Attendant.Key(object, way), request, stack, nanos);
    }

    /**
     * Makes a call that must run on the calling thread.
     *
     * @param call what to do
     * @param <T> the type of the result
     * @return its result
     * @throws Exception what it throws
     */
    public static <T> T inPlace(Call<T> call) throws Exception {
        StackReserve.claim();
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            return call.call();
        }
        Call<T> watched = watched(call);
        Extras extras = fiber.extras();
        HandOff.enter(fiber);
        extras.blocks(Thread.currentThread());
        boolean taken = false;
        try {
            if (Parking.isInterrupting(fiber.flags)) {
                extras.interruptBlocked();
            }
            return watched.call();
        } catch (InterruptedException e) {
            taken = true;
            throw Sneaky.raise(HelpedCall.translate(fiber, e));
        } finally {
            if (extras.unblocks() && !taken) {
                Thread.interrupted(); // the fiber's interrupt stays for its next wait, and not on
                // the thread
            }
            HandOff.exit(fiber);
        }
    }

    /**
     * Sets who looks at each call of a fiber's that holds a thread: is given the call, on the
     * fiber's stack, and returns what is called in its place, which must call it and return its
     * result.
     *
     * @param observer null for nobody
     */
    public static void observe(UnaryOperator<Call<?>> observer) {
        Blocking.observer = observer;
    }

    @SuppressWarnings("unchecked")
    private static <T> Call<T> watched(Call<T> call) {
        UnaryOperator<Call<?>> watch = observer;
        return watch == null ? call : (Call<T>) watch.apply(call);
    }

    /**
     * Binds the current fiber to its thread until {@link #unbind()}, as often: it has taken
     * something that belongs to the thread, and must give it back there. Its waits block the thread
     * meanwhile.
     */
    public static void bind() {
        Fiber<?> fiber = Fiber.current();
        if (fiber != null) {
            fiber.extras().bound++;
        }
    }

    /** Ends one {@link #bind()}; does nothing where there was none. */
    public static void unbind() {
        Fiber<?> fiber = Fiber.current();
        if (fiber != null && fiber.isBound()) {
            fiber.extras().bound--;
        }
    }

    /**
     * Whether a fiber has been interrupted and no wait has taken that yet.
     *
     * @param fiber the fiber
     * @return true between {@link Fiber#interrupt()} and the wait that it ends
     */
    public static boolean isInterrupted(Fiber<?> fiber) {
        return (fiber.flags & Parking.INTERRUPT) != 0;
    }

    /**
     * Takes a fiber's interrupt, as {@link Thread#interrupted()} does.
     *
     * @param fiber the fiber
     * @return whether there was one
     */
    public static boolean takeInterrupt(Fiber<?> fiber) {
        return Parking.clearFlag(fiber, Parking.INTERRUPT);
    }

    /**
     * Says that somebody outside (a thread of the JDK's own) will end a wait of a fiber, which is
     * thus not asleep for ever. Followed by one {@link #arrived}.
     *
     * @param fiber the fiber
     */
    public static void expect(Fiber<?> fiber) {
        fiber.scheduler.expects(1);
    }

    /**
     * The wait has ended, and the fiber been woken.
     *
     * @param fiber the fiber
     */
    public static void arrived(Fiber<?> fiber) {
        fiber.scheduler.expects(-1);
    }
}
