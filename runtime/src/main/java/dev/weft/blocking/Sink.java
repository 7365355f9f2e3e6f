package dev.weft.blocking;

import dev.weft.Suspendable;

/** What a stage of a {@link Pipeline} hands its elements to; primitives are boxed. */
@Suspendable
abstract class Sink {
    /** The next stage; null behind the last. */
    final Sink next;

    Sink(Sink next) {
        this.next = next;
    }

    abstract void accept(Object x);

    /** After the last element. */
    void end() {
        if (next != null) {
            next.end();
        }
    }

    /** Whether another element would make a difference. Never suspends. */
    boolean wants() {
        return next == null || next.wants();
    }
}
