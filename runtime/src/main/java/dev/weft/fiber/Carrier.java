package dev.weft.fiber;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The right to run fibers, and the fibers queued for it: a bounded ring, first in, first out, for
 * those that were woken or gave up their turn; {@link Fresh} for new ones; and one slot for the
 * fiber to run next. Held by one thread at a time, the owner, which alone adds; others may steal.
 * What a {@code P} is in Go.
 *
 * <p>The next slot holds the fiber that the running one woke last, so that a chain of hand-offs
 * stays in one cache. It goes before the fibers in the ring at most {@value #MAX_HAND_OFFS} times
 * in a row; then they come first, so a pair that wakes each other can't starve the others. With an
 * empty ring a chain of hand-offs goes on without end.
 *
 * <p>Whoever wakes one fiber is usually about to wait for it, so that wakes no other carrier. When
 * a thief had to take the fiber from the slot, because its waker went on running, the next few
 * wake-ups here are announced at once ({@link #setNext}); each fiber that the owner takes itself
 * makes one of them unlearned.
 */
final class Carrier {
    /** Fibers in the ring; a power of two. */
    static final int CAPACITY = 256;

    private static final int MASK = CAPACITY - 1;
    private static final int MAX_HAND_OFFS = 16;

    /** A look whose number has none of these bits is for a new fiber before woken ones. */
    private static final int FRESH_LOOKS = 7;

    /** Such a look may be for the oldest of the new ones. */
    private static final int OLDEST_LOOKS = 63;

    /** But not more often than this: each opens another branch of a tree of fibers. */
    private static final long OLDEST_NANOS = 2_000_000;

    /** At most so many turns pass between two looks at what is not in its queues. */
    private static final int LOOK_TURNS = 61;

    private static final int ANNOUNCED_AFTER_THEFT = 8;

    private static final VarHandle HEAD;
    private static final VarHandle TAIL;
    private static final VarHandle NEXT;
    private static final VarHandle ANNOUNCED;
    private static final VarHandle TURNS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HEAD = lookup.findVarHandle(Carrier.class, "head", int.class);
            TAIL = lookup.findVarHandle(Carrier.class, "tail", int.class);
            NEXT = lookup.findVarHandle(Carrier.class, "next", Fiber.class);
            ANNOUNCED = lookup.findVarHandle(Carrier.class, "announced", int.class);
            TURNS = lookup.findVarHandle(Carrier.class, "turns", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int number;

    /** Who holds it; null while it is idle. A hint for the {@link Watchdog}. */
    volatile CarrierThread holder;

    final Watchdog.Turn turn = new Watchdog.Turn();

    private final GlobalQueue overflow;
    private final Fresh fresh = new Fresh();
    private final Fiber<?>[] ring = new Fiber<?>[CAPACITY];
    private int head;
    private int tail;
    private Fiber<?> next;
    private int handOffs;

    /**
     * Counts looks at ring and new fibers; only touched by the owner. Not its turns: with fibers of
     * another priority those that come here may all have numbers alike.
     */
    private int looks;

    /** When the oldest new fiber was last taken, not the newest; only touched by the owner. */
    private long oldestAt = System.nanoTime();

    /** Whether the owner has filled the slot and not looked since; only touched by it. */
    private boolean filled;

    /** How many fibers put into the slot are still to be announced; thieves read it. */
    private int announced;

    /** Counts what was taken; a thief reads it to see whether the owner is stuck in one turn. */
    private int turns;

    /** Only touched by the owner. */
    private final LookPace pace = new LookPace(LOOK_TURNS);

    Carrier(int number, GlobalQueue overflow) {
        this.number = number;
        this.overflow = overflow;
    }

    /** Whether to look beyond its queues before the next turn; by the owner, once a turn. */
    boolean looksAround() {
        return pace.isDue();
    }

    /** How many turns it has begun; by the owner. */
    int turns() {
        return turns;
    }

    /** As {@link #turns()}, by others. */
    int turnsSeen() {
        return (int) TURNS.getOpaque(this);
    }

    /** Begins a turn with a fiber from elsewhere. By the owner. */
    void countTurn() {
        TURNS.setOpaque(this, turns + 1);
    }

    /**
     * Puts a fiber into the next slot; the one that was there goes to the ring. By the owner.
     *
     * @return whether another carrier should look here: there is more than one fiber now, or the
     *     waker is one that goes on running
     */
    boolean setNext(Fiber<?> fiber) {
        if (next != null) {
            Fiber<?> displaced = (Fiber<?>) NEXT.getAndSet(this, fiber);
            if (displaced != null) {
                add(displaced);
                return true;
            }
        } else {
            NEXT.setRelease(this, fiber);
        }
        if (filled) { // and emptied, but not by the owner
            ANNOUNCED.setOpaque(this, ANNOUNCED_AFTER_THEFT);
        }
        filled = true;
        return announced > 0;
    }

    /** Adds a new fiber, to run before those of earlier turns; without room the oldest give way. */
    void addNew(Fiber<?> fiber) {
        while (!fresh.push(fiber)) {
            fresh.spill(overflow);
        }
    }

    /** Adds behind all others; when the ring is full half of it moves to the shared queue. */
    void add(Fiber<?> fiber) {
        while (!offer(fiber)) {
            if (spill(fiber)) {
                return;
            }
        }
    }

    /** How many fibers the ring takes at least. By the owner. */
    int room() {
        return CAPACITY - (tail - (int) HEAD.getAcquire(this));
    }

    /** Adds behind all others unless the ring is full. */
    boolean offer(Fiber<?> fiber) {
        int t = tail;
        if (t - (int) HEAD.getAcquire(this) >= CAPACITY) {
            return false;
        }
        ring[t & MASK] = fiber;
        TAIL.setRelease(this, t + 1);
        return true;
    }

    /** Takes the fiber to run next; null when nothing is queued here. By the owner. */
    Fiber<?> take() {
        countTurn();
        filled = false;
        fresh.endBatch();
        Fiber<?> fiber = next;
        if (fiber != null) {
            if (++handOffs > MAX_HAND_OFFS && hasOnlyNext()) {
                handOffs = 0; // nobody to give way to
            }
            if (handOffs <= MAX_HAND_OFFS) {
                if (NEXT.compareAndSet(this, fiber, null)) {
                    if (announced > 0) {
                        ANNOUNCED.setOpaque(this, announced - 1);
                    }
                    return fiber;
                }
            } else {
                demoteNext();
            }
        }
        handOffs = 0;
        return takeQueued();
    }

    /** Woken fibers before the newest ones; now and then the other way round, or the oldest. */
    private Fiber<?> takeQueued() {
        if ((++looks & FRESH_LOOKS) != 0) {
            Fiber<?> fiber = poll();
            return fiber == null ? fresh.pop() : fiber;
        }
        Fiber<?> fiber = oldestIsDue() ? fresh.poll() : fresh.pop();
        return fiber == null ? poll() : fiber;
    }

    private boolean oldestIsDue() {
        if ((looks & OLDEST_LOOKS) != 0 || fresh.isEmpty()) {
            return false;
        }
        long now = System.nanoTime();
        boolean due = now - oldestAt >= OLDEST_NANOS;
        if (due) {
            oldestAt = now;
        }
        return due;
    }

    private boolean hasOnlyNext() {
        return (int) HEAD.getAcquire(this) == tail && fresh.isEmpty();
    }

    boolean isEmpty() {
        return !hasQueued() && NEXT.getVolatile(this) == null;
    }

    /** Whether a fiber is in the ring, or a new one is there. */
    boolean hasQueued() {
        return (int) HEAD.getVolatile(this) != (int) TAIL.getVolatile(this) || !fresh.isEmpty();
    }

    /** Forgets fibers that ran long ago. By the owner, when empty. */
    void clear() {
        Arrays.fill(ring, null);
        fresh.clear();
    }

    /**
     * Moves half of this ring to a thief's, which is empty. By the thief.
     *
     * @param desperate may take the next slot too, when the owner is stuck in one turn; without,
     *     only when it is known for that
     * @return one of the stolen fibers, to run at once; null when there was nothing
     */
    Fiber<?> stealInto(Carrier thief, boolean desperate) {
        for (; ; ) {
            int h = (int) HEAD.getAcquire(this);
            int available = (int) TAIL.getAcquire(this) - h;
            int n = available - (available >> 1);
            if (n <= 0) {
                Fiber<?> oldest = fresh.poll();
                return oldest == null ? stealNext(desperate) : oldest;
            }
            if (n > CAPACITY / 2) {
                continue;
            }
            int t = thief.tail;
            for (int i = 0; i < n; i++) {
                thief.ring[t + i & MASK] = ring[h + i & MASK];
            }
            if (HEAD.compareAndSet(this, h, h + n)) {
                TAIL.setRelease(thief, t + n - 1);
                return thief.ring[t + n - 1 & MASK];
            }
        }
    }

    /** Whether its next wake-ups are for thieves to take. */
    boolean isAnnouncing() {
        return (int) ANNOUNCED.getOpaque(this) > 0;
    }

    private Fiber<?> stealNext(boolean desperate) {
        Fiber<?> fiber = (Fiber<?>) NEXT.getAcquire(this);
        if (fiber == null) {
            return null;
        }
        if (isAnnouncing()) {
            return NEXT.compareAndSet(this, fiber, null) ? fiber : null;
        }
        return desperate && ownerIsStuck() && NEXT.compareAndSet(this, fiber, null) ? fiber : null;
    }

    private boolean ownerIsStuck() {
        int before = (int) TURNS.getOpaque(this);
        long start = System.nanoTime();
        while (System.nanoTime() - start < 3_000) {
            Thread.onSpinWait();
        }
        return (int) TURNS.getOpaque(this) == before;
    }

    private void demoteNext() {
        Fiber<?> fiber = (Fiber<?>) NEXT.getAndSet(this, null);
        if (fiber != null) {
            add(fiber);
        }
    }

    private Fiber<?> poll() {
        for (; ; ) {
            int h = (int) HEAD.getAcquire(this);
            if (h == tail) {
                return null;
            }
            Fiber<?> fiber = ring[h & MASK];
            if (HEAD.compareAndSet(this, h, h + 1)) {
                return fiber;
            }
        }
    }

    /**
     * Moves half of a full ring and one more fiber to the shared queue; false when it isn't full.
     */
    private boolean spill(Fiber<?> fiber) {
        int h = (int) HEAD.getAcquire(this);
        int n = CAPACITY / 2;
        if (tail - h < CAPACITY) {
            return false;
        }
        if (!HEAD.compareAndSet(this, h, h + n)) {
            return false;
        }
        Fiber<?> following = fiber; // the slots are the owner's now, until it adds again
        for (int i = n - 1; i >= 0; i--) {
            Fiber<?> moved = ring[h + i & MASK];
            moved.next = following;
            following = moved;
        }
        overflow.addAll(following, fiber, n + 1);
        return true;
    }
}
