package dev.weft.woven;

/** A frame with 8 reference slots and 0 primitive slots. */
public class FrameR8J0 extends FrameR4J0 {
    /** Reference slot. */
    public Object r4;

    /** Reference slot. */
    public Object r5;

    /** Reference slot. */
    public Object r6;

    /** Reference slot. */
    public Object r7;

    /**
     * Makes an empty frame.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public FrameR8J0(Resumer resumer, int point) {
        super(resumer, point);
    }
}
