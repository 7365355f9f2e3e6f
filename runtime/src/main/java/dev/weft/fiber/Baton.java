package dev.weft.fiber;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a {@link ConfinedScheduler} going while a fiber of it blocks its thread: in a pinned wait
 * or in {@link Weft#blocking}. The right to run fibers, the baton, then passes to another thread,
 * so at any moment one thread runs fibers, and a program that was not woven at all still gets on.
 *
 * <p>A pinned wait is a wait of the fiber as any other (same states, same queue, same timers), so
 * interleavings, virtual time and the detection of sleeping worlds do not depend on what is woven.
 * Only the turn differs: instead of resuming frames the loop passes the baton to the thread that
 * the fiber blocks. A loop nested in the blocked call would need no second thread, but its waits
 * could only end in the reverse order of their beginning, which two fibers that answer each other
 * violate.
 *
 * <p>What is not said otherwise is guarded by holding the baton.
 */
final class Baton {
    private final ConfinedScheduler scheduler;
    private final ArrayDeque<Seat> resting = new ArrayDeque<>();
    private final Queue<Seat> returning = new ConcurrentLinkedQueue<>();
    private final AtomicInteger outside = new AtomicInteger();
    private Seat caller;
    private boolean callerRests;
    private int helpers;

    Baton(ConfinedScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The thread that called {@link Weft#run} begins. */
    void begin(Seat seat) {
        caller = seat;
        callerRests = false;
    }

    /** It ends: threads that rest do too; those that a fiber blocks stay with it. */
    void end() {
        resting.forEach(Seat::dismiss);
        resting.clear();
        caller = null;
    }

    boolean isCaller(Seat seat) {
        return seat == caller;
    }

    /** The fiber that keeps the calling thread from going on; null when it could. */
    Fiber<?> onCaller() {
        return callerRests ? null : caller.context.current;
    }

    /** Whether blocking calls are under way. Any thread. */
    boolean anyOutside() {
        return outside.get() != 0;
    }

    /** Counts blocking calls that other threads make for fibers. Any thread. */
    void countOutside(int change) {
        outside.addAndGet(change);
    }

    /** Whether a thread waits to come back from one. Any thread. */
    boolean anyReturning() {
        return !returning.isEmpty();
    }

    /** Passes the baton to a thread that comes back; false when there is none. */
    boolean passToReturning(Seat mine) {
        Seat back = returning.poll();
        if (back == null) {
            return false;
        }
        pass(back, mine);
        return true;
    }

    /** Passes the baton to the calling thread and rests. */
    void passToCaller(Seat mine) {
        callerRests = false;
        resting.push(mine);
        scheduler.setOwner(caller.thread);
        caller.grant();
        mine.await(() -> {});
    }

    /** Passes the baton and rests. The own thread may have been dismissed afterwards. */
    void pass(Seat to, Seat mine) {
        if (mine == caller) {
            callerRests = true;
        } else {
            resting.push(mine);
        }
        scheduler.setOwner(to.thread);
        to.grant();
        mine.await(mine == caller ? scheduler::interruptMain : () -> {});
    }

    /** The thread of {@code fiber}, whose wait has begun and is visible, waits for its turn. */
    void awaitTurn(Fiber<?> fiber, Seat mine) {
        giveAway();
        mine.await(() -> scheduler.interrupted(fiber, mine));
    }

    /** A fiber is about to block its thread in something that is no wait of a fiber. */
    void leave() {
        outside.incrementAndGet();
        giveAway();
    }

    /** It has come back. */
    void comeBack(Fiber<?> fiber, Seat mine) {
        returning.add(mine);
        scheduler.stir();
        mine.await(() -> scheduler.interrupted(fiber, mine));
        outside.decrementAndGet();
    }

    private void giveAway() {
        if (callerRests) {
            callerRests = false;
            scheduler.setOwner(caller.thread);
            caller.grant();
        } else if (resting.isEmpty()) {
            Thread helper = new Helper("weft-helper-" + ++helpers);
            scheduler.setOwner(helper);
            helper.start();
        } else {
            Seat seat = resting.pop();
            scheduler.setOwner(seat.thread);
            seat.grant();
        }
    }

    /** Runs fibers while other threads of the scheduler are blocked. */
    private final class Helper extends Thread {
        Helper(String name) {
            super(null, null, name, 0, false);
            setDaemon(true);
        }

        @Override
        public void run() {
            Context context = new Context(scheduler);
            context.enter();
            scheduler.help(new Seat(this, context));
        }
    }
}
