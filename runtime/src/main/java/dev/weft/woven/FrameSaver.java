package dev.weft.woven;

/**
 * Saves an activation with few live values in one call, so that the cold block behind a suspendable
 * call costs a woven method few bytecodes (HotSpot's inlining counts them, run or not).
 *
 * <p>The weaver calls {@code save} with the live references, then the live primitives as longs,
 * then stack, point and resumer; each overload makes the smallest frame class of its method's
 * shape, which the name says ({@code r4j1}: a {@link FrameR4J1}). Whatever fails in it, or before
 * it when the resumer is linked, leads to {@link #failed}.
 */
public final class FrameSaver {
    private FrameSaver() {}

    /**
     * Saves an activation without live values: into a {@link Frame}, or with its like into one
     * object.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r0j0(Stack stack, int point, Resumer resumer) {
        stack.pushEmpty(point, resumer);
    }

    /**
     * Saves into a {@link FrameR0J1}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r0j1(Stack stack, int point, Resumer resumer) {
        FrameR0J1 frame = new FrameR0J1(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR0J1}.
     *
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r0j1(long b0, Stack stack, int point, Resumer resumer) {
        FrameR0J1 frame = new FrameR0J1(resumer, point);
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR0J2}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r0j2(Stack stack, int point, Resumer resumer) {
        FrameR0J2 frame = new FrameR0J2(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR0J2}.
     *
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r0j2(long b0, Stack stack, int point, Resumer resumer) {
        FrameR0J2 frame = new FrameR0J2(resumer, point);
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR0J2}.
     *
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r0j2(long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR0J2 frame = new FrameR0J2(resumer, point);
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J0}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j0(Stack stack, int point, Resumer resumer) {
        FrameR2J0 frame = new FrameR2J0(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J0}.
     *
     * @param a0 the value of reference slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j0(Object a0, Stack stack, int point, Resumer resumer) {
        FrameR2J0 frame = new FrameR2J0(resumer, point);
        frame.r0 = a0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J0}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j0(Object a0, Object a1, Stack stack, int point, Resumer resumer) {
        FrameR2J0 frame = new FrameR2J0(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J1}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j1(Stack stack, int point, Resumer resumer) {
        FrameR2J1 frame = new FrameR2J1(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J1}.
     *
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j1(long b0, Stack stack, int point, Resumer resumer) {
        FrameR2J1 frame = new FrameR2J1(resumer, point);
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J1}.
     *
     * @param a0 the value of reference slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j1(Object a0, Stack stack, int point, Resumer resumer) {
        FrameR2J1 frame = new FrameR2J1(resumer, point);
        frame.r0 = a0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J1}.
     *
     * @param a0 the value of reference slot 0
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j1(Object a0, long b0, Stack stack, int point, Resumer resumer) {
        FrameR2J1 frame = new FrameR2J1(resumer, point);
        frame.r0 = a0;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j1(Object a0, Object a1, Stack stack, int point, Resumer resumer) {
        FrameR2J1 frame = new FrameR2J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j1(
            Object a0, Object a1, long b0, Stack stack, int point, Resumer resumer) {
        FrameR2J1 frame = new FrameR2J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(long b0, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param a0 the value of reference slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(Object a0, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.r0 = a0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param a0 the value of reference slot 0
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(Object a0, long b0, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.r0 = a0;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param a0 the value of reference slot 0
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(Object a0, long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.r0 = a0;
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(Object a0, Object a1, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(
            Object a0, Object a1, long b0, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR2J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r2j2(
            Object a0, Object a1, long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR2J2 frame = new FrameR2J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J0}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j0(Stack stack, int point, Resumer resumer) {
        FrameR4J0 frame = new FrameR4J0(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J0}.
     *
     * @param a0 the value of reference slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j0(Object a0, Stack stack, int point, Resumer resumer) {
        FrameR4J0 frame = new FrameR4J0(resumer, point);
        frame.r0 = a0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J0}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j0(Object a0, Object a1, Stack stack, int point, Resumer resumer) {
        FrameR4J0 frame = new FrameR4J0(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J0}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j0(
            Object a0, Object a1, Object a2, Stack stack, int point, Resumer resumer) {
        FrameR4J0 frame = new FrameR4J0(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J0}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param a3 the value of reference slot 3
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j0(
            Object a0, Object a1, Object a2, Object a3, Stack stack, int point, Resumer resumer) {
        FrameR4J0 frame = new FrameR4J0(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.r3 = a3;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(Object a0, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(Object a0, long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(Object a0, Object a1, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(
            Object a0, Object a1, long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(
            Object a0, Object a1, Object a2, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(
            Object a0, Object a1, Object a2, long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param a3 the value of reference slot 3
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(
            Object a0, Object a1, Object a2, Object a3, Stack stack, int point, Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.r3 = a3;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J1}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param a3 the value of reference slot 3
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j1(
            Object a0,
            Object a1,
            Object a2,
            Object a3,
            long b0,
            Stack stack,
            int point,
            Resumer resumer) {
        FrameR4J1 frame = new FrameR4J1(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.r3 = a3;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(Object a0, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(Object a0, long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(Object a0, long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(Object a0, Object a1, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0, Object a1, long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0, Object a1, long b0, long b1, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0, Object a1, Object a2, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0, Object a1, Object a2, long b0, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0,
            Object a1,
            Object a2,
            long b0,
            long b1,
            Stack stack,
            int point,
            Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param a3 the value of reference slot 3
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0, Object a1, Object a2, Object a3, Stack stack, int point, Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.r3 = a3;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param a3 the value of reference slot 3
     * @param b0 the value of primitive slot 0
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0,
            Object a1,
            Object a2,
            Object a3,
            long b0,
            Stack stack,
            int point,
            Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.r3 = a3;
        frame.j0 = b0;
        stack.push(frame);
    }

    /**
     * Saves into a {@link FrameR4J2}.
     *
     * @param a0 the value of reference slot 0
     * @param a1 the value of reference slot 1
     * @param a2 the value of reference slot 2
     * @param a3 the value of reference slot 3
     * @param b0 the value of primitive slot 0
     * @param b1 the value of primitive slot 1
     * @param stack the suspending stack
     * @param point the suspension point
     * @param resumer re-enters the method
     */
    public static void r4j2(
            Object a0,
            Object a1,
            Object a2,
            Object a3,
            long b0,
            long b1,
            Stack stack,
            int point,
            Resumer resumer) {
        FrameR4J2 frame = new FrameR4J2(resumer, point);
        frame.r0 = a0;
        frame.r1 = a1;
        frame.r2 = a2;
        frame.r3 = a3;
        frame.j0 = b0;
        frame.j1 = b1;
        stack.push(frame);
    }

    /**
     * Takes the unwinding back when saving an activation failed, for want of memory or of room on
     * the thread's stack: called before the error reaches the method's callers and their handlers.
     *
     * @param error what saving threw
     * @param stack the suspending stack
     * @return {@code error}, to be thrown
     */
    public static Throwable failed(Throwable error, Stack stack) {
        return stack.unwound(error);
    }
}
