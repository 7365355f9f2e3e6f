package dev.weft.fiber;

import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the end of a fiber. The waiters are a lock-free list in the fiber itself, so that a
 * fiber that nobody joins pays one exchange at its end. A wait that ends early leaves its node
 * behind, claimed, and goes on with a new one; leading dead nodes are dropped by the next joiner.
 */
final class Joiners {
    /** In {@link Fiber#joiners} after the end. */
    static final Waiter CLOSED = new Waiter(null);

    private static final VarHandle HEAD;

    private static final Canceller WITHDRAW = Joiners::withdraw;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(Fiber.class, "joiners", Waiter.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Joiners() {}

    static Object await(Fiber<?> fiber, Stack stack) {
        StackReserve.claimForWait(stack);
        return awaitWithin(fiber, stack);
    }

    /** The same within something that has claimed its stack. */
    static Object awaitWithin(Fiber<?> fiber, Stack stack) {
        Waiter waiter = Waiter.begin(stack, fiber, WITHDRAW);
        if (add(fiber, waiter)) {
            return waiter.await(stack);
        }
        waiter.dismiss();
        return fiber.outcome();
    }

    static Object await(Fiber<?> fiber, Stack stack, long nanos) {
        StackReserve.claimForWait(stack);
        // before the waiter is visible: there may be no memory for it
        Object late =
                new ThreadWaits.Failure(
                        new TimeoutException(fiber.name() + " has not ended in time"));
        Waiter waiter = Waiter.begin(stack, fiber, WITHDRAW);
        if (add(fiber, waiter)) {
            return waiter.await(stack, nanos, late);
        }
        waiter.dismiss();
        return fiber.outcome();
    }

    /** Ends all waits for a fiber whose outcome is settled. Returns whether there was one. */
    static boolean close(Fiber<?> fiber) {
        Waiter waiter = (Waiter) HEAD.getAndSet(fiber, CLOSED);
        boolean any = false;
        while (waiter != null) {
            Waiter next = waiter.next;
            waiter.next = null;
            any |= waiter.claim() && deliver(fiber, waiter);
            waiter = next;
        }
        return any;
    }

    private static boolean deliver(Fiber<?> fiber, Waiter waiter) {
        try {
            if (fiber.failed()) {
                waiter.fail(failure(fiber));
            } else {
                waiter.resume(fiber.rawOutcome());
            }
        } catch (OutOfMemoryError noThread) {
            // it is queued; the others must not miss the end because nobody can run it yet
        }
        return true;
    }

    private static Throwable failure(Fiber<?> fiber) {
        try {
            return new CompletionException(
                    fiber.name() + " failed", (Throwable) fiber.rawOutcome());
        } catch (Error error) {
            return error; // the joiner must go on with something; linkage fails too without memory
        }
    }

    static boolean add(Fiber<?> fiber, Waiter waiter) {
        waiter.contest();
        for (; ; ) {
            Waiter head = fiber.joiners;
            if (head == CLOSED) {
                waiter.next = null;
                return false;
            }
            if (head != null && head.isClaimed()) {
                HEAD.compareAndSet(fiber, head, head.next);
                continue;
            }
            waiter.next = head;
            if (HEAD.compareAndSet(fiber, head, waiter)) {
                return true;
            }
        }
    }

    private static boolean withdraw(Waiter waiter) {
        if (!waiter.claim()) {
            return false;
        }
        waiter.abandon();
        return true;
    }
}
