package dev.weft.reactive;

import dev.weft.Suspendable;

/** Where a subscription gets its values. */
interface Source<T> {
    /** Waits for the next value; null at the end. */
    @Suspendable
    T next() throws Exception;
}
