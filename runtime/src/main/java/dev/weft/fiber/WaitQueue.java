package dev.weft.fiber;

/**
 * Queues of waiters: circular, doubly linked lists through the waiters themselves, known by their
 * first node and null when empty. A structure keeps that one reference in a field of its own, so an
 * unused queue costs four bytes; appending, taking the first and removing any node are a few
 * stores.
 *
 * <p>Not thread-safe: guarded by the lock of the structure that the queue belongs to.
 */
public final class WaitQueue {
    private WaitQueue() {}

    /**
     * Appends a waiter.
     *
     * @param first the queue; null when empty
     * @param waiter the new last one; in no queue
     * @return the queue afterwards
     */
    public static Waiter append(Waiter first, Waiter waiter) {
        if (first == null) {
            waiter.next = waiter;
            waiter.previous = waiter;
            return waiter;
        }
        Waiter last = first.previous;
        waiter.previous = last;
        waiter.next = first;
        last.next = waiter;
        first.previous = waiter;
        return first;
    }

    /**
     * Removes a waiter.
     *
     * @param first the queue
     * @param waiter in that queue
     * @return the queue afterwards; null when empty
     */
    public static Waiter remove(Waiter first, Waiter waiter) {
        Waiter next = waiter.next;
        Waiter previous = waiter.previous;
        waiter.next = null;
        waiter.previous = null;
        if (next == waiter) {
            return null;
        }
        previous.next = next;
        next.previous = previous;
        return waiter == first ? next : first;
    }

    /**
     * Whether a waiter is in a queue.
     *
     * @param waiter any waiter
     * @return true between {@link #append} and {@link #remove}
     */
    public static boolean isQueued(Waiter waiter) {
        return waiter.next != null;
    }
}
