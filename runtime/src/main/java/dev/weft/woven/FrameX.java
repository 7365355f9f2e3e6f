package dev.weft.woven;

/** A frame for methods with more live values than the fixed frame classes hold. */
public class FrameX extends Frame {
    /** The reference slots. */
    public final Object[] refs;

    /** The primitive slots: ints, longs, and the bits of floats and doubles. */
    public final long[] prims;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     * @param refs the number of reference slots
     * @param prims the number of primitive slots
     */
    public FrameX(Resumer resumer, int point, int refs, int prims) {
        super(resumer, point);
        this.refs = new Object[refs];
        this.prims = new long[prims];
    }
}
