package dev.weft.fiber;

import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.concurrent.locks.LockSupport;

/** Park, with the permit that {@link Fiber#unpark()} leaves. */
final class Parks {
    /** What a sleeping fiber waits for. */
    static final Object SLEEP = new Reason("sleep");

    private static final Object PARK = new Reason("park");

    private Parks() {}

    /** Parks for at most a time; {@link Long#MAX_VALUE}: for ever. */
    static void park(Stack stack, long nanos) {
        StackReserve.claimForWait(stack);
        Stack root = stack.root();
        Fiber<?> fiber = root instanceof Fiber ? (Fiber<?>) root : Fiber.current();
        if (fiber == null) {
            parkThread(nanos);
        } else if (!Parking.clearFlag(fiber, Parking.PERMIT)) {
            Waiter waiter = Waiter.begin(stack, PARK, ThreadWaits.PARK);
            if (nanos == Long.MAX_VALUE) {
                waiter.await(stack);
            } else {
                waiter.await(stack, nanos, null);
            }
        }
    }

    private static void parkThread(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            LockSupport.park(PARK);
        } else {
            LockSupport.parkNanos(PARK, nanos);
        }
    }

    /** A reason without an object behind it. */
    private static final class Reason {
        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
