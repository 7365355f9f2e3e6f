package dev.weft.blocking;

import dev.weft.Suspendable;

/** A function of two values of a {@link Pipeline}; primitives are boxed. */
@Suspendable
@FunctionalInterface
interface Step2 {
    Object apply(Object x, Object y);
}
