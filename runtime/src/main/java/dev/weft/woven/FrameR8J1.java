package dev.weft.woven;

/** A frame with 8 reference slots and 1 primitive slots. */
public class FrameR8J1 extends FrameR8J0 {
    /** Primitive slot: an int, a long, or the bits of a float or double. */
    public long j0;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR8J1(Resumer resumer, int point) {
        super(resumer, point);
    }
}
