package dev.weft.woven;

/** A frame with 0 reference slots and 1 primitive slots. */
public class FrameR0J1 extends Frame {
    /** Primitive slot: an int, a long, or the bits of a float or double. */
    public long j0;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR0J1(Resumer resumer, int point) {
        super(resumer, point);
    }
}
