package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.woven.Stack;

/** What a synchronizer asks about whoever calls it: a fiber, or a thread that runs none. */
public final class Caller {
    private Caller() {}

    /**
     * Who calls: what a lock records as its owner.
     *
     * @return the current {@link Fiber} or, outside of fibers, the current {@link Thread}
     */
    @Suspendable
    public static Object self() {
        Fiber<?> fiber = Fiber.current();
        return fiber == null ? Thread.currentThread() : fiber;
    }

    /**
     * As {@link #self()}, called by woven code: without looking at the thread where the stack
     * knows.
     *
     * @param stack the hidden parameter of a leaf
     * @return the fiber or thread
     */
    public static Object self(Stack stack) {
        Stack root = stack.root();
        return root instanceof Fiber ? root : self();
    }

    /**
     * The time by the clock that the caller's waits go by: its scheduler's, which may be virtual,
     * or the machine's.
     *
     * @return nanoseconds, to be compared by subtraction
     */
    public static long nanoTime() {
        Context context = Context.get();
        return context == null ? System.nanoTime() : context.scheduler.time().nanoTime();
    }

    /**
     * Throws if the caller has been interrupted or cancelled, as an interruptible method does on
     * entry. An interrupt is taken by that, a cancellation is not.
     *
     * @throws InterruptedException for an interrupt of the fiber or, outside of fibers, the thread
     * @throws FiberCancelledException for a cancellation
     */
    @Suspendable
    public static void checkInterrupt() throws InterruptedException {
        check(Fiber.current());
    }

    /**
     * As {@link #checkInterrupt()}, called by woven code.
     *
     * @param stack the hidden parameter of a leaf
     * @throws InterruptedException for an interrupt
     */
    public static void checkInterrupt(Stack stack) throws InterruptedException {
        Stack root = stack.root();
        check(root instanceof Fiber ? (Fiber<?>) root : Fiber.current());
    }

    private static void check(Fiber<?> fiber) throws InterruptedException {
        if (fiber == null) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        } else if (Parking.isInterrupting(fiber.flags)) {
            if (Parking.takeInterrupt(fiber)) {
                throw new FiberCancelledException("the fiber was cancelled");
            }
            throw new InterruptedException();
        }
    }

    /**
     * Interrupts a fiber or thread that {@link #self()} gave.
     *
     * @param caller the fiber or thread
     */
    public static void interrupt(Object caller) {
        if (caller instanceof Fiber) {
            ((Fiber<?>) caller).interrupt();
        } else {
            ((Thread) caller).interrupt();
        }
    }

    /**
     * The name of a fiber or thread that {@link #self()} gave.
     *
     * @param caller the fiber or thread
     * @return its name, for messages
     */
    public static String nameOf(Object caller) {
        return caller instanceof Fiber ? ((Fiber<?>) caller).name() : ((Thread) caller).getName();
    }
}
