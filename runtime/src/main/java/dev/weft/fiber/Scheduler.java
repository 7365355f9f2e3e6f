package dev.weft.fiber;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides on which thread and in which order fibers run. Each fiber belongs to one for its life;
 * {@link Weft#go} uses the caller's, and on plain threads the {@linkplain #shared() shared} one.
 *
 * <p>The kinds: {@link #shared()} and {@link #workStealing} use all or some cores; {@link
 * #singleThreaded()} runs everything on the thread that called {@link Weft#run}; {@link #on} runs
 * on any executor; {@link #deterministic} repeats one interleaving for each seed, in virtual time.
 *
 * <p>Thread-safe.
 */
public abstract class Scheduler {
    private final Timers timers;
    private final TimeSource time;
    private final Tracking tracking;

    /** Whether it parks by {@link Parking#park}, which knows of {@link WaitPlace}. */
    final boolean queuesLate;

    /** For the kinds in this package. */
    Scheduler(TimeSource time) {
        Prepared.ensure();
        this.time = time;
        this.tracking = new Tracking(this instanceof ConfinedScheduler);
        this.queuesLate = !(this instanceof ConfinedScheduler);
        this.timers = new Timers(time, this::timersChanged);
    }

    /**
     * The default scheduler: work-stealing, one carrier a core, daemon threads started when needed.
     *
     * @return the same one always
     */
    public static Scheduler shared() {
        return Shared.SCHEDULER;
    }

    /**
     * Makes a work-stealing scheduler of its own.
     *
     * @param carriers how many threads run fibers at a time, at least 1
     * @return a scheduler whose daemon threads end when they have been idle for a while
     */
    public static Scheduler workStealing(int carriers) {
        if (carriers < 1) {
            throw new IllegalArgumentException("carriers must be at least 1: " + carriers);
        }
        return new StealingScheduler(carriers, TimeSource.SYSTEM);
    }

    /**
     * Makes a scheduler that runs all its fibers in turn, first come first served, on the thread
     * that calls {@link Weft#run(Scheduler, dev.weft.SuspendableCallable)}, until that call's fiber
     * ends.
     *
     * @return a scheduler without threads
     */
    public static Scheduler singleThreaded() {
        return new ConfinedScheduler(TimeSource.SYSTEM, new FirstInFirstOut());
    }

    /**
     * Makes a single-threaded scheduler that picks the next fiber at random and whose time jumps to
     * the next timer when all fibers wait. The same seed gives the same interleaving, as long as no
     * other thread takes part.
     *
     * @param seed chooses the interleaving
     * @return a scheduler without threads
     */
    public static Scheduler deterministic(long seed) {
        return new ConfinedScheduler(new VirtualTime(), new RandomOrder(seed));
    }

    /**
     * Makes a scheduler that runs each turn of a fiber as one task of an executor: an event loop, a
     * pool, {@code Runnable::run} of a game's frame queue.
     *
     * @param executor runs tasks, later or at once; should not reject them
     * @return a scheduler
     */
    public static Scheduler on(Executor executor) {
        return new ExecutorScheduler(executor, TimeSource.SYSTEM);
    }

    /**
     * The clock that sleeps and timeouts of this scheduler's fibers go by.
     *
     * @return a monotonic clock; virtual on a deterministic scheduler
     */
    public final TimeSource time() {
        return time;
    }

    /**
     * A number for choices that should look random.
     *
     * @return on a deterministic scheduler it follows from the seed
     */
    public int nextRandom() {
        return ThreadLocalRandom.current().nextInt();
    }

    /** Whether the caller is the one thread that runs this scheduler's fibers now. */
    boolean runsHere() {
        return false;
    }

    /** Queues a new fiber behind the others. From any thread. */
    abstract void submit(Fiber<?> fiber);

    /** Queues a woken fiber, to run soon. From any thread. */
    abstract void next(Fiber<?> fiber);

    /** Queues a fiber that gave up its turn. From the thread that ran it. */
    abstract void yielded(Fiber<?> fiber);

    /** The earliest deadline has changed; from any thread. */
    abstract void timersChanged();

    /** Runs a main fiber from the calling thread until it is done. */
    abstract void runMain(Fiber<?> main);

    final Timers timers() {
        return timers;
    }

    final Tracking tracking() {
        return tracking;
    }

    /** The logical stack of a fiber if it is parked; empty when it isn't. From any thread. */
    List<StackTraceElement> traceOf(Fiber<?> fiber) {
        if (!Parking.hold(fiber)) {
            return List.of();
        }
        try {
            return fiber.trace();
        } finally {
            Parking.release(fiber);
        }
    }

    /** The second phase of parking; false when the fiber must go on. */
    boolean park(Fiber<?> fiber) {
        return Parking.park(fiber);
    }

    /** Makes a waiting fiber whose outcome is in its registers go on. From any thread. */
    void wake(Fiber<?> fiber) {
        if (Parking.wake(fiber)) {
            next(fiber);
        }
    }

    /** Looks at wake-ups that others have left for the calling thread. */
    void receiveWakes() {}

    /** Has a fiber's flags looked at, one of which the caller has just set. From any thread. */
    void poke(Fiber<?> fiber) {
        Parking.attend(fiber);
    }

    /** The calling thread, which runs {@code fiber}, is about to block in it. */
    void beforeBlock(Fiber<?> fiber) {}

    /** Whether {@link #beforeBlock} lets the other fibers go on meanwhile. */
    boolean handsOff() {
        return false;
    }

    /** It blocks no longer. */
    void afterBlock(Fiber<?> fiber) {}

    /**
     * A fiber waits for a blocking call on a thread that is not the scheduler's. From any thread.
     */
    void callBegins() {}

    /** Such a call has ended, and its fiber been woken. From any thread. */
    void callEnds() {}

    /**
     * One more (1) or fewer (-1) fiber waits for what another fiber or somebody outside may bring.
     * From any thread.
     */
    void expects(int change) {}

    /**
     * Whether a fiber that can't be unwound waits as others do, its thread blocked in {@link
     * #awaitPinned}.
     */
    boolean waitsPinnedAsFiber() {
        return false;
    }

    /** Blocks the calling thread, which runs {@code fiber}, until the fiber's wait has ended. */
    Object awaitPinned(Fiber<?> fiber, Waiter waiter) {
        throw new UnsupportedOperationException();
    }

    /** Gives up the turn of a fiber that can't be unwound. */
    void yieldPinned(Fiber<?> fiber) {
        Thread.yield();
    }

    /** Runs a fiber until it parks, yields or ends. By the thread of {@code context}. */
    final void runTurn(Fiber<?> fiber, Context context) {
        context.current = fiber;
        ClassLoader own = fiber.traits == 0 ? null : Traits.mount(fiber);
        fiber.state = Parking.RUNNING;
        fiber.dropTimer();
        boolean done;
        while (!(done = step(fiber))) {
            if (fiber.state == Parking.YIELDING) {
                fiber.state = Parking.QUEUED;
                yielded(fiber);
                break;
            }
            if (park(fiber)) {
                break;
            }
            goOn(fiber);
        }
        context.current = null;
        if (own != null) {
            Traits.unmount(own);
        }
        if (done) {
            fiber.finish();
        }
    }

    private static boolean step(Fiber<?> fiber) {
        try {
            return fiber.step();
        } catch (Throwable thrown) {
            fiber.breakOff(thrown);
            return true;
        }
    }

    private static void goOn(Fiber<?> fiber) {
        if (fiber.state != Parking.NOTIFIED) {
            throw new IllegalStateException(fiber + " suspended without waiting for anything");
        }
        fiber.state = Parking.RUNNING;
        fiber.dropTimer();
    }

    /** Made on first use. */
    private static final class Shared {
        static final Scheduler SCHEDULER =
                new StealingScheduler(
                        Runtime.getRuntime().availableProcessors(), TimeSource.SYSTEM);

        private Shared() {}
    }
}
