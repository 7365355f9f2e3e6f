package dev.weft.fiber;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The fibers that a {@link Carrier}'s own have started and that have not run yet: a bounded deque
 * after Chase and Lev. The owner puts and takes at one end, so it runs the newest first and a tree
 * of fibers is walked in depth, with few of them at a time and what they need still in the cache.
 * Thieves, and the owner now and then, take the oldest, which in a tree has the most work below it.
 *
 * <p>Those that one turn has started, a batch, run in the order in which they were started: the
 * owner turns the batch round when the turn has ended ({@link #endBatch}).
 *
 * <p>The owner's taking needs no atomic instruction while there are several: it announces the new
 * bottom, and a full fence later reads the top. A thief reads the top, and a fence later the
 * bottom, so one of the two sees the other; the last fiber goes to whoever moves the top. In the
 * same way the owner turns a batch round: it announces a bottom below it, and what is above the top
 * that it then reads no thief can have; the fiber at the top may be on its way to one and stays.
 */
final class Fresh {
    /** Fibers at most; a power of two. */
    static final int CAPACITY = 256;

    private static final int MASK = CAPACITY - 1;
    private static final VarHandle TOP;
    private static final VarHandle BOTTOM;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TOP = lookup.findVarHandle(Fresh.class, "top", int.class);
            BOTTOM = lookup.findVarHandle(Fresh.class, "bottom", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Fiber<?>[] slots = new Fiber<?>[CAPACITY];

    /** The number of the oldest; only grows. */
    private int top;

    /** The number that the next one gets; only the owner writes it. */
    private int bottom;

    /** What the top was when the owner last had to look. */
    private int topSeen;

    /** The number of the first fiber of the batch that is being started; only for the owner. */
    private int batch;

    /** Whether the batch's first could not be moved, so that it is to be taken from the top. */
    private boolean firstStays;

    /** Its number. */
    private int first;

    /** Adds the newest; false when there is no room. By the owner. */
    boolean push(Fiber<?> fiber) {
        int b = bottom;
        if (b - topSeen >= CAPACITY) {
            topSeen = (int) TOP.getAcquire(this);
            if (b - topSeen >= CAPACITY) {
                return false;
            }
        }
        slots[b & MASK] = fiber;
        BOTTOM.setRelease(this, b + 1);
        return true;
    }

    /** A turn has ended: the fibers that it has started will run in that order. By the owner. */
    void endBatch() {
        int from = batch;
        int to = bottom;
        batch = to;
        if (to - from > 1) {
            turnRound(from, to);
        }
    }

    private void turnRound(int from, int to) {
        int top = (int) TOP.getAcquire(this);
        int low = from - top > 0 ? from : top + 1;
        if (to - low > 1) {
            BOTTOM.setOpaque(this, low);
            VarHandle.fullFence();
            top = (int) TOP.getOpaque(this);
            if (top + 1 - low > 0) {
                low = top + 1; // thieves that had read the bottom before
            }
            reverse(low, to - 1);
            BOTTOM.setRelease(this, to);
        }
        firstStays = top - from >= 0;
        first = top;
    }

    private void reverse(int low, int high) {
        for (int i = low, j = high; j - i > 0; i++, j--) {
            Fiber<?> fiber = slots[i & MASK];
            slots[i & MASK] = slots[j & MASK];
            slots[j & MASK] = fiber;
        }
    }

    /** Takes the first of the newest batch; null when there is none. By the owner. */
    Fiber<?> pop() {
        if (firstStays) {
            firstStays = false;
            Fiber<?> fiber = slots[first & MASK];
            if (TOP.compareAndSet(this, first, first + 1)) {
                return fiber;
            }
        }
        return popLast();
    }

    private Fiber<?> popLast() {
        int b = bottom - 1;
        if (b - (int) TOP.getOpaque(this) < 0) {
            return null;
        }
        BOTTOM.setOpaque(this, b);
        VarHandle.fullFence();
        int left = b - (int) TOP.getOpaque(this);
        if (left > 0) {
            return slots[b & MASK];
        }
        boolean won = left == 0 && TOP.compareAndSet(this, b, b + 1);
        BOTTOM.setRelease(this, b + 1);
        return won ? slots[b & MASK] : null;
    }

    /** Takes the oldest; null when there is none. From any thread. */
    Fiber<?> poll() {
        for (; ; ) {
            int t = (int) TOP.getAcquire(this);
            VarHandle.fullFence();
            if ((int) BOTTOM.getAcquire(this) - t <= 0) {
                return null;
            }
            Fiber<?> fiber = slots[t & MASK];
            if (TOP.compareAndSet(this, t, t + 1)) {
                return fiber;
            }
        }
    }

    /** Moves the older half of a full one to a queue. By the owner. */
    void spill(GlobalQueue queue) {
        int t = (int) TOP.getAcquire(this);
        int n = CAPACITY / 2;
        if (bottom - t < CAPACITY || !TOP.compareAndSet(this, t, t + n)) {
            return; // thieves have made room
        }
        for (int i = 1; i < n; i++) { // the slots are the owner's until it adds again
            slots[t + i - 1 & MASK].next = slots[t + i & MASK];
        }
        queue.addAll(slots[t & MASK], slots[t + n - 1 & MASK], n);
    }

    boolean isEmpty() {
        return (int) BOTTOM.getVolatile(this) - (int) TOP.getVolatile(this) <= 0;
    }

    /** Forgets fibers that ran long ago. By the owner, when empty. */
    void clear() {
        Arrays.fill(slots, null);
    }
}
