package dev.weft.blocking;

import dev.weft.Suspendable;

/** A function of a {@link Pipeline}: primitives are boxed, a predicate gives a Boolean. */
@Suspendable
@FunctionalInterface
interface Step {
    Object apply(Object x);
}
