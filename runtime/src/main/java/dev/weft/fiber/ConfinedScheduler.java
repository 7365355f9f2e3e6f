package dev.weft.fiber;

import dev.weft.AllAsleepException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs all fibers in turn on the thread that called {@link Weft#run}. What that thread itself does,
 * parking and waking included, is plain field access: no fence, no compare-and-set. Other threads put
 * fibers they wake, and requests, into an inbox, which the owner empties when its queue is empty and
 * every {@value #INBOX_TURNS} turns.
 */
final class ConfinedScheduler extends Scheduler {
    /** A power of two. */
    private static final int INBOX_TURNS = 64;

    private static final VarHandle INBOX;

    static {
        try {
            INBOX = MethodHandles.lookup().findVarHandle(ConfinedScheduler.class, "inbox", Fiber.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RunQueue queue;
    private final Context context = new Context(this);
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();

    /** The thread in {@link #runMain}; null when nobody is. */
    private volatile Thread owner;

    /** The owner is about to park or parked. */
    private volatile boolean idle;

    /** Fibers from other threads, linked, the last one first. */
    private volatile Fiber<?> inbox;

    ConfinedScheduler(TimeSource time, RunQueue queue) {
        super(time);
        this.queue = queue;
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
    void runMain(Fiber<?> main) {
        acquire();
        Context before = context.enter();
        boolean interrupted = false;
        try {
            queue.add(main);
            for (int turn = 1; !main.isDone(); turn++) {
                if ((turn & INBOX_TURNS - 1) == 0) {
                    pollOutside();
                }
                Fiber<?> fiber = queue.poll();
                if (fiber != null) {
                    runTurn(fiber, context);
                } else if (!pollOutside()) {
                    interrupted |= awaitWork(main);
                }
            }
        } finally {
            Context.leave(before);
            owner = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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

    private void stir() {
        if (idle) {
            LockSupport.unpark(owner);
        }
    }

    /** Takes in what other threads sent and what is due. Returns whether there was anything. */
    private boolean pollOutside() {
        boolean any = inbox != null && takeInbox();
        for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
            any = true;
        }
        return timers().fireDue() | any;
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

    /** Waits for a timer or another thread. Returns whether the thread was interrupted. */
    private boolean awaitWork(Fiber<?> main) {
        long nanos = timers().untilNext();
        if (time() instanceof VirtualTime && nanos != Timers.NONE) {
            ((VirtualTime) time()).advance(nanos);
            return false;
        }
        if (nanos == Timers.NONE && ClosedWorld.isClosed(this)) {
            throw new AllAsleepException("all fibers are asleep; main waits for " + main.waitsFor());
        }
        idle = true;
        if (inbox == null && requests.isEmpty()) {
            if (nanos == Timers.NONE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        }
        idle = false;
        if (Thread.interrupted()) {
            main.interrupt();
            return true;
        }
        return false;
    }
}
