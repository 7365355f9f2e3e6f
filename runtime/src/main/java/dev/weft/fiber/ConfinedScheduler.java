package dev.weft.fiber;

import dev.weft.AllAsleepException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs all fibers in turn on the thread that called {@link Weft#run}. What that thread itself does,
 * parking and waking included, is plain field access: no fence, no compare-and-set. Other threads
 * put fibers they wake, and requests, into an inbox, which the owner empties when its queue is
 * empty and every {@value #INBOX_TURNS} turns, or every few milliseconds ({@link LookPace}).
 *
 * <p>While a fiber blocks its thread other threads stand in, one at a time; see {@link Baton}.
 */
final class ConfinedScheduler extends Scheduler {
    /** How many fibers wait for what may come from outside; virtual time does not wait for that. */
    private final AtomicInteger expected = new AtomicInteger();

    /** A power of two. */
    private static final int INBOX_TURNS = 64;

    /**
     * How long virtual time waits, in real time, for blocking calls before it jumps all the same.
     */
    private static final long PATIENCE_NANOS = 20_000_000;

    /** How long a dump from another thread waits for the thread that runs fibers. */
    private static final long TRACE_MILLIS = 200;

    /** How often a sleeping scheduler looks whether a thread is left that could wake it. */
    private static final long LOOK_NANOS = 1_000_000_000;

    private static final VarHandle INBOX;

    static {
        try {
            INBOX =
                    MethodHandles.lookup()
                            .findVarHandle(ConfinedScheduler.class, "inbox", Fiber.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RunQueue queue;
    private final Baton baton = new Baton(this);
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();

    /** The thread that runs fibers now; null when nobody is in {@link #runMain}. */
    private volatile Thread owner;

    /** The fiber whose end ends {@link #runMain}; guarded by the baton. */
    private volatile Fiber<?> main;

    /** What ends {@link #runMain} early; guarded by the baton. */
    private Throwable failure;

    /** The thread in {@link #runMain} has been interrupted. */
    private volatile boolean interrupted;

    /** The owner is about to park or parked. */
    private volatile boolean idle;

    /** Fibers from other threads, linked, the last one first. */
    private volatile Fiber<?> inbox;

    ConfinedScheduler(TimeSource time, RunQueue queue) {
        super(time);
        this.queue = queue;
    }

    @Override
    public int nextRandom() {
        return queue.random();
    }

    @Override
    boolean runsHere() {
        return Thread.currentThread() == owner;
    }

    @Override
    void submit(Fiber<?> fiber) {
        next(fiber);
    }

    @Override
    void next(Fiber<?> fiber) {
        if (Thread.currentThread() == owner) {
            queue.add(fiber);
        } else {
            send(fiber);
        }
    }

    @Override
    void yielded(Fiber<?> fiber) {
        queue.add(fiber);
    }

    @Override
    boolean park(Fiber<?> fiber) {
        if (fiber.state != Parking.PARKING) {
            return false;
        }
        fiber.state = Parking.PARKED;
        if ((fiber.flags & Parking.ATTENTION) != 0) {
            Parking.attend(fiber);
        }
        return true;
    }

    @Override
    void wake(Fiber<?> fiber) {
        if (Thread.currentThread() == owner) {
            wakeOwn(fiber);
        } else {
            send(fiber);
        }
    }

    @Override
    void receiveWakes() {
        if (inbox != null) {
            takeInbox();
        }
    }

    @Override
    void poke(Fiber<?> fiber) {
        if (Thread.currentThread() == owner) {
            Parking.attend(fiber);
        } else {
            requests.add(() -> Parking.attend(fiber));
            stir();
        }
    }

    @Override
    void timersChanged() {
        if (Thread.currentThread() != owner) {
            stir();
        }
    }

    @Override
    void runMain(Fiber<?> mainFiber) {
        acquire();
        Context context = new Context(this);
        Context before = context.enter();
        try {
            main = mainFiber;
            failure = null;
            interrupted = false;
            Seat seat = new Seat(Thread.currentThread(), context);
            baton.begin(seat);
            queue.add(mainFiber);
            runFibers(seat);
        } finally {
            Context.leave(before);
            baton.end();
            owner = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure != null && !mainFiber.isDone()) {
            throw Sneaky.raise(failure);
        }
    }

    /** Runs fibers on a helper thread until it is dismissed. */
    void help(Seat seat) {
        try {
            runFibers(seat);
        } catch (Throwable bug) {
            failAll(bug);
            help(seat);
        }
    }

    /** A pinned wait: the fiber waits as usual, while its thread is blocked. */
    @Override
    Object awaitPinned(Fiber<?> fiber, Waiter waiter) {
        Extras extras = fiber.extras();
        Seat seat = Context.get().seat;
        if (extras.blocking > 0) {
            baton.comeBack(fiber, seat);
        }
        extras.seat = seat;
        Parking.setFlag(fiber, Parking.BLOCKED);
        if (park(fiber)) {
            baton.awaitTurn(fiber, seat);
        }
        goOnPinned(fiber);
        if (extras.blocking > 0) {
            baton.leave();
        }
        return takeOutcome(fiber);
    }

    /** Gives up the turn of a fiber that can't be unwound. */
    @Override
    void yieldPinned(Fiber<?> fiber) {
        Extras extras = fiber.extras();
        if (extras.blocking > 0) {
            return;
        }
        extras.seat = Context.get().seat;
        Parking.setFlag(fiber, Parking.BLOCKED);
        fiber.state = Parking.QUEUED;
        queue.add(fiber);
        baton.awaitTurn(fiber, extras.seat);
        goOnPinned(fiber);
    }

    @Override
    boolean waitsPinnedAsFiber() {
        return true;
    }

    @Override
    void beforeBlock(Fiber<?> fiber) {
        baton.leave();
    }

    @Override
    void afterBlock(Fiber<?> fiber) {
        baton.comeBack(fiber, Context.get().seat);
    }

    /** Only the thread that runs fibers may hold one: others ask it, and wait for a moment. */
    @Override
    List<StackTraceElement> traceOf(Fiber<?> fiber) {
        Thread running = owner;
        if (running == null || running == Thread.currentThread()) {
            return fiber.state() == Fiber.State.WAITING ? fiber.trace() : List.of();
        }
        CompletableFuture<List<StackTraceElement>> answer = new CompletableFuture<>();
        requests.add(() -> answer.complete(traceOf(fiber)));
        stir();
        try {
            return answer.get(TRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException busy) {
            return List.of();
        }
        return List.of();
    }

    @Override
    void callBegins() {
        baton.countOutside(1);
    }

    @Override
    void callEnds() {
        baton.countOutside(-1);
        stir();
    }

    @Override
    void expects(int change) {
        expected.addAndGet(change);
        if (change < 0) {
            stir();
        }
    }

    void setOwner(Thread thread) {
        owner = thread;
    }

    /** The calling thread has been interrupted: an interrupt for the main fiber. */
    void interruptMain() {
        interrupted = true;
        main.interrupt();
    }

    /** A thread that a fiber blocks has been interrupted. */
    void interrupted(Fiber<?> fiber, Seat seat) {
        interrupted |= baton.isCaller(seat);
        fiber.interrupt();
    }

    private static void goOnPinned(Fiber<?> fiber) {
        Parking.clearFlag(fiber, Parking.BLOCKED);
        fiber.state = Parking.RUNNING;
    }

    private static Object takeOutcome(Fiber<?> fiber) {
        Throwable thrown = fiber.failure;
        if (thrown != null) {
            fiber.failure = null;
            throw Sneaky.raise(thrown);
        }
        return fiber.takeRef();
    }

    private void runFibers(Seat seat) {
        LookPace pace = new LookPace(INBOX_TURNS, time() instanceof VirtualTime);
        while (!isOver(seat)) {
            if (pace.isDue() && pollOutside(seat)) {
                continue; // the baton may have been away, and the run be over
            }
            Fiber<?> fiber = queue.poll();
            if (fiber == null) {
                if (!pollOutside(seat)) {
                    awaitWork();
                }
            } else if ((fiber.flags & Parking.BLOCKED) == 0) {
                runTurn(fiber, seat.context);
            } else {
                baton.pass(fiber.extras().seat, seat);
            }
        }
    }

    /**
     * Whether the thread should stop running fibers. A dismissed one looks at nothing else: all
     * that is here may be the next run's already.
     */
    private boolean isOver(Seat seat) {
        if (seat.isDismissed()) {
            return true;
        }
        if (!main.isDone() && failure == null) {
            return false;
        }
        if (baton.isCaller(seat)) {
            return true;
        }
        Fiber<?> inTheWay = baton.onCaller();
        if (inTheWay == null) {
            baton.passToCaller(seat);
            return seat.isDismissed();
        }
        if (main.isDone()) {
            inTheWay.cancel();
        }
        return false;
    }

    /** Ends {@link #runMain} with an exception. */
    private void failAll(Throwable thrown) {
        failure = thrown;
        Fiber<?> inTheWay = baton.onCaller();
        if (inTheWay != null) {
            Parking.failParked(inTheWay, thrown);
        }
    }

    private synchronized void acquire() {
        if (owner != null) {
            throw new IllegalStateException("this scheduler is being run by " + owner + " already");
        }
        owner = Thread.currentThread();
    }

    private void wakeOwn(Fiber<?> fiber) {
        if (fiber.state == Parking.PARKED) {
            fiber.state = Parking.QUEUED;
            queue.add(fiber);
        } else if (Parking.wake(fiber)) {
            queue.add(fiber);
        }
    }

    private void send(Fiber<?> fiber) {
        Fiber<?> head;
        do {
            head = inbox;
            fiber.next = head;
        } while (!INBOX.compareAndSet(this, head, fiber));
        stir();
    }

    void stir() {
        if (idle) {
            LockSupport.unpark(owner);
        }
    }

    /** Takes in what other threads sent and what is due. Returns whether there was anything. */
    private boolean pollOutside(Seat seat) {
        boolean any = inbox != null && takeInbox();
        for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
            any = true;
        }
        return timers().fireDue() | baton.passToReturning(seat) | any;
    }

    private boolean takeInbox() {
        Fiber<?> fiber = reverse((Fiber<?>) INBOX.getAndSet(this, null));
        while (fiber != null) {
            Fiber<?> following = fiber.next;
            fiber.next = null;
            if (fiber.state == Parking.QUEUED) {
                queue.add(fiber);
            } else {
                wakeOwn(fiber);
            }
            fiber = following;
        }
        return true;
    }

    private static Fiber<?> reverse(Fiber<?> list) {
        Fiber<?> reversed = null;
        for (Fiber<?> fiber = list; fiber != null; ) {
            Fiber<?> following = fiber.next;
            fiber.next = reversed;
            reversed = fiber;
            fiber = following;
        }
        return reversed;
    }

    /** Waits for a timer or another thread. */
    private void awaitWork() {
        long nanos = timers().untilNext();
        boolean virtual = time() instanceof VirtualTime;
        boolean outside = baton.anyOutside();
        if (virtual && nanos != Timers.NONE && !outside) {
            ((VirtualTime) time()).advance(nanos);
        } else if (nanos == Timers.NONE
                && !outside
                && noneExpected()
                && ClosedWorld.isClosed(this)
                && inbox == null) { // again: a thread may have sent something as its last act
            allAsleep();
        } else if (virtual && nanos != Timers.NONE) {
            if (!pause(PATIENCE_NANOS)) {
                ((VirtualTime) time()).advance(nanos);
            }
        } else {
            pause(virtual ? nanos : Math.min(nanos, LOOK_NANOS));
        }
    }

    /** In this order: whoever ends such a wait sends the fiber here before it says so. */
    private boolean noneExpected() {
        return expected.get() == 0 && inbox == null;
    }

    private void allAsleep() {
        failAll(
                new AllAsleepException(
                        "all fibers are asleep: " + Dumps.text(Dumps.of(tracking().live()))));
    }

    /** Sleeps until another thread has something or the time is over. Returns whether one has. */
    private boolean pause(long nanos) {
        idle = true;
        if (inbox == null && requests.isEmpty() && !baton.anyReturning()) {
            if (nanos == Timers.NONE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        }
        idle = false;
        if (Thread.interrupted()) {
            interruptMain();
        }
        return inbox != null || !requests.isEmpty() || baton.anyReturning();
    }
}
