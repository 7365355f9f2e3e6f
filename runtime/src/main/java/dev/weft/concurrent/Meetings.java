package dev.weft.concurrent;

import java.util.Collection;
import java.util.Objects;
import java.util.Queue;

/** What queues have in common in which who gives and who takes meet. */
final class Meetings {
    private Meetings() {}

    /** As {@link java.util.concurrent.BlockingQueue#drainTo(Collection, int)}. */
    static <E> int drain(Queue<E> from, Collection<? super E> to, int most) {
        Objects.requireNonNull(to);
        if (to == from) {
            throw new IllegalArgumentException("a queue can't be drained to itself");
        }
        int n = 0;
        for (E e = null; n < most && (e = from.poll()) != null; n++) {
            to.add(e);
        }
        return n;
    }
}
