package dev.weft.fiber;

import dev.weft.woven.StackTraces;
import java.util.function.Supplier;

/** What a thread that runs fibers knows: which one it runs, and for which scheduler. */
final class Context {
    private static final ThreadLocal<Context> LOCAL = new ThreadLocal<>();

    static {
        StackTraces.fibers(new Running());
    }

    /** The scheduler that this thread works for. */
    final Scheduler scheduler;

    /** The fiber that runs on this thread now; null between two; confined to the thread. */
    Fiber<?> current;

    /** The thread's seat on a confined scheduler; null elsewhere. */
    Seat seat;

    Context(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The current thread's; null on a thread that runs no fibers. */
    static Context get() {
        Thread thread = Thread.currentThread();
        return thread instanceof CarrierThread ? ((CarrierThread) thread).context : LOCAL.get();
    }

    /**
     * Makes this the current thread's; returns what was before, to be put back by {@link #leave}.
     */
    Context enter() {
        Context before = LOCAL.get();
        LOCAL.set(this);
        return before;
    }

    static void leave(Context before) {
        if (before == null) {
            LOCAL.remove();
        } else {
            LOCAL.set(before);
        }
    }

    /** The calling thread's fiber. A class, since a process's first lambda is dear. */
    private static final class Running implements Supplier<Fiber<?>> {
        @Override
        public Fiber<?> get() {
            return Fiber.current();
        }
    }
}
