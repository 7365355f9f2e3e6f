package dev.weft.generator;

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
    /** In {@link #value}: an Integer was yielded, its int is in {@link #bits}. */
    private static final Object INT = new Object();

    /** The yielded reference. */
    private Object value;

    /** The yielded primitive (float and double as raw bits). */
    long bits;

    /** Of anything but an {@link Integer}. */
    final void put(Object yielded) {
        value = yielded;
    }

    final void putInt(int yielded) {
        bits = yielded;
        if (value != INT) {
            value = INT;
        }
    }

    final Object takeOwn() {
        Object taken = value;
        if (taken == INT) {
            return (int) bits;
        }
        value = null;
        return taken;
    }

    final void forget() {
        value = null;
    }
}
