package dev.weft.fiber;

import java.util.Arrays;

/**
 * A scheduler's timers: a binary heap by deadline in which each entry knows its place, so that a
 * cancelled one leaves at once (O(log n)) and never piles up. One lock; polled by the scheduler.
 *
 * <p>Thread-safe.
 */
final class Timers {
    /** {@link #untilNext()} when there is no entry. */
    static final long NONE = Long.MAX_VALUE;

    private final TimeSource time;
    private final Runnable onEarlier;
    private TimerEntry[] heap = new TimerEntry[16];
    private long started;
    private volatile int size;

    /**
     * Makes an empty heap.
     *
     * @param time the scheduler's clock
     * @param onEarlier called, without the lock, when an entry became the first
     */
    Timers(TimeSource time, Runnable onEarlier) {
        this.time = time;
        this.onEarlier = onEarlier;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Starts an entry that is in no heap. Delays beyond 146 years are cut to that. */
    void start(TimerEntry entry, long delayNanos) {
        long delay = Math.min(Math.max(delayNanos, 0), Long.MAX_VALUE >> 1);
        boolean first;
        synchronized (this) {
            entry.deadline = time.nanoTime() + delay;
            entry.order = started++;
            int n = size;
            if (n == heap.length) {
                heap = Arrays.copyOf(heap, n * 2);
            }
            size = n + 1;
            siftUp(n, entry);
            first = entry.place == 0;
        }
        if (first) {
            onEarlier.run();
        }
    }

    /**
     * Takes an entry out. False when it is not in: it is about to fire or has fired, was taken out,
     * or was not started yet. Also for an entry whose making the caller may not have seen whole.
     */
    synchronized boolean cancel(TimerEntry entry) {
        int at = entry.place;
        if (at < 0 || heap[at] != entry) {
            return false;
        }
        remove(entry);
        return true;
    }

    /**
     * Nanoseconds until the first entry is due: zero or less when it is, {@link #NONE} without one.
     */
    long untilNext() {
        if (size == 0) {
            return NONE;
        }
        synchronized (this) {
            return size == 0 ? NONE : heap[0].deadline - time.nanoTime();
        }
    }

    /** Fires what is due now. Returns whether anything was. */
    boolean fireDue() {
        boolean any = false;
        while (size != 0) {
            TimerEntry due = takeDue();
            if (due == null) {
                break;
            }
            due.fire();
            any = true;
        }
        return any;
    }

    private synchronized TimerEntry takeDue() {
        if (size == 0 || heap[0].deadline - time.nanoTime() > 0) {
            return null;
        }
        TimerEntry first = heap[0];
        remove(first);
        return first;
    }

    private void remove(TimerEntry entry) {
        int n = size - 1;
        int at = entry.place;
        TimerEntry last = heap[n];
        heap[n] = null;
        size = n;
        entry.place = -1;
        if (last != entry) {
            siftDown(at, last);
            if (last.place == at) {
                siftUp(at, last);
            }
        }
    }

    private void siftUp(int from, TimerEntry entry) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!entry.isBefore(heap[parent])) {
                break;
            }
            set(at, heap[parent]);
            at = parent;
        }
        set(at, entry);
    }

    private void siftDown(int from, TimerEntry entry) {
        int at = from;
        int n = size;
        for (int child = 2 * at + 1; child < n; child = 2 * at + 1) {
            if (child + 1 < n && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(entry)) {
                break;
            }
            set(at, heap[child]);
            at = child;
        }
        set(at, entry);
    }

    private void set(int at, TimerEntry entry) {
        heap[at] = entry;
        entry.place = at;
    }
}
