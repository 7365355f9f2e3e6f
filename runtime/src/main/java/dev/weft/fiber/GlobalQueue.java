package dev.weft.fiber;

/** The run queue that all carriers share: a list through the fibers, one lock. Thread-safe. */
final class GlobalQueue {
    private Fiber<?> head;
    private Fiber<?> tail;
    private volatile int size;

    int size() {
        return size;
    }

    void add(Fiber<?> fiber) {
        addAll(fiber, fiber, 1);
    }

    /** Adds fibers that are linked already. */
    synchronized void addAll(Fiber<?> first, Fiber<?> last, int count) {
        last.next = null;
        if (tail == null) {
            head = first;
        } else {
            tail.next = first;
        }
        tail = last;
        size += count;
    }

    /**
     * Takes some for a carrier whose ring is empty: the first is returned, the others put there.
     */
    Fiber<?> poll(Carrier carrier, int carriers) {
        return size == 0 ? null : pollLocked(carrier, carriers);
    }

    /** Takes one; null when there is none. */
    synchronized Fiber<?> poll() {
        return size == 0 ? null : take();
    }

    private synchronized Fiber<?> pollLocked(Carrier carrier, int carriers) {
        int share = Math.min(size, size / carriers + 1);
        int n = Math.min(share, Math.min(Carrier.CAPACITY / 2, carrier.room() + 1));
        if (n == 0) {
            return null;
        }
        Fiber<?> first = take();
        for (int i = 1; i < n; i++) {
            carrier.offer(take());
        }
        return first;
    }

    private Fiber<?> take() {
        Fiber<?> first = head;
        head = first.next;
        size--;
        if (head == null) {
            tail = null;
        }
        first.next = null;
        return first;
    }
}
