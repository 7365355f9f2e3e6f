package dev.weft.woven;

/** A frame with 2 reference slots and 0 primitive slots. */
public class FrameR2J0 extends Frame {
    /** Reference slot. */
    public Object r0;

    /** Reference slot. */
    public Object r1;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR2J0(Resumer resumer, int point) {
        super(resumer, point);
    }
}
