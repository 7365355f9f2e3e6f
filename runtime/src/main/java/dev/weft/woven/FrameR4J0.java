package dev.weft.woven;

/** A frame with 4 reference slots and 0 primitive slots. */
public class FrameR4J0 extends FrameR2J0 {
    /** Reference slot. */
    public Object r2;

    /** Reference slot. */
    public Object r3;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR4J0(Resumer resumer, int point) {
        super(resumer, point);
    }
}
