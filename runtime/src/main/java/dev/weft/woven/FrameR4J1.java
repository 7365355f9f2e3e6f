package dev.weft.woven;

/** A frame with 4 reference slots and 1 primitive slots. */
public class FrameR4J1 extends FrameR4J0 {
    /** Primitive slot: an int, a long, or the bits of a float or double. */
    public long j0;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR4J1(Resumer resumer, int point) {
        super(resumer, point);
    }
}
