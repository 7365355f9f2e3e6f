package dev.weft.woven;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Time slices: what the weaver's option {@code yield-loops} calls at the head of each loop. A
 * daemon thread, started with the first such class, advances a counter every {@code
 * -Dweft.slice.millis} (default 10); a loop that sees another number than its fiber saw last yields
 * once. So a turn that spins lasts one to two slices, and a loop that is not at the end of its
 * slice pays two loads, a comparison and a branch.
 *
 * <p>The counter is one byte beside the stack's flag, so that a fiber is no larger; one that slept
 * through a multiple of 256 slices yields one slice later.
 */
public final class Slices {
    private static final long MILLIS = Math.max(1, Long.getLong("weft.slice.millis", 10));
    private static final VarHandle NOW;

    /** Read opaquely: a plain load would be moved out of the loop. */
    @SuppressWarnings("unused")
    private static byte now;

    static {
        try {
            NOW = MethodHandles.lookup().findStaticVarHandle(Slices.class, "now", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
        Thread clock = new Thread(null, Slices::tick, "weft-slices", 0, false);
        clock.setDaemon(true);
        clock.start();
    }

    private Slices() {}

    /** Does nothing: the caller is pinned. */
    public static void turn() {
        // a pinned frame can't be unwound
    }

    /**
     * Yields when the slice is used.
     *
     * @param stack the running stack
     */
    public static void turn(Stack stack) {
        byte seen = (byte) NOW.getOpaque();
        if (stack.slice != seen) {
            end(stack, seen);
        }
    }

    private static void end(Stack stack, byte seen) {
        stack.slice = seen;
        Stack root = stack.root();
        if (root.canSuspend() && root.yieldTurn()) {
            stack.suspend();
        }
    }

    private static void tick() {
        for (; ; ) {
            try {
                Thread.sleep(MILLIS);
            } catch (InterruptedException e) {
                // nobody has a reason to; the next slice begins early
            }
            NOW.setOpaque((byte) ((byte) NOW.getOpaque() + 1));
        }
    }
}
