package dev.weft.fiber;

import dev.weft.woven.StackReserve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What few fibers need: made on first use, so that the others stay small. */
final class Extras {
    private static final AtomicLong IDS = new AtomicLong();

    final long id = IDS.incrementAndGet();

    /** The user's name; null: made from the id. */
    volatile String name;

    /** The waiter of the thread that this fiber, pinned, blocks; null while it doesn't. */
    volatile Waiter pinned;

    /** How many blocking calls of it are nested; only touched by the fiber itself. */
    int blocking;

    /** Where the thread waits that this fiber blocks; read when {@link Parking#BLOCKED} is set. */
    Seat seat;

    /** The scope that it belongs to; null for a detached fiber. Set before it begins. */
    Scope parent;

    /** The innermost scope whose body it runs; only touched by the fiber itself. */
    Scope inner;

    /** Called once at the end; guarded by this. */
    private List<Consumer<Fiber<?>>> enders;

    /** See {@link EndSignal}; guarded by this. */
    Runnable endSignal;

    /** Whether a future passes on the fiber's failure. */
    volatile boolean watched;

    /** The values of fiber locals; only touched by the fiber itself, and before it begins. */
    Map<FiberLocal<?>, Object> locals;

    /** The context class loader, when {@link Traits} says that there is one. */
    volatile ClassLoader loader;

    /** The line that started it; null: not noted. Set before it begins. */
    StackTraceElement spawned;

    /**
     * The values of {@link FiberThreadLocals}; only touched by the fiber itself, and before it
     * begins.
     */
    Map<ThreadLocal<?>, Object> threadLocals;

    /** When the present wait began, by the scheduler's clock; 0: not noted. */
    volatile long since;

    /** Its failure while nobody has looked at it; null otherwise. */
    volatile Uncaught unseen;

    /** How many shields are open; only touched by the fiber itself. */
    int shields;

    /** The thread that a call blocks for this fiber; null outside of one. Guarded by this. */
    private Thread blocked;

    /** Whether {@link #interruptBlocked()} has hit the present call. Guarded by this. */
    private boolean hit;

    /** How many locks it holds that belong to its thread; only touched by the fiber itself. */
    int bound;

    /** Notes the time, on the fiber's scheduler. */
    void waitBegins(Scheduler scheduler) {
        since = scheduler.time().nanoTime() | 1;
    }

    /** Has {@code ender} called at the end of {@code fiber}; false when it has ended. */
    synchronized boolean onEnd(Fiber<?> fiber, Consumer<Fiber<?>> ender) {
        StackReserve.claim();
        if (fiber.isDone()) {
            return false;
        }
        if (enders == null) {
            enders = new ArrayList<>(1);
        }
        enders.add(ender);
        return true;
    }

    synchronized void dropOnEnd(Consumer<Fiber<?>> ender) {
        if (enders != null) {
            enders.remove(ender);
        }
    }

    /** How many are to be told of the end. */
    synchronized int enders() {
        return enders == null ? 0 : enders.size();
    }

    /** Whether a scope or a future gets a failure, so that nobody need join. */
    boolean isWatched() {
        return parent != null || watched;
    }

    /** The fiber has ended. Called once; nothing is added after {@link Fiber#isDone()}. */
    void ended(Fiber<?> fiber) {
        if (parent != null) {
            parent.ended(fiber);
        }
        threadLocals = null;
        List<Consumer<Fiber<?>>> all;
        synchronized (this) {
            all = enders;
            enders = null;
        }
        if (all != null) {
            all.forEach(e -> tell(e, fiber));
        }
    }

    /** One that fails does not keep the others from being told. */
    private static void tell(Consumer<Fiber<?>> ender, Fiber<?> fiber) {
        try {
            ender.accept(fiber);
        } catch (Throwable thrown) {
            Uncaught.tell(thrown);
        }
    }

    synchronized void blocks(Thread thread) {
        blocked = thread;
        hit = false;
    }

    /** The call has ended; returns whether it was interrupted for this fiber. */
    synchronized boolean unblocks() {
        blocked = null;
        return hit;
    }

    /** Interrupts the thread that this fiber blocks, if it does. */
    synchronized void interruptBlocked() {
        if (blocked != null && !hit) {
            hit = true;
            blocked.interrupt();
        }
    }
}
