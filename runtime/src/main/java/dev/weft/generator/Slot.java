package dev.weft.generator;

import dev.weft.woven.Stack;

/**
 * Holds what a body has yielded until it is taken.
 *
 * <p><b>Integers travel as ints.</b> A reference to a new object that is stored into an old one, as
 * a generator is that has yielded for some time, costs a memory fence with the default collector
 * (G1): half of the time that a value of a counting generator takes. So of an {@link Integer} the
 * int is stored, and {@link #takeOwn} boxes it again. The yielding leaf takes the int out before it
 * does anything else: then no branch that HotSpot leaves to the interpreter needs the box, and it
 * is not made. An Integer's identity is not kept, which is not promised for boxes (JLS 5.1.7).
 * Other boxes stay as they are: each kind more would cost all others a test, and there are
 * generators of longs and doubles.
 */
abstract class Slot extends Staged {
    /** An Integer was yielded, its int is in {@link #prim}. */
    private boolean isInt;

    /** The yielding leaf's act. Nothing is loaded from {@code core} when it is what runs. */
    static void yieldRef(Slot core, Object yielded, Stack current) {
        if (current == core) {
            current.ref = yielded;
            ((Slot) current).isInt = false;
            yieldOwn(current);
        } else {
            core.yieldThrough(current);
            core.ref = yielded;
            core.isInt = false;
        }
    }

    /** An Integer's yield. */
    static void yieldInt(Slot core, int yielded, Stack current) {
        if (current == core) {
            current.prim = yielded;
            ((Slot) current).isInt = true;
            yieldOwn(current);
        } else {
            core.yieldThrough(current);
            core.prim = yielded;
            core.isInt = true;
        }
    }

    /** A primitive's yield (float and double as raw bits). */
    static void yieldBits(Slot core, long yielded, Stack current) {
        if (current == core) {
            current.prim = yielded;
            yieldOwn(current);
        } else {
            core.yieldThrough(current);
            core.prim = yielded;
        }
    }

    private void yieldThrough(Stack current) {
        requireReached(current, "yield");
        yieldTo(current);
    }

    final Object takeOwn() {
        return isInt ? (Object) (int) prim : takeRef();
    }
}
