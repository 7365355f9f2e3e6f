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

    /**
     * Stores a value.
     *
     * @param value the value
     * @param frame where
     * @param slot its slot
     */
    public static void keep(int value, FrameX frame, int slot) {
        frame.prims[slot] = value;
    }

    /**
     * Loads a value.
     *
     * @param frame from where
     * @param slot its slot
     * @return the value
     */
    public static int intAt(FrameX frame, int slot) {
        return (int) frame.prims[slot];
    }

    /**
     * Stores a value.
     *
     * @param value the value
     * @param frame where
     * @param slot its slot
     */
    public static void keep(long value, FrameX frame, int slot) {
        frame.prims[slot] = value;
    }

    /**
     * Loads a value.
     *
     * @param frame from where
     * @param slot its slot
     * @return the value
     */
    public static long longAt(FrameX frame, int slot) {
        return frame.prims[slot];
    }

    /**
     * Stores a value.
     *
     * @param value the value
     * @param frame where
     * @param slot its slot
     */
    public static void keep(float value, FrameX frame, int slot) {
        frame.prims[slot] = Float.floatToRawIntBits(value);
    }

    /**
     * Loads a value.
     *
     * @param frame from where
     * @param slot its slot
     * @return the value
     */
    public static float floatAt(FrameX frame, int slot) {
        return Float.intBitsToFloat((int) frame.prims[slot]);
    }

    /**
     * Stores a value.
     *
     * @param value the value
     * @param frame where
     * @param slot its slot
     */
    public static void keep(double value, FrameX frame, int slot) {
        frame.prims[slot] = Double.doubleToRawLongBits(value);
    }

    /**
     * Loads a value.
     *
     * @param frame from where
     * @param slot its slot
     * @return the value
     */
    public static double doubleAt(FrameX frame, int slot) {
        return Double.longBitsToDouble(frame.prims[slot]);
    }

    /**
     * Stores a reference. The following and these are for methods that would be too large with the
     * instructions written out.
     *
     * @param value the value
     * @param frame where
     * @param slot its slot
     */
    public static void keep(Object value, FrameX frame, int slot) {
        frame.refs[slot] = value;
    }

    /**
     * Loads a reference.
     *
     * @param frame from where
     * @param slot its slot
     * @return the value
     */
    public static Object refAt(FrameX frame, int slot) {
        return frame.refs[slot];
    }

    /** Forgets all references. */
    public void forget() {
        java.util.Arrays.fill(refs, null);
    }
}
