package dev.weft.woven;

/** A frame with 4 reference slots and 4 primitive slots. */
public class FrameR4J4 extends FrameR4J2 {
    /** Primitive slot: an int, a long, or the bits of a float or double. */
    public long j2;

    /** Primitive slot: an int, a long, or the bits of a float or double. */
    public long j3;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR4J4(Resumer resumer, int point) {
        super(resumer, point);
    }
}
