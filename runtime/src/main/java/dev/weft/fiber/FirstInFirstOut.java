package dev.weft.fiber;

/** Fibers in the order they became runnable: a list through the fibers themselves. */
final class FirstInFirstOut implements RunQueue {
    private Fiber<?> head;
    private Fiber<?> tail;

    @Override
    public void add(Fiber<?> fiber) {
        Fiber<?> last = tail;
        if (last == null) {
            head = fiber;
        } else {
            last.next = fiber;
        }
        tail = fiber;
    }

    @Override
    public Fiber<?> poll() {
        Fiber<?> first = head;
        if (first != null) {
            Fiber<?> second = first.next;
            first.next = null;
            head = second;
            if (second == null) {
                tail = null;
            }
        }
        return first;
    }
}
